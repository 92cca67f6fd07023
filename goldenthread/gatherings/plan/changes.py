"""What changed in a plan, told in plain words and as before and after."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from itertools import pairwise

from django.utils.translation import gettext as _

from goldenthread.gatherings.plan.aspects import ASPECTS, BY_KEY, Aspect
from goldenthread.gatherings.plan.in_words import Plan
from goldenthread.gatherings.plan.models import Gathering

# Longer texts are compared word by word; shorter ones are read faster whole.
SHORT = 80


@dataclass(frozen=True)
class DiffPiece:
    """Some words of a difference: taken out, put in, or the same in both."""

    words: str
    kind: str

    @property
    def is_gone(self) -> bool:
        return self.kind == "del"

    @property
    def is_new(self) -> bool:
        return self.kind == "ins"


@dataclass(frozen=True)
class Difference:
    """How one aspect of a plan changed."""

    key: str
    told: str
    before: str
    after: str
    pieces: list[DiffPiece]

    @property
    def sentence(self) -> str:
        """For an e-mail or a feed, where nothing can be struck through."""
        if self.before and self.after and len(self.before) + len(self.after) <= 2 * SHORT:
            return _("%(told)s from %(before)s to %(after)s.") % vars(self)
        if self.after and len(self.after) <= SHORT:
            return f"{self.told}: {self.after}."
        return f"{self.told}."


@dataclass(frozen=True)
class Change:
    """One version of a plan: when, what happened, why, and each difference from the version before."""

    number: int
    at: datetime
    turn: Gathering.Turn
    because: str
    differences: list[Difference]

    @property
    def headline(self) -> str:
        return str(self.turn.label)

    @property
    def is_small(self) -> bool:
        return self.turn is Gathering.Turn.TIDIED

    def with_differences(self, differences: list[Difference]) -> Change:
        return replace(self, differences=differences)


def changes_of(gathering: Gathering) -> list[Change]:
    """All versions, newest first. One query."""
    versions = list(gathering.history.order_by("sequence"))
    changes = [_change(before, after) for before, after in pairwise([None, *versions])]
    return changes[::-1]


def changes_between(versions: Sequence[Plan]) -> list[Change]:
    """From each to the next, oldest first."""
    return [_change(before, after) for before, after in pairwise(versions)]


def differences(before: Plan, after: Plan, *, only: Collection[str] = BY_KEY) -> list[Difference]:
    """Aspect by aspect, in the order of the page."""
    looked_at = [aspect for aspect in ASPECTS if aspect.key in only]
    compared = ((aspect, aspect.words(before), aspect.words(after)) for aspect in looked_at)
    return [_difference(aspect, old, new) for aspect, old, new in compared if old != new]


def _change(before: Plan | None, after: Plan) -> Change:
    return Change(
        number=after.sequence,
        at=after.changed_at,
        turn=Gathering.Turn(after.turn),
        because=after.because,
        differences=differences(before, after) if before else [],
    )


def _difference(aspect: Aspect, before: str, after: str) -> Difference:
    headline = str(aspect.moved if before else aspect.settled)
    if not after:
        headline = _("%(aspect)s: not decided any more") % {"aspect": aspect.label}
    return Difference(aspect.key, headline, before, after, list(_pieces(before, after)))


def _pieces(before: str, after: str) -> Iterator[DiffPiece]:
    if len(before) <= SHORT and len(after) <= SHORT:
        yield from (DiffPiece(words, kind) for words, kind in [(before, "del"), (after, "ins")] if words)
        return
    old, new = before.split(), after.split()
    # With `autojunk=False` a thousand times the same word would keep the page busy for a minute.
    for how, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if how == "equal":
            yield DiffPiece(" ".join(old[i:j]), "same")
            continue
        yield from (DiffPiece(" ".join(words), kind) for words, kind in [(old[i:j], "del"), (new[k:m], "ins")] if words)
