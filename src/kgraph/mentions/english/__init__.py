"""Mentions in English articles: names are painted on a canvas, gathered into referents, and what stands for them is resolved."""

from __future__ import annotations

from kgraph.mentions.english.aliases import join_aliases
from kgraph.mentions.english.canvas import make_canvas
from kgraph.mentions.english.coreference import resolve
from kgraph.mentions.english.namesakes import with_namesakes
from kgraph.mentions.english.referents import gather
from kgraph.mentions.english.speakers import find_speakers
from kgraph.mentions.english.tagger import tag
from kgraph.model import Document, Mentions


def find_mentions(document: Document) -> Mentions:
    """All mentions of an English document in text order, with their referents."""
    canvas = make_canvas(document)
    speech = tag(canvas)
    cast = gather(canvas)
    aliases = join_aliases(canvas, cast)
    mentions = with_namesakes(canvas, cast, resolve(canvas, cast, aliases, speech))
    mentions.extend(find_speakers(canvas, cast, mentions, speech))
    mentions.sort(key=lambda mention: (mention.span.start, -mention.span.end, mention.ref))
    return Mentions(tuple(mentions), tuple(draft.referent() for draft in cast.drafts.values() if draft.names))
