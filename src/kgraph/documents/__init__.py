"""Articles made ready for reading.

``read`` takes an :class:`~kgraph.model.Article` and gives its :class:`~kgraph.model.Document`: sentences, their kind, tokens.
``kgraph.documents.sources`` turns files, folders and standard input into articles.
"""
