"""The first few anchors of a look, whatever way led to those that there are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.entities.neighbourhood import Neighbourhood
from kgraph.entities.shelves import MOST, Shelves

PLACES = st.lists(st.integers(0, 5 * MOST), min_size=1, max_size=12, unique=True)


class Notes(dict):
    def note(self, key):
        return self.get(key)


def taken(steps):
    """The notes after some steps, each of which puts in places that are not there and takes out those that are."""
    notes = Notes()
    for places in steps:
        shelves = Shelves("look", Neighbourhood(notes))
        shelves.toggle(f"{place * 2654435761 % 2**32:08x}" for place in places)
        for key, before, after in shelves.notes():
            assert before == notes.get(key)
            notes.pop(key, None)
            notes |= {key: after} if after else {}
    return notes


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACES, max_size=25))
def test_what_is_written_depends_on_what_is_there_alone(steps):
    there = set()
    for places in steps:
        there ^= set(places)
    assert taken(steps) == taken([sorted(there)] if there else [])
    places = sorted(f"{place * 2654435761 % 2**32:08x}" for place in there)
    notes = taken(steps)
    assert sorted(Shelves("look", Neighbourhood(notes)).hand) == places[:MOST]
