"""The peer of ``benchmarks/extract.py``, run in an environment of its own that holds spaCy.

    python spacy_english.py ARTICLES.json ROUNDS

ARTICLES.json is a list of texts.  Prints one JSON object: articles a second of spaCy's small English pipeline and of its bare
tokeniser, one text at a time on one core.  The trained model ``en_core_web_sm`` is used where it is installed.  It is no
package of the Python package index, so that as a rule a pipeline of the same components, built by spaCy from the same
architectures and sizes, stands in for it with untrained weights: it does the same arithmetic a token, and its answers, which
nobody looks at here, mean nothing.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy

TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3},
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
TAGS = [
    "NN",
    "NNP",
    "NNS",
    "VB",
    "VBD",
    "VBZ",
    "VBN",
    "IN",
    "DT",
    "JJ",
    "RB",
    "CC",
    "CD",
    ".",
    ",",
    "``",
    "''",
    "PRP",
    "PRP$",
    "TO",
]
LABELS = [
    "ROOT",
    "nsubj",
    "dobj",
    "det",
    "amod",
    "prep",
    "pobj",
    "compound",
    "punct",
    "advmod",
    "aux",
    "cc",
    "conj",
    "appos",
    "poss",
]
ENTITIES = ["PERSON", "ORG", "WORK_OF_ART", "DATE", "GPE", "CARDINAL", "PERCENT"]


def small_pipeline() -> tuple[spacy.language.Language, str]:
    """The trained small pipeline where it is installed, else one of its shape."""
    if spacy.util.is_package("en_core_web_sm"):
        return spacy.load("en_core_web_sm"), "en_core_web_sm"
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}})
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", LISTENER)})
    nlp.add_pipe("attribute_ruler")
    ner = nlp.add_pipe("ner", config={"model": _transitions("ner", TOK2VEC)})
    for pipe, labels in ((tagger, TAGS), (parser, LABELS), (ner, ENTITIES)):
        for label in labels:
            pipe.add_label(label)
    nlp.initialize()
    return nlp, "same shape, untrained"


def _transitions(kind: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def articles_per_second(nlp: spacy.language.Language, texts: list[str], rounds: int) -> float:
    """The best of the rounds, each over all texts, one at a time."""
    best = 0.0
    for _ in range(rounds + 1):  # the first warms up
        start = time.process_time()
        for text in texts:
            nlp(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return best


def main() -> None:
    """Reads the texts, prints the figures."""
    texts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    rounds = int(sys.argv[2])
    small, name = small_pipeline()
    print(
        json.dumps(
            {
                "spacy": spacy.__version__,
                "pipeline": name,
                "small_articles_per_second": articles_per_second(small, texts, rounds),
                "tokeniser_articles_per_second": articles_per_second(spacy.blank("en"), texts, rounds),
            }
        )
    )


if __name__ == "__main__":
    main()
