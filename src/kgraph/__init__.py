"""kgraph: a provable knowledge graph of Korean content creators and works, built from articles."""

__version__ = "0.1.0"
