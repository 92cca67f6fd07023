"""E-mails about bookings. One function writes what is owed; one table says which words it takes."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings import again
from goldenthread.gatherings.bookings.above import DoorCode, RoomAboveBookings
from goldenthread.gatherings.bookings.answering import booking_of, sealed
from goldenthread.gatherings.bookings.expecting import has_heard_enough
from goldenthread.gatherings.bookings.in_words import a_moment, answered_by_when, is_held_only, places_left
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, State
from goldenthread.gatherings.bookings.moved import is_news, last_known
from goldenthread.gatherings.bookings.places_by_asking import in_their_words
from goldenthread.gatherings.bookings.reminders_to_write import about_the_day
from goldenthread.gatherings.bookings.rules import is_by_asking, is_over
from goldenthread.gatherings.bookings.saying_quietly import as_its_e_mail_says
from goldenthread.gatherings.bookings.seats import seats_of
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.calendar import calendar_to_send
from goldenthread.gatherings.plan.emails import what_changed
from goldenthread.kit import clock
from goldenthread.kit.address import absolute
from goldenthread.kit.registry import rooms
from goldenthread.kit.six_digits import new_code
from goldenthread.kit.sql import insert, query
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import about
from goldenthread.outbox.previewing import as_a_sample

SEAL = "UPDATE bookings_booking SET code_hash = %s, tries = 0 WHERE id = %s RETURNING id"
# Those that answer a press, and carry a code for the browser that pressed.
WITH_A_CODE = {Owed.Kind.KEPT, Owed.Kind.WAITING, Owed.Kind.ASKED, Owed.Kind.AGAIN}
# Those that bring the day into a calendar.
WITH_A_CALENDAR = {Owed.Kind.COMING, Owed.Kind.CHANGED, Owed.Kind.BACK, Owed.Kind.AHEAD}
# Those to who has no booking, and only asked.
OF_A_REQUEST = {Owed.Kind.ASKED, Owed.Kind.NO, Owed.Kind.TAKEN_BACK}
WHY_A_PRESS = gettext_lazy("You get this because somebody asked for a place with this address. We hope it was you.")
WHY_THEY_ASKED = gettext_lazy("You get this because you asked for a place with this address.")
WHY_A_BOOKING = gettext_lazy("You get this because there’s a booking with this address.")


@dataclass(frozen=True)
class Composed:
    """An e-mail in words, and the seal of the code in it, if it carries one. Neither is in the database yet."""

    debt: Owed
    email: Email | None = None
    seal: str = ""
    # A change that needs no e-mail about their place, and may still be news to who follows the plan.
    is_untold: bool = False

    def keep(self) -> None:
        """Only the seal of a code is kept. A new e-mail brings a new code and new tries."""
        if self.seal:
            query(SEAL, self.seal, self.debt.booking_id)
        if self.email:
            insert(self.email)
        if self.is_untold:
            self.debt.hear_as_a_follower()


def compose(debt: Owed) -> Composed:
    """The e-mail that is owed, in the language of whoever booked. No e-mail for somebody without an address."""
    booking = debt.booking
    if debt.kind == Owed.Kind.CHANGED and not is_news(debt):
        return Composed(debt, is_untold=True)
    if not booking.address or not _is_wanted(debt):
        return Composed(debt)
    if twin := again.told_already(booking):
        return Composed(debt, seal=twin.code_hash)
    # Who waits or has asked, and has said that it is them, has nothing to confirm.
    is_known = debt.kind in {Owed.Kind.WAITING, Owed.Kind.ASKED} and booking.confirmed_at
    code = new_code() if debt.kind in WITH_A_CODE and not is_known else ""
    with translation.override(booking.person.language if booking.person else booking.language):
        try:
            email = _in_words(debt, code)
        except post.Refused:
            return Composed(debt)
        if debt.kind in WITH_A_CALENDAR and booking.is_seated:
            email.calendar = calendar_to_send(booking.gathering)
    return Composed(debt, email, sealed(booking, code) if code else "")


def _is_wanted(debt: Owed) -> bool:
    """Not one change too many, nor a reminder of what does not take place, or no longer concerns them."""
    booking, gathering = debt.booking, debt.booking.gathering
    if debt.kind == Owed.Kind.AHEAD:
        return booking.is_coming and not gathering.is_called_off and not gathering.is_postponed
    return debt.kind != Owed.Kind.CHANGED or not has_heard_enough(booking, debt.at)


def _in_words(debt: Owed, code: str) -> Email:
    return post.compose(
        kind=f"booking: {debt.kind}",
        to=debt.booking.person,
        address=debt.booking.address,
        template=f"bookings/emails/booking_{debt.kind}",
        context=_about(debt) | _end_of(debt) | _of_its_kind(debt) | _with_its_code(debt, code),
    )


def as_it_will_be(debt: Owed) -> Email | None:
    """For whoever looks before it goes."""
    email = compose(debt).email
    return as_a_sample(email) if email else None


def _with_its_code(debt: Owed, code: str) -> dict[str, Any]:
    return {"code": f"{code[:3]} {code[3:]}".strip()} if debt.kind in WITH_A_CODE else {}


def _end_of(debt: Owed) -> dict[str, Any]:
    """Why we write. Only those who did not ask, and who need no reminder, can refuse it with one press."""
    if debt.kind == Owed.Kind.GIVEN:
        return {
            "why": _("You get this because somebody would like you to have their place, and typed in this address.")
        }
    if debt.kind == Owed.Kind.AHEAD:
        return {"why": _("You have a place there."), "about": about(debt.booking.gathering)}
    if debt.kind in OF_A_REQUEST and debt.booking.confirmed_at:
        return {"why": WHY_THEY_ASKED}
    if debt.kind != Owed.Kind.EXPECTED and not _is_news_to_whom_others_put_down(debt):
        return {"why": WHY_A_PRESS if debt.booking.confirmed_at is None else WHY_A_BOOKING}
    return {"why": _("The convenors put you down for it."), "about": about(debt.booking.gathering)}


def _is_news_to_whom_others_put_down(debt: Owed) -> bool:
    """It may be the first that they hear of it: they asked for nothing."""
    return debt.kind == Owed.Kind.CHANGED and debt.booking.is_unanswered


def _of_its_kind(debt: Owed) -> dict[str, Any]:
    """What only one kind of e-mail says."""
    if debt.kind == Owed.Kind.ASKED:
        days = Opening.objects.of(debt.booking.gathering).values_list("answer_days", flat=True).get()
        return {"by_when": answered_by_when(debt.booking.gathering, days, debt.booking.at)}
    if debt.kind in {Owed.Kind.COMING, Owed.Kind.ENDED}:
        return {"by_asking": is_by_asking(debt.booking.gathering)}
    if debt.kind == Owed.Kind.NO:
        return in_their_words(debt.booking.kind_no)
    if debt.kind in {Owed.Kind.COST, Owed.Kind.COST_ANEW}:
        return as_its_e_mail_says(debt.booking, debt.kind)
    if debt.kind == Owed.Kind.AHEAD:
        return about_the_day(debt)
    return _why_they_wait(debt) if debt.kind == Owed.Kind.WAITING else {}


def _why_they_wait(debt: Owed) -> dict[str, Any]:
    """Free places may be held for others: then the e-mail says what the page says."""
    opening = Opening.objects.with_its_gathering().of(debt.booking.gathering).first()
    seats = seats_of(opening, clock.now()) if opening else None
    return {"held": places_left(seats, opening.held_places.all()) if opening and seats and is_held_only(seats) else ""}


def _about(debt: Owed) -> dict[str, Any]:
    booking, gathering = debt.booking, debt.booking.gathering
    mine = booking_of(booking) if booking.state == State.AGAIN else booking
    return (what_changed(gathering, last_known(debt)) if debt.kind == Owed.Kind.CHANGED else {}) | {
        "booking": booking,
        "is_over": is_over(gathering, clock.now()),
        # How it stands: of a press, the booking that its address has.
        "stands": mine,
        "gathering": gathering,
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
        "until": a_moment(mine.until, gathering.zone) if mine and mine.until else "",
        "place_on_waiting_list": mine.place_on_waiting_list() if mine else 0,
        "code": _door_code(booking),
        # Who was put down, and said yes to a convenor and not to us.
        "by_word_of_mouth": booking.is_by_word_of_mouth,
        "mine": (mine or booking).get_absolute_url(),
        "typed": booking.get_absolute_url(),
        "address": absolute(gathering.get_absolute_url()),
        "cost_page": absolute(reverse("bookings:cost", args=[gathering.slug, booking.key])),
        "again": absolute(reverse("bookings:booking", args=[gathering.slug])),
    }


def _door_code(booking: Booking) -> DoorCode | None:
    codes = (wing.door_code(booking) for wing in rooms(RoomAboveBookings))
    return next((code for code in codes if code), None)
