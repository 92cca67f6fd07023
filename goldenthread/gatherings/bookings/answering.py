"""What people answer from an e-mail: this is me, and yes, I come."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from goldenthread.gatherings.bookings.answers import forget_what_was_typed, take_answers
from goldenthread.gatherings.bookings.expecting import no_email_wanted
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, Opening, Owed, QuietWord, State, Withdrawal
from goldenthread.gatherings.bookings.models.state import LIVE
from goldenthread.gatherings.bookings.saying_quietly import confirm_with
from goldenthread.gatherings.bookings.seats import has_room
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.journal.note import note
from goldenthread.kit.six_digits import count_a_try, fits, seal_of
from goldenthread.people.models import Person

# What somebody may type once more, and what their booking says when it is known to be them.
WORDS = ("name", "language", "sectors", "needs", "table_needs", "line", "supporter")
ASKING_THEM = [Owed.Kind.KEPT, Owed.Kind.OFFER, Owed.Kind.REMINDER, Owed.Kind.EXPECTED]


class NotLive(Exception):
    """This booking has ended, perhaps a moment ago, or the gathering is over."""


class CalledOff(NotLive):
    """The gathering does not take place, so there is nothing to come to."""


class WrongCode(Exception):
    """That is not the code, or it was tried too often."""


@transaction.atomic
def confirm(booking: Booking, now: datetime) -> Booking:
    """The address is theirs. A kept or offered place is now theirs too; who waits goes on waiting, and is known.

    Of a press for an address that has a booking: what was typed then is what that booking says now.
    """
    opening = Opening.objects.in_turn(booking.gathering_id)
    if opening.gathering.is_called_off:
        raise CalledOff
    press, booking = _as_they_are(booking)
    change_ones_mind(booking)
    if booking.state == State.COMING and booking.person_id and not (press or booking.is_by_word_of_mouth):
        return booking
    # Who was put down by others may say afterwards, too, that it was them: for their certificate, and for who they met.
    if opening.is_over(now) and not booking.is_unanswered:
        raise NotLive
    if press:
        take_down(booking, press, opening, now)
        confirm_with(press, booking)
        _use_up(press, booking, now)
    settle(booking, _whose(booking), now)
    move_on(opening, now)
    return booking


def change_ones_mind(*bookings: Booking | int) -> None:
    """Who says that they are coming, asks again, or stands in the door, has not given up their place. Call it while the
    opening is locked."""
    Withdrawal.objects.filter(booking__in=bookings).delete()


@transaction.atomic
def say_yes_for(booking: Booking, *, now: datetime, by: Person) -> Booking:
    """Somebody told a convenor that they come. The address is nobody's by that: no page of theirs opens."""
    opening = Opening.objects.in_turn(booking.gathering_id)
    _press, booking = _as_they_are(booking)
    if opening.is_over(now) or opening.gathering.is_called_off or not booking.waits_for_a_yes:
        raise NotLive
    if booking.email and not booking.is_proved:
        # From now on a convenor vouches for it, and whoever owns the address reads in our e-mail who said so. Not for what was
        # typed with it: that may be a stranger's.
        forget_what_was_typed(booking)
        BroughtIn.objects.create(booking=booking, by=by, at=now, asked_at=now)
    settle(booking, booking.person, now)
    booking.owed.filter(kind=Owed.Kind.EXPECTED).delete()
    if booking.email and no_email_wanted([booking.email]):
        booking.owed.all().delete()
    note(by, "wrote down that somebody comes", booking)
    move_on(opening, now)
    return booking


def settle(booking: Booking, person: Person | None, now: datetime) -> None:
    """What stands in it is theirs, and whoever sits comes."""
    booking.person = person
    booking.confirmed_at = booking.confirmed_at or now
    booking.until = None if booking.is_seated else booking.until
    is_new = booking.is_seated and booking.state != State.COMING
    booking.state = State.COMING if booking.is_seated else booking.state
    booking.save(update_fields=["person", "confirmed_at", "until", "state"])
    if is_new:
        _say_that_they_come(booking, now)


