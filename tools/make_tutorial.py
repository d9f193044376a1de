"""Writes docs/tutorial.ipynb anew from the cells below, without outputs: a notebook is run, not read in a diff.

python tools/make_tutorial.py
"""

from __future__ import annotations

from pathlib import Path

import nbformat

PLACE = Path(__file__).resolve().parent.parent / "docs" / "tutorial.ipynb"

CELLS = [
    """# A provable graph, step by step

This notebook reads the sample articles into a graph, asks it questions, looks at the sentences behind the answers, and takes
the graph on into pandas, networkx, RDF and a map. It needs no network. The people and works whose names you do not know are
invented; the facts about the others are true.

Install what it uses beside kgraph itself with `pip install 'kgraph[pandas]'`.""",
    """import tempfile
from pathlib import Path

import kgraph
from kgraph.documents.sources import read_articles
from kgraph.pipeline import build
from kgraph.settings import DATA
from kgraph.store import open_store

folder = Path(tempfile.mkdtemp())
place = str(folder / "store")""",
    """## Articles in

An article is read once; the same articles give the same graph, in whatever order they come. Each step is one transaction.""",
    """store = open_store(place)
done = build(read_articles([str(DATA / "articles")]), store)
store.close()
len(done), sum(one.claims for one in done)""",
    """## Who is this?

`show` takes any spelling. The card lists every fact with its dates, its sources, how sure it is, and a sentence that states
it.""",
    """g = kgraph.open(place)
g.show("서하린")""",
    """Initial consonants do as well, and a part of a name. Where several fit, they are listed and nothing is guessed.""",
    """g.search("ㅅㅎㄹ")""",
    """## Who says so?

No edge without a sentence. `explain` lists all of them, with the article, the place in its text and the rule that read it;
and what speaks against it.""",
    """said = g.explain("Seo Ha-rin", "directed", "Lantern Bay")
said""",
    """The offsets lead back to the article, letter by letter.""",
    """first = said[0]
article = g.reader.article(first["article"])
assert article.text[first["start"] : first["end"]] == first["text"]
article.title, article.published""",
    """## How are two people connected?

The best path has few steps, of sure and well sourced facts, through names that are joined to few others.""",
    """g.path("Seo Ha-yoon", "Do Yu-seong", count=1)""",
    """## Charts

What stood where on which chart, by date; `longest=True` asks who was first for how long.""",
    """g.rank(longest=True)""",
    """## Two clocks

When something was true is not when it was reported. `at` sets either clock; everything else stays as it is.""",
    """before = g.at(known_at="2021-11-22")
len(before.timeline("Seo Ha-rin")), len(g.timeline("Seo Ha-rin"))""",
    """## pandas

Five tables (`entities`, `names`, `facts`, `claims`, `articles`) point to each other by id, and every list of rows is one
step from a data frame.""",
    """facts = g.to_pandas("facts")
facts.groupby("predicate")["sources"].agg(["count", "max"]).sort_values("count", ascending=False).head(8)""",
    """g.timeline("Seo Ha-rin").to_pandas()[["date", "dated_by", "role", "other", "sources"]]""",
    """## Networks, RDF, exports

The same graph as a networkx graph, as an rdflib dataset for SPARQL, and as files that other tools read.""",
    """network = g.to_networkx()
network.number_of_nodes(), network.number_of_edges()""",
    '''question = """
PREFIX kg: <https://w3id.org/kgraph/ontology#>
SELECT ?person ?work { ?p kg:directed ?w . ?p rdfs:label ?person . ?w rdfs:label ?work
                       FILTER(LANG(?person) = "en" && LANG(?work) = "en") } ORDER BY ?person ?work LIMIT 5
"""
[(str(person), str(work)) for person, work in g.rdf.query(question)]''',
    """from kgraph.views.export import export_graph

with (folder / "graph.ttl").open("w", encoding="utf-8") as sink:
    triples = export_graph(g.reader, "turtle", sink)
triples, (folder / "graph.ttl").stat().st_size""",
    """## A map

A page of its own that opens without any network: search, filter, click an edge to read its sentence.""",
    """page = g.map("Seo Ha-rin", depth=2)
page.save(folder / "map.html")
page""",
    """g.close()""",
]


def make_notebook() -> nbformat.NotebookNode:
    """The notebook: prose where a cell begins as prose does, code elsewhere; ids by place, so that it is always the same."""
    cells = []
    for number, source in enumerate(CELLS):
        is_prose = source[0] == "#" or (source[0].isupper() and source.rstrip().endswith("."))
        make = nbformat.v4.new_markdown_cell if is_prose else nbformat.v4.new_code_cell
        cells.append(make(source, id=f"cell-{number:02}"))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})


if __name__ == "__main__":
    nbformat.write(make_notebook(), PLACE)
