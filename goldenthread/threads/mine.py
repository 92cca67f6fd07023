"""My thread: the people I have met, each once, with all that is between us. For my own page, and nobody else's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby

from django.utils.crypto import salted_hmac

from goldenthread.people.models import Person
from goldenthread.threads import in_words
from goldenthread.threads.models import Asking, Encounter, Ending, Side, Thread

Met = Encounter | Thread


@dataclass(frozen=True)
class Tie:
    """What is between me and one other."""

    me: int
    other: int
    encounters: tuple[Encounter, ...] = ()
    thread: Thread | None = None
    ending: Ending | None = None
    side: Side | None = None

    @property
    def key(self) -> str:
        """In the address of its page: mine alone, so that no address tells anybody who knows whom."""
        return key_of_tie(self.me, self.other)

    @property
    def is_live(self) -> bool:
        return self.ending is None

    @property
    def has_thread(self) -> bool:
        return self.thread is not None and self.is_live

    @property
    def is_near(self) -> bool:
        return self.side is not None and self.side.is_near

    @cached_property
    def first(self) -> Met:
        """Where it began: their first encounter, or the thread."""
        meetings: list[Met] = [*self.encounters, *([self.thread] if self.thread else [])]
        return min(meetings, key=lambda met: met.at)

    @property
    def where(self) -> str:
        return in_words.heading(self.first.where, self.first.introduced_by)

    @property
    def places(self) -> list[tuple[str, datetime]]:
        """Every time they met, in time."""
        return [(in_words.place(met.where, met.introduced_by), met.at) for met in self.encounters]

    @property
    def how_often(self) -> str:
        return in_words.how_often(len(self.encounters))

    @property
    def began(self) -> str:
        return in_words.place(self.thread.where, self.thread.introduced_by) if self.thread else ""


@dataclass(frozen=True)
class Knot:
    """One place on the line, and whom I met there first."""

    where: str
    at: datetime
    ties: list[Tie]


def key_of_tie(me: int, other: int) -> str:
    return salted_hmac(f"goldenthread.threads.tie {me}", f"{other}", algorithm="sha256").hexdigest()[:20]


def ties_of(person: Person) -> list[Tie]:
    """Everybody I have met, whoever was last the first; in four queries, however many."""
    met: dict[int, list[Encounter]] = defaultdict(list)
    for encounter in Encounter.objects.of(person).select_related("introduced_by").order_by("at", "pk"):
        met[encounter.other_than(person)].append(encounter)
    threads = {row.other_than(person): row for row in Thread.objects.of(person).select_related("introduced_by")}
    endings = {row.other_than(person): row for row in Ending.objects.of(person)}
    sides = {side.whom_id: side for side in Side.objects.filter(owner=person)}
    ties = [
        Tie(person.pk, other, tuple(met[other]), threads.get(other), endings.get(other), sides.get(other))
        for other in met.keys() | threads.keys()
    ]
    return sorted(ties, key=lambda tie: (tie.first.at, tie.other), reverse=True)


def waiting_for(person: Person, now: datetime) -> dict[str, int]:
    """How many introductions wait for my answer, and after how many I am asked whether we met."""
    return {
        "asked": Asking.objects.open_to(person, now).unanswered().count(),
        "wondered_about": Asking.objects.wondered_about(person).count(),
    }


def tie_with(person: Person, key: str) -> Tie | None:
    return next((tie for tie in ties_of(person) if tie.key == key), None)


def knots(ties: Iterable[Tie]) -> list[Knot]:
    """The same along the line: newest first, those of one place and day together."""
    places = groupby(ties, key=lambda tie: (tie.first.where_key, tie.first.at.date()))
    groups = [list(group) for _place, group in places]
    return [Knot(group[0].where, group[0].first.at, group) for group in groups]
