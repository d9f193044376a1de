"""The very words around a pair."""

from __future__ import annotations

from kgraph.claims.english.pairs.candidates import pairs
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.wording import wording
from marked import read_marked


def told(text, group="PW"):
    setting = Setting(read_marked(text))
    line = setting.lines[-1]
    pair = next(pair for pair in pairs(setting, line) if pair.group == group)
    return {head + tail for head, tails in wording(line, pair) for tail in tails}


def test_words_are_told_as_they_stand():
    names = told("The cast of {W:Tin Moon} helmed by {P:Ma Rin} met.")
    assert {"wb:helmed", "wbb:helmed_by", "wp:cast", "wp2:cast_of", "wn:helmed_by", "we:helmed_by", "wq:met"} <= names


def test_of_two_far_apart_only_the_words_beside_them_are_told():
    names = told(f"{{W:Tin Moon}} {'is long and ' * 12}dear to {{P:Ma Rin}}.")
    assert not [name for name in names if name.startswith(("wb:", "wbb:"))]
    assert "we:and_dear_to" in names
