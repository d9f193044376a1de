"""Paths and environment variables, nothing else."""

from __future__ import annotations

import os
from pathlib import Path

DEFAULT_STORE = "kgraph-store"
DEFAULT_BASE = "https://w3id.org/kgraph/"
DEFAULT_ARTICLE_LIMIT = 1_000_000
DEFAULT_SERVER_TIMEOUT = 30.0

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _resources(name: str) -> Path:
    """Data that stands at the repository's top and ships inside the wheel under ``kgraph/_resources``."""
    shipped = _PACKAGE / "_resources" / name
    return shipped if shipped.is_dir() else _CHECKOUT / name


ONTOLOGY = _resources("ontology")
DATA = _resources("data")
QUERIES = _resources("queries")


def store_url(option: str | None = None) -> str:
    """Where the graph lives: the option, else KGRAPH_STORE, else ./kgraph-store."""
    return option or os.environ.get("KGRAPH_STORE") or DEFAULT_STORE


def base_iri() -> str:
    """The base of all IRIs: KGRAPH_BASE, else https://w3id.org/kgraph/ (always ends in a slash)."""
    base = os.environ.get("KGRAPH_BASE") or DEFAULT_BASE
    return base if base.endswith("/") else base + "/"


def required() -> frozenset[str]:
    """What KGRAPH_REQUIRE names (comma-separated: chromium, shared...): a test that misses it fails instead of skipping."""
    return frozenset(part.strip() for part in os.environ.get("KGRAPH_REQUIRE", "").split(",") if part.strip())


def article_limit() -> int:
    """The longest article that is read, in characters: KGRAPH_MAX_ARTICLE, else one million (a long novel)."""
    given = os.environ.get("KGRAPH_MAX_ARTICLE", "")
    return int(given) if given.isascii() and given.isdigit() else DEFAULT_ARTICLE_LIMIT


def neo4j_user() -> str | None:
    """Who logs in to Neo4j where the address names nobody: KGRAPH_NEO4J_USER."""
    return os.environ.get("KGRAPH_NEO4J_USER") or None


def neo4j_password() -> str | None:
    """The password of that user: KGRAPH_NEO4J_PASSWORD."""
    return os.environ.get("KGRAPH_NEO4J_PASSWORD") or None


def neo4j_database() -> str | None:
    """Which of a server's databases is meant where the address names none: KGRAPH_NEO4J_DATABASE."""
    return os.environ.get("KGRAPH_NEO4J_DATABASE") or None


def server_timeout() -> float:
    """How many seconds a server may be silent: KGRAPH_SERVER_TIMEOUT, else 30."""
    given = os.environ.get("KGRAPH_SERVER_TIMEOUT", "")
    return float(given) if given.isascii() and given.isdigit() and int(given) else DEFAULT_SERVER_TIMEOUT
