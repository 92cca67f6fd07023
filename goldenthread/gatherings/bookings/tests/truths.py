"""What must be true of the bookings of one gathering, counted afresh and without the code that is looked at."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.utils import timezone

from goldenthread.gatherings.bookings.models import State

SEATED = {"kept", "coming", "expected", "offered"}
NO_LIMIT = 10**6
# The one e-mail that each change owes. A place that comes from a friend is told so.
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
    "again": {"again"},
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
    reminded_at: datetime | str | None
    # Brought in by others and not answered; and when they were asked.
    is_unanswered: bool = False
    asked_at: datetime | str | None = None
    # Who is leaving the list, for as long as they can change their mind.
    is_leaving: bool = False

    @property
    def wants_a_place(self) -> bool:
        """Who was asked whether they want to be on the list and never answered is passed over."""
        return self.state == State.WAITING and not self.is_leaving and not (self.is_unanswered and self.asked_at)


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
        return [row for _pk, row in sorted(self.bookings.items()) if row.wants_a_place]

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


# In plain SQL: it knows nothing of the code that is looked at, and a step costs half of what it did.
STANDING = """
SELECT gathering.places, cancellation.gathering_id IS NULL AND postponement.gathering_id IS NULL
FROM plan_gathering gathering
LEFT JOIN plan_cancellation cancellation ON cancellation.gathering_id = gathering.id
LEFT JOIN plan_postponement postponement ON postponement.gathering_id = gathering.id
WHERE gathering.id = %s"""
BOOKINGS = """
SELECT booking.id, booking.state, seats, held_for, sectors, booking.email, person_id, person.email, reminded_at,
       brought.id IS NOT NULL AND confirmed_at IS NULL, asked_at, withdrawal.id IS NOT NULL
FROM bookings_booking booking LEFT JOIN people_person person ON person.id = person_id
LEFT JOIN bookings_broughtin brought ON brought.booking_id = booking.id
LEFT JOIN bookings_withdrawal withdrawal ON withdrawal.booking_id = booking.id
WHERE gathering_id = %s ORDER BY booking.id"""
OWED_SINCE = "SELECT id, booking_id, kind FROM bookings_owed WHERE id > %s ORDER BY id"
HELD = """
SELECT sector, places FROM bookings_heldplaces held JOIN bookings_opening opening ON opening.id = opening_id
WHERE gathering_id = %s AND held.until >= %s"""


def glimpse(gathering: int, now: datetime, owed_since: int = 0) -> Glimpse:
    with connection.cursor() as cursor:

        def ask(question: str, *words: int | str) -> list[tuple[Any, ...]]:
            cursor.execute(question, words)
            return list(cursor.fetchall())

        [(places, takes_offers)] = ask(STANDING, gathering)
        rows = ask(BOOKINGS, gathering)
        emails = ask(OWED_SINCE, owed_since)
        held = ask(HELD, gathering, timezone.localdate(now).isoformat())
    owed = defaultdict(list)
    for _pk, booking, kind in emails:
        owed[booking].append(kind)
    return Glimpse(
        bookings={row[0]: Row._make([*row[:4], json.loads(row[4]), *row[5:]]) for row in rows},
        places=NO_LIMIT if places is None else places,
        held=dict(held),
        takes_offers=bool(takes_offers),
        owed=owed,
        last_owed=emails[-1][0] if emails else owed_since,
    )


def most_taken(ceiling: int, before: Glimpse, after: Glimpse) -> int:
    """How many may sit here: all places, or those who sat already when the convenors took places away."""
    if after.places < before.places:
        return max(after.places, min(ceiling, before.taken))
    return max(after.places, min(ceiling, after.taken))


def holds(before: Glimpse, after: Glimpse, *, ceiling: int, asker: str, is_given: bool) -> None:
    assert after.taken <= ceiling, f"{after.taken} seats are taken, and {ceiling} may be"
    _once_each(after)
    _in_order(before, after, is_given=is_given)
    for pk, row in after.bookings.items():
        owed = [kind for kind in after.owed.get(pk, []) if kind != "changed"]
        _told_once(before.bookings.get(pk), row, owed, asker=asker, is_given=is_given)


def all_hear_of_it(before: Glimpse, after: Glimpse, *, is_urgent: bool) -> None:
    """That the day is off, or is on again: each who has a place or waits for one, once; and of nothing else."""
    live = [row for row in before.bookings.values() if row.state in SEATED | {"waiting"}]
    to_hear = Counter(row.pk for row in live if is_urgent and (row.address or row.email))
    owed = Counter(pk for pk, kinds in after.owed.items() for kind in kinds if kind == "changed")
    assert owed == to_hear, f"{to_hear - owed} did not hear of it, and {owed - to_hear} did"


def _once_each(after: Glimpse) -> None:
    live = [row for row in after.bookings.values() if row.state in SEATED | {"waiting"}]
    for who in ("email", "person"):
        often = Counter(getattr(row, who) for row in live)
        assert not [value for value, times in often.items() if value and times > 1], f"twice here by their {who}"


def _in_order(before: Glimpse, after: Glimpse, *, is_given: bool) -> None:
    """Nobody gets a seat that somebody who has waited longer would have taken."""
    was = {pk: row.state for pk, row in before.bookings.items()}
    newly = [r for pk, r in after.bookings.items() if r.state in SEATED and was.get(pk, "waiting") not in SEATED]
    for row in newly:
        overtaken = [
            earlier.pk
            for earlier in after.waiting
            if earlier.pk < row.pk and earlier.seats <= row.seats and row.held_for in {"", *earlier.sectors}
        ]
        assert is_given or not overtaken, f"{row.pk} overtook {overtaken}"


def _told_once(was: Row | None, row: Row, owed: list[str], *, asker: str, is_given: bool) -> None:
    changed = was is None or was.state != row.state
    assert row.state != "expected" or row.is_unanswered, f"{row.pk} is expected, and nobody brought them in"
    if changed and row.is_unanswered:
        # Put down, moved up in line, or ended: nobody who never asked for a place is written to by it.
        assert owed == [], f"{row.pk} never answered, became {row.state} and is owed {owed}"
        return
    may_be = OWED.get(row.state, set()) | ({"given"} if is_given and row.state == "kept" else set())
    if changed and (row.address or row.email):
        assert len(owed) == 1, f"{row.pk} became {row.state} and is owed {owed}"
        assert owed[0] in may_be, f"{row.pk} became {row.state} and is owed {owed}"
        return
    reminded = was is not None and was.reminded_at != row.reminded_at
    was_asked = was is not None and was.asked_at != row.asked_at
    assert not (was_asked and was and was.asked_at), f"{row.pk} was asked twice whether they come"
    most = 1 if reminded or was_asked or (asker and asker == row.email) else 0
    assert len(owed) <= most, f"nothing happened to {row.pk}, and it is owed {owed}"
