"""The weave as a page shows it: a picture, and a table that says the same."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from goldenthread.people.models import Region, Sector
from goldenthread.threads.models import Weave
from goldenthread.threads.models.weave import BEYOND, WITHIN

# From so many ties on, a line is drawn thicker.
STEPS = (5, 15, 40, 100, 300)
MIDDLE, REACH, LABEL = (300, 230), 160, 188


@dataclass(frozen=True)
class WeaveCurve:
    """Two sectors that meet, as a curve that bends towards the middle; or one with itself, as a ring around its knot."""

    path: str
    width: int


@dataclass(frozen=True)
class LabelLine:
    """A line of a label."""

    text: str
    y: int


@dataclass(frozen=True)
class SectorNode:
    """One sector on the ring, with its label in a line or two."""

    x: int
    y: int
    width: int
    label_x: int
    anchor: str
    words: list[LabelLine]


@dataclass(frozen=True)
class WeaveRow:
    """A row of a table: numbers that may be shown, None for those that may not."""

    label: str
    counts: list[int | None]


@dataclass(frozen=True)
class WeavePage:
    """All that the page tells."""

    weave: Weave

    @property
    def threads(self) -> dict[str, int]:
        return dict(self.weave.told["threads"])

    @property
    def heads(self) -> list[str]:
        return [str(sector.label) for sector in Sector]

    @property
    def sectors(self) -> list[WeaveRow]:
        return [WeaveRow(str(a.label), [self._between(a, b) for b in Sector]) for a in Sector]

    @property
    def regions(self) -> list[WeaveRow]:
        counts = self.weave.told["regions"]
        rows = [WeaveRow(str(r.label), [counts.get(f"{r} {side}") for side in (WITHIN, BEYOND)]) for r in Region]
        return [row for row in rows if any(row.counts)]

    @property
    def hardly(self) -> list[tuple[str, str]]:
        """Two sectors of which few or none have met, or so few people that they could be told apart."""
        pairs = [(a, b) for place, a in enumerate(Sector) for b in list(Sector)[place + 1 :]]
        return [(str(a.label), str(b.label)) for a, b in pairs if self._between(a, b) is None]

    @property
    def lines(self) -> list[WeaveCurve]:
        sectors = list(Sector)
        ties = [
            (_curve(place, other), self._between(a, b) or 0)
            for place, a in enumerate(sectors)
            for other, b in enumerate(sectors)
            if place < other
        ]
        return [WeaveCurve(path, _width(count)) for path, count in ties if count]

    @property
    def knots(self) -> list[SectorNode]:
        return [_knot(place, str(a.label), _width(self._between(a, a) or 0)) for place, a in enumerate(Sector)]

    def _between(self, one: Sector, other: Sector) -> int | None:
        counts = self.weave.told["sectors"]
        count: int | None = counts.get(f"{one} {other}", counts.get(f"{other} {one}"))
        return count


def _at(place: int, reach: int) -> tuple[int, int]:
    turn = 2 * pi * place / len(Sector) - pi / 2
    return round(MIDDLE[0] + reach * cos(turn)), round(MIDDLE[1] + reach * sin(turn))


def _curve(one: int, other: int) -> str:
    (x, y), (to_x, to_y) = _at(one, REACH), _at(other, REACH)
    return f"M{x} {y}Q{MIDDLE[0]} {MIDDLE[1]} {to_x} {to_y}"


def _knot(place: int, label: str, width: int) -> SectorNode:
    (x, y), (label_x, label_y) = _at(place, REACH), _at(place, LABEL)
    side = (label_x > MIDDLE[0] + 1) - (label_x < MIDDLE[0] - 1)
    first, _space, last = label.rpartition(" ")
    lines = [line for line in (first, last) if line]
    words = [LabelLine(line, label_y + 6 + 30 * number - 15 * (len(lines) - 1)) for number, line in enumerate(lines)]
    return SectorNode(x, y, width, label_x, ("middle", "start", "end")[side], words)


def _width(count: int) -> int:
    return sum(count >= step for step in STEPS)
