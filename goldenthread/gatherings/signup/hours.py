"""The hours that people sign up for: how many chairs each has, how many are taken, and who waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, Sum

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.signup.models import SessionPlace, SignUpOpening

# Fewer free chairs than these are "a few": how many go is nobody's to subtract.
A_FEW = 5
NOT_WAITING = ~Q(state=SessionPlace.State.WAITING)


@dataclass(frozen=True)
class SessionHour:
    """One session at one hour, as it stands. `chairs` is None where nobody counts them."""

    placing: Placing
    opening: SignUpOpening
    chairs: int | None
    taken: int
    waiting: int

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


def span_of(placing: Placing) -> tuple[float, float]:
    return placing.starts_at.timestamp(), placing.ends_at.timestamp()


def hours_at(gathering: Gathering, placings: Iterable[int] | None = None) -> list[SessionHour]:
    """In the order of the day; of some of them only, if so. Three queries, however many."""
    openings = {row.session_id: row for row in SignUpOpening.objects.of(gathering).select_related("draw")}
    rows = Placing.objects.of(gathering).filter(session__in=openings).in_order()
    if placings is not None:
        rows = rows.filter(pk__in=placings)
    counts = _counts(gathering)
    return [
        SessionHour(placing, openings[placing.session_id], chairs_of(placing), *counts.get(placing.pk, (0, 0)))
        for placing in rows.select_related("session__gathering", "room")
    ]


def chairs_of(placing: Placing) -> int | None:
    """The smaller of what the room holds and what the session is for."""
    limits = [placing.session.most_people, placing.room.capacity if placing.room else None]
    return min((limit for limit in limits if limit is not None), default=None)


def _counts(gathering: Gathering) -> dict[int, tuple[int, int]]:
    places = SessionPlace.objects.of(gathering).filter(placing__isnull=False).values("placing").order_by()
    counted = places.annotate(
        taken=Sum("booking__seats", filter=NOT_WAITING, default=0), waiting=Count("pk", filter=~NOT_WAITING)
    )
    return {row["placing"]: (row["taken"], row["waiting"]) for row in counted}
