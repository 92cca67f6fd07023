"""Somebody rang up, and a convenor corrects their booking: what they told, their name, or a mistyped address.

They read about it, at both addresses if it moved. What was told for the day is never shown to an address that nobody but a
convenor has given: docs/decisions/0044-a-convenor-corrects-a-booking.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from goldenthread.gatherings.bookings.above import RoomAboveBookings
from goldenthread.gatherings.bookings.answering import NotLive
from goldenthread.gatherings.bookings.answers import put_answers
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.correcting import put_right, rename
from goldenthread.gatherings.bookings.expecting import (
    SaidNo,
    ask_each,
    expect_after_all,
    has_said_no,
    no_email_wanted,
    to_ask,
)
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, Opening, QuietWord
from goldenthread.gatherings.bookings.models.booking import a_key
from goldenthread.gatherings.bookings.rules import (
    is_its_owners,
    may_ask_the_expected,
    may_correct_for,
    may_rename_for,
)
from goldenthread.gatherings.bookings.showing_names import hide
from goldenthread.gatherings.bookings.telling_corrections import tell_there, tell_where_it_was
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.journal.note import note
from goldenthread.kit.registry import rooms
from goldenthread.people.models import Person

# What the journal and the e-mail name. Of a sector, only that it was touched: whether it is another one is nobody's business.
FIELDS = ("name", "email", "sectors", "needs", "supporter", "line", "answers")


class BookedAlready(Exception):
    """Somebody here has a booking with this address."""


class TheirAddress(Exception):
    """Somebody showed that the address of this booking is theirs. Only they change it."""


class WishesStand(Exception):
    """What was asked of the tables stands at this booking, and would be whoever's has another address then."""


class ChangedMeanwhile(Exception):
    """It does not stand any more as whoever corrects it read it."""


@dataclass(frozen=True)
class Former:
    """How the booking was before: where we wrote to, and by which name."""

    address: str
    name: str
    is_proved: bool
    heard: bool

    @classmethod
    def of(cls, booking: Booking) -> Former:
        name = booking.known_as if booking.is_proved else ""
        heard = not booking.is_unanswered or booking.brought_in.asked_at is not None
        return cls(booking.address, name, booking.is_proved, heard)


def stamp_of(booking: Booking) -> str:
    """Of what a convenor reads before they correct it. Nobody reads anything off it."""
    needs = (booking.needs, booking.table_needs)
    shown = [booking.known_as, booking.email, needs, booking.seats, booking.supporter, booking.line]
    shown += [booking.is_proved, is_its_owners(booking), _answers(booking)]
    return salted_hmac("goldenthread.bookings.correction", repr(shown)).hexdigest()


@transaction.atomic
def correct_for(
    booking: Booking, details: PlaceRequest, *, seen: str, forgets_sectors: bool = False, now: datetime, by: Person
) -> list[str]:
    """Which fields were corrected; `seen` is the stamp of what was read. Raises `NotLive`, and every refusal above."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    booking = Booking.objects.select_related("gathering", "person", "brought_in").get(pk=booking.pk)
    if not may_correct_for(booking, now):
        raise NotLive
    if seen != stamp_of(booking):
        raise ChangedMeanwhile
    before, former = _contents(booking), Former.of(booking)
    if details.email != booking.email:
        _must_be_free(booking, details.email)
        _move_to(booking, details.email, now=now, by=by)
    put_answers(booking, details.answers, forgets=not former.is_proved)
    touches_sectors = bool(details.sectors) or forgets_sectors
    _put_right(booking, details, opening, keeps_sectors=former.is_proved and not touches_sectors, now=now)
    after = _contents(booking)
    changed = [name for name in FIELDS if before[name] != after[name] or (name == "sectors" and touches_sectors)]
    if changed:
        _say_so(booking, changed, former, now=now, by=by)
    move_on(opening, now)
    return changed


def _say_so(booking: Booking, changed: list[str], former: Former, *, now: datetime, by: Person) -> None:
    if {"name", "sectors"} & {*changed}:
        # They show what they have read themselves: not what somebody else has written since.
        hide(booking)
    note(by, "corrected a booking for somebody", booking, why=", ".join(changed))
    _tell(booking, changed, former, now=now, by=by)


def _put_right(
    booking: Booking, details: PlaceRequest, opening: Opening, *, keeps_sectors: bool, now: datetime
) -> None:
    sectors = booking.sectors if keeps_sectors else details.sectors
    put_right(booking, replace(details, sectors=sectors, role=booking.role, region=booking.region), opening, now)
    if may_rename_for(booking):
        rename(booking, details.name)


def _contents(booking: Booking) -> dict[str, object]:
    contents: dict[str, object] = {name: getattr(booking, name) for name in ("email", "line")}
    contents["answers"] = _answers(booking)
    contents["needs"] = (booking.needs, booking.table_needs)
    return contents | {"name": booking.known_as, "sectors": None, "supporter": (booking.seats, booking.supporter)}


def _answers(booking: Booking) -> list[tuple[int, str]]:
    return sorted(booking.answers.values_list("question", "words"))


def _must_be_free(booking: Booking, address: str) -> None:
    """And nobody's: whoever opens it there reads nothing that somebody else asked."""
    if is_its_owners(booking):
        raise TheirAddress
    if any(wing.keeps_wishes(booking) for wing in rooms(RoomAboveBookings)):
        raise WishesStand
    others = Booking.objects.live().filter(gathering=booking.gathering_id).exclude(pk=booking.pk)
    known = Person.objects.filter(email=address).first()
    if others.of(person=known, email=address).exists():
        raise BookedAlready
    if has_said_no(booking.gathering, address):
        raise SaidNo


def _move_to(booking: Booking, address: str, *, now: datetime, by: Person) -> None:
    """No link of an earlier e-mail opens it any more, and no page of the old address holds it. Somebody on paper stays who they are."""
    booking.email, booking.key, booking.code_hash, booking.told_elsewhere = address, a_key(), "", True
    booking.save(update_fields=["email", "key", "code_hash", "told_elsewhere"])
    # Said from another address, and to be read at no new one.
    QuietWord.objects.filter(booking=booking).delete()
    # What was shown was the word of whoever had the booking before.
    hide(booking)
    if booking.is_proved:
        # Who has not answered is asked there once more; for everybody else a convenor vouches.
        asked_at = None if booking.is_unanswered else now
        vouched = {"by": by, "at": now, "asked_at": asked_at}
        BroughtIn.objects.update_or_create(booking=booking, defaults={"asked_at": asked_at}, create_defaults=vouched)


def _tell(booking: Booking, changed: list[str], former: Former, *, now: datetime, by: Person) -> None:
    """Who has not said yes yet gets no e-mail but the one that asks them, at the address that they have now."""
    if not former.is_proved:
        expect_after_all(booking, now=now, by=by)
    if former.heard and former.address not in {"", booking.email}:
        tell_where_it_was(booking, changed, former.address, name=former.name, by=by)
    if booking.is_by_word_of_mouth and no_email_wanted([booking.email]):
        return
    if not booking.is_unanswered:
        tell_there(booking, changed, by=by)
    elif former.heard and may_ask_the_expected(booking.gathering, now):
        ask_each(to_ask(booking.gathering).filter(booking=booking), now=now)
