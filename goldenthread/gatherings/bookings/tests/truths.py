"""What must be true of the bookings of one gathering, counted afresh and without the code that is looked at."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State

SEATED = {"kept", "coming", "offered"}
NO_LIMIT = 10**6
# The one letter that each change owes. A place that comes from a friend is told so.
OWED = {
    "kept": {"kept"},
    "coming": {"coming"},
    "waiting": {"waiting"},
    "offered": {"offer"},
    "cancelled": {"over"},
    "apologies": {"over"},
    "given": {"over"},
    "released": {"released"},
    "lapsed": {"lapsed"},
}


class Row(NamedTuple):
    """One booking, as the database has it."""

    pk: int
    state: str
    seats: int
    held_for: str
    sectors: list[str]
    email: str
    person: int | None
    address: str | None
    reminded_at: datetime | None


@dataclass(frozen=True)
class Glimpse:
    """How everything stands between two acts."""

    bookings: dict[int, Row]
    places: int
    held: dict[str, int]
    takes_offers: bool
    owed: dict[int, list[str]] = field(default_factory=dict)
    last_owed: int = 0

    @property
    def taken(self) -> int:
        return sum(row.seats for row in self.bookings.values() if row.state in SEATED)

    @property
    def waiting(self) -> list[Row]:
        return [row for _pk, row in sorted(self.bookings.items()) if row.state == State.WAITING]

    @property
    def idle(self) -> list[int]:
        """Those who wait although there is a seat for them."""
        return [row.pk for row in self.waiting if self.takes_offers and self.has_a_seat_for(row)]

    def has_a_seat_for(self, row: Row) -> bool:
        if self.taken + row.seats > self.places:
            return False
        taken = Counter[str]()
        for seated in self.bookings.values():
            taken[seated.held_for] += seated.seats if seated.state in SEATED else 0
        left = {sector: max(0, held - taken[sector]) for sector, held in self.held.items()}
        is_held = any(left.get(sector, 0) >= row.seats for sector in row.sectors)
        return is_held or self.places - self.taken - sum(left.values()) >= row.seats


def glimpse(gathering: int, now: datetime, owed_since: int = 0) -> Glimpse:
    opening = Opening.objects.select_related(
        "gathering__cancellation", "gathering__fullness", "gathering__postponement"
    ).get(gathering=gathering)
    fields = "pk", "state", "seats", "held_for", "sectors", "email", "person_id", "person__email", "reminded_at"
    rows = Booking.objects.filter(gathering=gathering).order_by("pk").values_list(*fields)
    owed = defaultdict(list)
    last = owed_since
    for pk, booking, kind in Owed.objects.filter(pk__gt=owed_since).order_by("pk").values_list("pk", "booking", "kind"):
        owed[booking].append(kind)
        last = pk
    held = opening.held_places.filter(until__gte=timezone.localdate(now)).values_list("sector", "places")
    places = opening.gathering.places
    return Glimpse(
        bookings={row[0]: Row(*row) for row in rows},
        places=NO_LIMIT if places is None else places,
        held=dict(held),
        takes_offers=opening.takes_offers,
        owed=owed,
        last_owed=last,
    )


def most_taken(ceiling: int, before: Glimpse, after: Glimpse) -> int:
    """How many may sit here: all places, or those who sat already when the convenors took places away."""
    if after.places < before.places:
        return max(after.places, min(ceiling, before.taken))
    return max(after.places, min(ceiling, after.taken))


def holds(before: Glimpse, after: Glimpse, *, ceiling: int, asked: str, is_given: bool) -> None:
    assert after.taken <= ceiling, f"{after.taken} seats are taken, and {ceiling} may be"
    _once_each(after)
    _in_order(before, after, is_given=is_given)
    for pk, row in after.bookings.items():
        _told_once(before.bookings.get(pk), row, after.owed.get(pk, []), asked=asked, is_given=is_given)


def _once_each(after: Glimpse) -> None:
    live = [row for row in after.bookings.values() if row.state in SEATED | {"waiting"}]
    for who in ("email", "person"):
        often = Counter(getattr(row, who) for row in live)
        assert not [one for one, times in often.items() if one and times > 1], f"twice here by their {who}"


def _in_order(before: Glimpse, after: Glimpse, *, is_given: bool) -> None:
    """Nobody gets a seat that somebody who has waited longer would have taken."""
    was = {pk: row.state for pk, row in before.bookings.items()}
    newly = [r for pk, r in after.bookings.items() if r.state in SEATED and was.get(pk, "waiting") not in SEATED]
    for row in newly:
        overtaken = [
            one.pk
            for one in after.waiting
            if one.pk < row.pk and one.seats <= row.seats and row.held_for in {"", *one.sectors}
        ]
        assert is_given or not overtaken, f"{row.pk} overtook {overtaken}"


def _told_once(was: Row | None, row: Row, owed: list[str], *, asked: str, is_given: bool) -> None:
    changed = was is None or was.state != row.state
    may_be = OWED[row.state] | ({"given"} if is_given and row.state == "kept" else set())
    if changed and (row.address or row.email):
        assert len(owed) == 1, f"{row.pk} became {row.state} and is owed {owed}"
        assert owed[0] in may_be, f"{row.pk} became {row.state} and is owed {owed}"
        return
    reminded = was is not None and was.reminded_at != row.reminded_at
    most = 1 if reminded or (asked and asked == row.email) else 0
    assert len(owed) <= most, f"nothing happened to {row.pk}, and it is owed {owed}"