def take_down(booking: Booking, press: Booking, opening: Opening, now: datetime) -> None:
    """What was typed in a press becomes what the booking says. Call it while the opening is locked.

    What the owner said before stays where nothing new was typed: they may only have looked for an e-mail. What nobody
    confirmed goes as a whole, because anybody may have typed it.
    """
    change_ones_mind(booking)
    keeps = booking.is_proved
    if not keeps:
        QuietWord.objects.filter(booking=booking).delete()
        booking.answers.all().delete()
    for word in WORDS:
        typed = getattr(press, word)
        setattr(booking, word, typed if typed or not keeps else getattr(booking, word))
    if press.seats > booking.seats:
        booking.seats = press.seats if has_room(booking, opening, now) else booking.seats
    elif not keeps:
        booking.seats = press.seats
    booking.save(update_fields=[*WORDS, "seats"])


def confirm_by_code(booking: Booking, code: str, now: datetime) -> tuple[Booking, bool]:
    """The same, in the browser that pressed; and whether the code was used for the first time, also by presses that share it.

    Every try counts, however many are made at once.
    """
    is_open = Q(state__in=LIVE) | Q(state=State.AGAIN, confirmed_at=None)
    if not count_a_try(Booking.with_presses.filter(is_open, pk=booking.pk)):
        raise WrongCode
    kept = Booking.with_presses.values_list("code_hash", flat=True).get(pk=booking.pk)
    if fits(code, _used_salt_of(booking), kept):
        return confirm(booking, now), False
    if not fits(code, _salt_of(booking), kept):
        raise WrongCode
    with transaction.atomic():
        those = Booking.with_presses.filter(gathering=booking.gathering_id, email=booking.email, code_hash=kept)
        is_first = bool(those.update(code_hash=seal_of(code, _used_salt_of(booking))))
        return confirm(booking, now), is_first


def sealed(booking: Booking, code: str) -> str:
    return seal_of(code, _salt_of(booking))


def booking_of(press: Booking) -> Booking | None:
    """What the address of a press has now."""
    live = Booking.objects.live().select_related("gathering", "person")
    return live.filter(gathering=press.gathering_id, email=press.email).first()


def _salt_of(booking: Booking) -> str:
    """Of an address at a gathering: two presses that say the same may share one e-mail."""
    return f"goldenthread.bookings.code.{booking.gathering_id}.{booking.email}"


def _used_salt_of(booking: Booking) -> str:
    """A code that was used confirms in a second tab, too, and signs nobody in any more."""
    return f"{_salt_of(booking)}.used"


def _as_they_are(booking: Booking) -> tuple[Booking | None, Booking]:
    """As it stands now that we hold the lock; and the press, if it is one that was not used yet."""
    as_it_is = Booking.with_presses.select_related("gathering", "person").filter(pk=booking.pk).first()
    is_press = as_it_is is not None and as_it_is.state == State.AGAIN
    current = booking_of(booking) if is_press else as_it_is
    if current is None or not current.is_live:
        raise NotLive
    return as_it_is if is_press and as_it_is and not as_it_is.confirmed_at else None, current


def _say_that_they_come(booking: Booking, now: datetime) -> None:
    """The e-mail that asked them to confirm is pointless now, if it was not written yet."""
    booking.owed.filter(kind__in=ASKING_THEM).delete()
    if booking.address and not Opening.supposed(booking.gathering).is_over(now):
        Owed.objects.create(booking=booking, kind=Owed.Kind.COMING, at=now)
    note(booking.person, "confirmed a booking", booking)


def _use_up(press: Booking, booking: Booking, now: datetime) -> None:
    """Its words stand in the booking now, and nowhere else; its address leads there until it is forgotten."""
    press.owed.all().delete()
    earlier = Booking.with_presses.filter(gathering=press.gathering_id, email=press.email, pk__lte=press.pk)
    # Those before it, too: an older e-mail does not put back what was corrected since.
    used = earlier.filter(state=State.AGAIN, confirmed_at=None)
    take_answers(press, booking, older=used)
    used.update(confirmed_at=now, needs="", line="", supporter="", code_hash="")
    note(booking.person, "confirmed what they typed when they asked again", booking)


def _whose(booking: Booking) -> Person | None:
    """Whoever goes by this address; a newcomer becomes somebody here, and a member only when they join."""
    if not booking.email or (booking.person and not booking.is_by_word_of_mouth):
        return booking.person
    person = Person.objects.with_address(booking.email, name=booking.name, language=booking.language)
    other = Booking.objects.live().filter(gathering=booking.gathering_id, person=person).exclude(pk=booking.pk)
    # They booked once under another address: this one stays without a person, and the convenors see two lines.
    return booking.person if other.exists() else person
