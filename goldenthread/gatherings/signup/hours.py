"""The hours that people sign up for: how many chairs each has, how many are taken, and who waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum

from goldenthread.gatherings.bookings.in_words import a_moment
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import ProgrammeRoom
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.gatherings.signup.models import SessionPlace, SignUpOpening
from goldenthread.gatherings.signup.released_hours import HourKey, released_hours, span_of

# Fewer free chairs than these are "a few": how many go is nobody's to subtract.
A_FEW = 5
NOT_WAITING = ~Q(state=SessionPlace.State.WAITING)


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
    openings = {row.session.uid: row for row in SignUpOpening.objects.of(gathering).select_related("draw", "session")}
    if not openings:
        return []
    wanted = None if keys is None else set(keys)
    rooms = dict(ProgrammeRoom.objects.of(gathering).values_list("pk", "capacity"))
    counts = _counts(gathering)
    return [
        SessionHour(
            gathering,
            placing,
            openings[key[0]],
            _chairs_of(placing, openings[key[0]], rooms),
            *counts.get(key, (0, 0)),
        )
        for key, placing in released_hours(gathering, now).items()
        if key[0] in openings and (wanted is None or key in wanted)
    ]


def _chairs_of(placing: PublicPlacing, opening: SignUpOpening, rooms: dict[int, int | None]) -> int | None:
    """The smaller of what the room holds and what the session is for."""
    room = placing.room
    limits = [opening.session.most_people, rooms.get(room.key, room.capacity) if room else None]
    return min((limit for limit in limits if limit is not None), default=None)


def _counts(gathering: Gathering) -> dict[HourKey, tuple[int, int]]:
    places = SessionPlace.objects.of(gathering).values("session_uid", "number").order_by()
    counted = places.annotate(
        taken=Sum("booking__seats", filter=NOT_WAITING, default=0), waiting=Count("pk", filter=~NOT_WAITING)
    )
    return {(row["session_uid"], row["number"]): (row["taken"], row["waiting"]) for row in counted}
