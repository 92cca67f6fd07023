"""What mattered most to whoever asked for a version, and what came of it: how evenly sectors, roles and regions are spread.

Each sentence names of how many people it knows, in groups of five, and measures against chance. Who they are is told nowhere:
nothing is said of fewer than ten, one person more moves no count, and where most seats are fixed nobody hears how they are spread.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy

from goldenthread.gatherings.tables.models import Emphasis, Mix
from goldenthread.kit.suppression import SMALLEST_SHOWN
from goldenthread.mixing.tables import KINDS, Instance, Spread

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# Among fewer, whoever knows most of them could work out one.
ENOUGH = 10
# From which share of the way between chance and as even as possible it is called so.
ALMOST, BETTER = 0.8, 0.25
MADE_SO: dict[str, StrPromise] = {
    Emphasis.PEOPLE: gettext_lazy("Made so that people meet as many others as possible."),
    Emphasis.KINDS: gettext_lazy("Made so that people sit with different kinds of people (sector, role, region)."),
    Emphasis.BOTH: gettext_lazy("Made for some of both: meeting many others, and different kinds of people."),
}
WE_KNOW: dict[str, StrPromise] = {
    "sector": gettext_lazy("We know the sector of at least %(known)s of %(people)s people."),
    "role": gettext_lazy("We know the role of at least %(known)s of %(people)s people."),
    "region": gettext_lazy("We know the region of at least %(known)s of %(people)s people."),
}
TOO_FEW: dict[str, StrPromise] = {
    "sector": gettext_lazy("We know the sector of fewer than %(few)s people, so the tables can’t be spread by sector."),
    "role": gettext_lazy("We know the role of fewer than %(few)s people, so the tables can’t be spread by role."),
    "region": gettext_lazy("We know the region of fewer than %(few)s people, so the tables can’t be spread by region."),
}
SPREAD: dict[str, StrPromise] = {
    "even": gettext_lazy("They are spread as evenly as possible."),
    "almost": gettext_lazy("They are spread almost as evenly as possible."),
    "better": gettext_lazy("They are spread more evenly than by chance."),
    "chance": gettext_lazy("They are spread no better than by chance, or hardly."),
}
IF_THAT_MATTERS = gettext_lazy(
    "If that matters more to you, choose “Sit with different kinds of people” before you make another version."
)


def kinds_at_mixing(
    instance: Instance, spread: Mapping[str, Spread], earlier: Mapping[str, Any], *, is_fixed: bool
) -> dict[str, Any]:
    """Of each kind how many are known, and in a word how evenly they are spread; not where most seats were fixed beforehand."""
    before = {kind: count["known"] for kind, count in earlier.get("kinds", {}).items()}
    known = {kind: sum(getattr(guest, kind) is not None for guest in instance.people) for kind in KINDS}
    counts = in_fives(before, known)
    return {
        kind: {"known": counts[kind], "spread": "" if is_fixed or counts[kind] < ENOUGH else _in_a_word(spread[kind])}
        for kind in KINDS
    }


def in_fives(before: Mapping[str, int], known: Mapping[str, int]) -> dict[str, int]:
    """In groups of five, as people were promised; another group than in the version before only where five at least have come or
    gone since, wherever in its group that one stood."""
    return {kind: _steady(before.get(kind), count) for kind, count in known.items()}


def _steady(before: int | None, count: int) -> int:
    if before is not None and before - SMALLEST_SHOWN < count < before + 2 * SMALLEST_SHOWN - 1:
        return before
    return count - count % SMALLEST_SHOWN


def _in_a_word(spread: Spread) -> str:
    if not spread.above:
        return "even"
    return "almost" if spread.mix >= ALMOST else "better" if spread.mix >= BETTER else "chance"


def kinds_in_words(mix: Mix) -> list[str]:
    """What was counted before roles and regions were known went by no chance, and is not told any more."""
    counts = mix.told.get("kinds", {})
    sentences = list(filter(None, (_of_kind(mix, kind, counts[kind]) for kind in KINDS if kind in counts)))
    is_lost = any(count["spread"] == "chance" for count in counts.values())
    return sentences + [str(IF_THAT_MATTERS)] * (is_lost and mix.emphasis == Emphasis.PEOPLE)


def _of_kind(mix: Mix, kind: str, count: dict[str, Any]) -> str:
    if count["known"] < ENOUGH:
        # Nobody is asked for a role or a region here: that there are none is told to whoever chose to go by them.
        is_told = kind == "sector" or mix.emphasis != Emphasis.PEOPLE
        return str(TOO_FEW[kind]) % {"few": ENOUGH} if is_told else ""
    known = str(WE_KNOW[kind]) % {"known": count["known"], "people": mix.told["people"]}
    return f"{known} {SPREAD[count['spread']]}" if count["spread"] else known


def made_so(mix: Mix) -> str:
    return str(MADE_SO[mix.emphasis])
