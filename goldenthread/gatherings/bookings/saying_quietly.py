"""The cost, said quietly: to one named convenor, answered by them, and read by nobody else.

Nothing of it is written into the journal: that somebody said something would say it all. docs/decisions/0050-a-place-that-is-asked-for.md.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, QuietWord
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest


class NoLongerTheirs(Exception):
    """It was read that somebody else reads it, or somebody answered a moment ago."""


def reader_at(gathering: Gathering) -> Person | None:
    """Who reads it: the convenor who was named, while they convene and something costs."""
    named = Convening.objects.current().filter(gathering=gathering, person=F("gathering__opening__cost_reader"))
    convening = named.exclude(gathering__cost="").select_related("person").first()
    return convening.person if convening else None


def said_at(booking: Booking) -> QuietWord | None:
    """For whoever said it."""
    return QuietWord.objects.filter(booking=booking).select_related("reader").first()


def stamp_of(gathering: Gathering, reader: Person | None) -> str:
    """Of who reads it, as a form showed it: nothing typed under one name goes to another."""
    return salted_hmac("goldenthread.bookings.cost", f"{gathering.pk} {reader.pk if reader else ''}").hexdigest()[:16]


def say_with(booking: Booking, wish: PlaceRequest, *, now: datetime) -> None:
    """With a press, whatever its address has here; call it in the transaction of the press."""
    if wish.cost_reader:
        QuietWord.objects.filter(booking=booking).delete()
        QuietWord.objects.create(booking=booking, reader=wish.cost_reader, words=wish.cost, at=now)


@transaction.atomic
def say_quietly(booking: Booking, words: str, *, reader: Person | None, now: datetime) -> None:
    """Said anew, or taken back with no words at all. Raises `NoLongerTheirs` if somebody else reads it now."""
    Opening.objects.in_turn(booking.gathering_id)
    if words and (reader is None or reader != reader_at(booking.gathering)):
        raise NoLongerTheirs
    QuietWord.objects.filter(booking=booking).delete()
    if words:
        QuietWord.objects.create(booking=booking, reader=reader, words=words, at=now)


@transaction.atomic
def answer(word: QuietWord, words: str, *, now: datetime) -> None:
    """They are e-mailed that there is an answer; its words stand on their page alone, and go with theirs. Raises `NoLongerTheirs`."""
    mine = QuietWord.objects.filter(pk=word.pk, at=word.at, answered_at=word.answered_at)
    if not mine.update(answer=words, answered_at=now):
        raise NoLongerTheirs
    Owed.objects.filter(booking=word.booking, kind=Owed.Kind.COST).delete()
    if word.booking.address:
        Owed.objects.create(booking=word.booking, kind=Owed.Kind.COST, at=now)


def confirm_with(press: Booking, booking: Booking) -> None:
    """What was said with a press is theirs to say once it is confirmed; with earlier presses it is forgotten."""
    newer = QuietWord.objects.filter(booking=press).first()
    presses = Booking.with_presses.filter(
        gathering=press.gathering_id, email=press.email, pk__lt=press.pk, state=press.state
    )
    QuietWord.objects.filter(booking__in=presses).delete()
    if newer:
        QuietWord.objects.filter(booking=booking).delete()
        QuietWord.objects.filter(pk=newer.pk).update(booking=booking)


def ask_anew(gathering: Gathering, *, now: datetime) -> None:
    """Somebody is named, and what was written to who has stepped back is read by nobody: it is erased, and whoever wrote it may
    write it again. Call it while the opening is locked."""
    if reader_at(gathering) is None:
        return
    orphans = QuietWord.objects.at(gathering).unread().select_related("booking__person").defer("words", "answer")
    for word in orphans.order_by("pk"):
        booking = word.booking
        if booking.is_live and booking.is_proved and booking.address:
            Owed.objects.create(booking=booking, kind=Owed.Kind.COST_ANEW, at=now)
        word.delete()


def needs_a_reader(gathering: Gathering, opening: Opening) -> bool:
    """Whether something costs and nobody reads what people say about it. Whether anybody has said something makes no difference:
    the other convenors would read it off. At a gathering with its convenors."""
    readers = {convening.person_id for convening in gathering.current_convenings}
    return bool(gathering.cost) and opening.cost_reader_id not in readers


def as_its_e_mail_says(booking: Booking, kind: Owed.Kind | str) -> dict[str, Any]:
    """Who answered, whoever reads it since; or who reads it now. Never what was said."""
    if kind == Owed.Kind.COST:
        word = said_at(booking)
        reader = word.reader if word else None
    else:
        reader = reader_at(booking.gathering)
    return {"reader": reader, "speaks_of": reader, "answers_to": reader}
