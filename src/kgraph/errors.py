"""What can go wrong, named for who must act.  Messages say what was expected, what was found, and where."""


class KgraphError(Exception):
    """Base of all errors that kgraph raises on purpose.  ``exit_code`` is what the command line returns for it."""

    exit_code = 1


class InputError(KgraphError):
    """A document, list or file that cannot be read: the person who supplies it must act."""

    exit_code = 3


class QueryError(KgraphError):
    """A query, name, date or option that makes no sense: the person who asks must act."""

    exit_code = 4


class NotFoundError(KgraphError):
    """Nothing of that name or id is in the store."""

    exit_code = 5


class StoreError(KgraphError):
    """A store that cannot be opened, read or written: its keeper must act."""

    exit_code = 6


class EvidenceError(KgraphError):
    """A claim whose quoted words do not stand where it says: the graph cannot be trusted until it is rebuilt."""

    exit_code = 7
