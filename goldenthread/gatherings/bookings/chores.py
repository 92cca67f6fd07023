"""What happens to bookings by itself: reminders, releases, offers passed on, e-mails, and forgetting."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from goldenthread.gatherings.bookings import counting, emails, reminding, withdrawing
from goldenthread.gatherings.bookings.again import in_turns
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import (
    Booking,
    BookingQuestion,
    Opening,
    Owed,
    QuietWord,
    Reminder,
    Showing,
    State,
)
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.owed import OwedQuerySet
from goldenthread.gatherings.bookings.models.presses import A_PRESS_WAITS
from goldenthread.gatherings.bookings.models.reminder import LONGEST_AHEAD
from goldenthread.gatherings.bookings.paper import forget_with_their_bookings
from goldenthread.gatherings.bookings.reminding import is_due
from goldenthread.gatherings.bookings.waiting_list import move_on
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.house import remembering

ONE_DAY = timedelta(days=1)
NEEDS_ARE_KEPT_FOR = timedelta(days=14)
BOOKINGS_ARE_KEPT_FOR = timedelta(days=365)
EMAILS_IN_A_ROUND, EMAILS_AT_ONCE = 200, 25


def remind(now: datetime) -> None:
    """A kind e-mail before a place is released."""
    for booking in Booking.objects.to_remind(now).order_by("pk"):
        _remind(booking, now)


def remind_of_the_day(now: datetime) -> None:
    """A week and a day ahead, or as the convenors chose; each once."""
    # Where it takes place it may be another day than here.
    first, last = timezone.localdate(now - ONE_DAY), timezone.localdate(now + (LONGEST_AHEAD + 1) * ONE_DAY)
    for reminder in Reminder.objects.of_what_takes_place().filter(gathering__day__range=(first, last)).order_by("pk"):
        if is_due(reminder, now):
            reminding.remind(reminder, now)


def release(now: datetime) -> None:
    """Places that were given up or never confirmed, and offers that were not answered, pass on."""
    withdrawing.pass_on(now)
    for booking in Booking.objects.to_release(now).order_by("pk"):
        _end(Booking.objects.to_release(now), booking, State.RELEASED, now)
    for booking in Booking.objects.to_pass_on(now).order_by("pk"):
        _end(Booking.objects.to_pass_on(now), booking, State.LAPSED, now)


def move_lines(now: datetime) -> None:
    """What falls free by itself: a larger room, or held places whose day is over."""
    waiting = Booking.objects.in_waiting_order().order_by().values("gathering")
    for opening in Opening.objects.filter(gathering__in=waiting).order_by("pk"):
        with transaction.atomic():
            move_on(Opening.objects.in_turn(opening.gathering_id), now)


def write_emails(_now: datetime) -> None:
    """Every e-mail that a booking owes, once, however many workers there are."""
    _write_some(Owed.objects.to_write())


def write_about(gathering: Gathering) -> None:
    """That its plan changed, to the first of many."""
    _write_some(Owed.objects.to_write().changes_of(gathering))


def count_sectors(now: datetime) -> None:
    """Once a night: whoever looks in between sees nobody come or go."""
    counting.count_sectors(now)


def forget_needs(now: datetime) -> None:
    """Two weeks after the day, nobody needs to know what somebody needed."""
    long_over = Booking.with_presses.filter(_over_since(now - NEEDS_ARE_KEPT_FOR))
    columns = {"needs": "", "table_needs": "", "supporter": "", "line": ""}
    long_over.exclude(**columns).update(**columns)
    QuietWord.objects.filter(booking__in=long_over).delete()


def forget_answers(now: datetime) -> None:
    """Each on the day that stood beside its question."""
    for question in BookingQuestion.objects.answered().select_related("gathering__postponement").order_by("pk"):
        if question.is_past(question.gathering, now):
            question.answers.all().delete()


def forget_shown_names(now: datetime) -> None:
    """The list of who else is coming is closed then, and nobody reads it any more."""
    Showing.objects.over(now).delete()


def forget_bookings(now: datetime) -> None:
    long_over = Booking.with_presses.filter(_over_since(now - BOOKINGS_ARE_KEPT_FOR))
    forget_with_their_bookings(list(long_over.values_list("pk", flat=True)))


def forget_presses(now: datetime) -> None:
    """What was typed for an address that has a place, and nobody confirmed in time."""
    Booking.with_presses.filter(state=State.AGAIN, at__lte=now - A_PRESS_WAITS).delete()


@transaction.atomic
def _remind(booking: Booking, now: datetime) -> None:
    opening = Opening.objects.in_turn(booking.gathering_id)
    mine = Booking.objects.to_remind(now).filter(pk=booking.pk).update(reminded_at=now)
    if mine and not opening.is_over(now):  # Another worker may have been quicker.
        Owed.objects.create(booking=booking, kind=Owed.Kind.REMINDER, at=now)


def _write_some(owed: OwedQuerySet) -> None:
    with_all = owed.select_related("booking__gathering", "booking__person", "reminder__answers_to")
    debts = list(with_all.order_by("pk")[:EMAILS_IN_A_ROUND])
    for turn in in_turns(debts):
        for first in range(0, len(turn), EMAILS_AT_ONCE):
            with remembering():
                _write(turn[first : first + EMAILS_AT_ONCE])


def _write(debts: list[Owed]) -> None:
    """Words take their time, and whoever books does not wait for it: they are found before the transaction begins."""
    composed: list[emails.Composed] = []
    try:
        for debt in debts:
            composed.append(emails.compose(debt))  # noqa: PERF401 - what goes wrong with one is not for those before it
    finally:
        _keep(composed)


@transaction.atomic
def _keep(composed: list[emails.Composed]) -> None:
    """Those that nobody else has written meanwhile. We wait for no other lock, so nobody can wait for us in a ring."""
    owed = Owed.objects.filter(pk__in=[each.debt.pk for each in composed]).select_related("booking")
    free = owed.only("booking__key").order_by("pk").select_for_update(skip_locked=True, of=("self", "booking"))
    mine = {debt.pk for debt in free}
    Owed.objects.filter(pk__in=mine).delete()
    for each in composed:
        if each.debt.pk in mine:
            each.keep()


def _end(due: BookingQuerySet, booking: Booking, state: State, now: datetime) -> None:
    with transaction.atomic():
        Opening.objects.in_turn(booking.gathering_id)
        if due.filter(pk=booking.pk).exists():  # Unless they answered a moment ago, or another worker was quicker.
            give_up(booking, state, now=now, by=None)


def _over_since(moment: datetime) -> Q:
    """The gathering was over by then; of those without a day, the booking was made before."""
    day = timezone.localdate(moment)
    over = Q(gathering__last_day__lt=day) | Q(gathering__last_day=None, gathering__day__lt=day)
    return over | Q(gathering__day=None, at__lt=moment - BOOKINGS_ARE_KEPT_FOR)
