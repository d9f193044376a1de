"""Imported where processes are forked from: everything that an ingest loads first is loaded."""

import kgraph.cli.ingest  # noqa: F401  (imported by name only when its command is called)
from kgraph.model import Article
from kgraph.pipeline import read_article

read_article(Article("a", "Director Seo Ha-rin directed the drama 'Paper Moons'.", "en"))
