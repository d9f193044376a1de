from __future__ import annotations

import pytest

from kgraph.text.particles_korean import particle_at

PARTICLES = [
    ("노을찬은 간다", 3, "은", 4),
    ("이설희가 쓴", 3, "이", 4),
    ("노을찬과는 친구", 3, "와", 5),
    ("담장으로 데뷔", 2, "로", 4),
    ("담장’에서 만난", 3, "에서", 5),
    ("봄밤’서 재회", 3, "에서", 4),
    ("이설희에게 갔다", 3, "에게", 5),
    ("노을찬이다.", 3, "이다", 4),
    ("노을찬이며 ", 3, "이다", 4),
    ("이설희의 아들", 3, "의", 4),
    ("이설희도 나온다", 3, "도", 4),
    ("이설희까지 더했다", 3, "까지", 5),
    ("노을찬 감독", 3, "", 3),
    ("노을찬의료", 3, "", 3),
]


@pytest.mark.parametrize(("text", "place", "case", "end"), PARTICLES)
def test_particle_at(text: str, place: int, case: str, end: int) -> None:
    assert particle_at(text, place) == (case, end)
