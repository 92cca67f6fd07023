"""The hours that people sign up for: how many chairs each has, how many are taken, and who waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum, UUIDField, Value

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.gatherings.signup.models import SessionPlace, SignUpOpening
from goldenthread.gatherings.signup.released_hours import HourKey, hours_of, released_hours, span_of
from goldenthread.kit.composed_once import ComposedOnce

# Fewer free chairs than these are "a few": how many go is nobody's to subtract.
A_FEW = 5
NOT_WAITING = ~Q(state=SessionPlace.State.WAITING)
Hours = dict[HourKey, PublicPlacing]
# Every page of every programme asks it, most of them to hear that there are none. No gathering has this key.
OPENINGS = ComposedOnce(lambda key: SignUpOpening.objects.of(Gathering(pk=key)).select_related("draw", "session"), -1)


@dataclass(frozen=True)
class SessionHour:
    """One session at one hour, as people were shown it. `chairs` is None where nobody counts them."""

    gathering: Gathering
    placing: PublicPlacing
    opening: SignUpOpening
    chairs: int | None
    taken: int
    waiting: int

    @property
    def key(self) -> HourKey:
        return self.placing.session.uid, self.placing.number

    @property
    def when(self) -> str:
        return a_moment(self.placing.starts_at, self.gathering.zone)

    @property
    def free(self) -> int | None:
        return None if self.chairs is None else max(0, self.chairs - self.taken)

    @property
    def is_full(self) -> bool:
        return self.free == 0

    @property
    def has_a_few(self) -> bool:
        return self.free is not None and 0 < self.free < A_FEW

    @property
    def over_by(self) -> int:
        """How many more sit there than chairs, as after a room became smaller. Nobody is dropped for it."""
        return 0 if self.chairs is None else max(0, self.taken - self.chairs)

    @property
    def waits_for_the_draw(self) -> bool:
        return self.opening.waits_for_the_draw

    @property
    def is_new(self) -> bool:
        """Whether nobody has anything in it yet: then sign-up can be taken back."""
        return not self.taken and not self.waiting

    @property
    def span(self) -> tuple[float, float]:
        return span_of(self.placing)

    def fits(self, seats: int) -> bool:
        return self.chairs is None or self.taken + seats <= self.chairs

    def has_begun(self, now: datetime) -> bool:
        return self.placing.starts_at <= now


def hours_at(gathering: Gathering, now: datetime, keys: Iterable[HourKey] | None = None) -> list[SessionHour]:
    """In the order of the day, as the newest release has them; of some of them only, if so. Four queries, however many.

    How many fit in is read as it is now: a room that became smaller did so for everybody, whatever was released.
    """
    wanted = None if keys is None else set(keys)
    hours = _hours(gathering, lambda: released_hours(gathering, now))
    return [hour for hour in hours if wanted is None or hour.key in wanted]


def hours_in(programme: PublicProgramme) -> list[SessionHour]:
    """The same of a release that was read already, in two queries more; in one where nobody signs up for anything."""
    return _hours(programme.gathering, lambda: hours_of(programme))


def _hours(gathering: Gathering, read_hours: Callable[[], Hours]) -> list[SessionHour]:
    openings = {row.session.uid: row for row in OPENINGS.ask(gathering.pk)}
    if not openings:
        return []
    counts, rooms = _as_it_is_now(gathering)
    return [
        SessionHour(
            gathering,
            placing,
            openings[key[0]],
            _chairs_of(placing, openings[key[0]], rooms),
            *counts.get(key, (0, 0)),
        )
        for key, placing in read_hours().items()
        if key[0] in openings
    ]


def _chairs_of(placing: PublicPlacing, opening: SignUpOpening, rooms: dict[int, int | None]) -> int | None:
    """The smaller of what the room holds and what the session is for."""
    room = placing.room
    limits = [opening.session.most_people, rooms.get(room.key, room.capacity) if room else None]
    return min((limit for limit in limits if limit is not None), default=None)


def _as_it_is_now(gathering: Gathering) -> tuple[dict[HourKey, tuple[int, int]], dict[int, int | None]]:
    """How many sit and wait at each hour, and how many each room holds: one question, for whoever opens the programme asks it."""
    places = SessionPlace.objects.of(gathering).values("session_uid", "number").order_by()
    counted = places.annotate(
        taken=Sum("booking__seats", filter=NOT_WAITING, default=0), waiting=Count("pk", filter=~NOT_WAITING)
    )
    rooms = ProgrammeRoom.objects.of(gathering).annotate(uid=Value(None, UUIDField()), waiting=Value(0))
    rows = counted.values_list("session_uid", "number", "taken", "waiting").union(
        rooms.values_list("uid", "pk", "capacity", "waiting"), all=True
    )
    counts: dict[HourKey, tuple[int, int]] = {}
    capacities: dict[int, int | None] = {}
    for uid, key, people, waiting in rows:
        if uid is None:
            capacities[key] = people
        else:
            counts[uid, key] = people, waiting
    return counts, capacities
