"""What a new version of a plan means for those who have a place or wait for one: they hear of it at once, each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.db.models import F, Q

from goldenthread.gatherings.bookings import emails
from goldenthread.gatherings.bookings.models import Booking, Opening, Owed, Reminded, State
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.bookings.models.owed import OwedQuerySet
from goldenthread.gatherings.bookings.models.presses import PROVED
from goldenthread.gatherings.bookings.moved import is_news
from goldenthread.gatherings.bookings.waking_hours import add_waking_hours
from goldenthread.gatherings.plan.above import Preview
from goldenthread.gatherings.plan.models import Gathering, PendingChanges
from goldenthread.gatherings.plan.urgent_changes import is_urgent
from goldenthread.kit import clock
from goldenthread.people.models import Person

# E-mails about a booking that has ended are still true when the gathering is called off; no other is.
STILL_TRUE = {Owed.Kind.RELEASED, Owed.Kind.LAPSED, Owed.Kind.OVER, Owed.Kind.TAKEN_BACK, Owed.Kind.ENDED, Owed.Kind.NO}


def plan_changed(before: Gathering, after: Gathering, written_to: set[str]) -> None:
    """Only rows are written here, however many people come: the worker finds the words."""
    if not is_urgent(before, after):
        written_to.update(_told_with_the_rest(after))
        return
    if before.day and before.day != after.day:
        _take_reminders_back(before, before.day)
    if after.is_called_off:
        Owed.objects.filter(booking__gathering=after).exclude(kind__in=STILL_TRUE | {Owed.Kind.CHANGED}).delete()
    if after.turn == Gathering.Turn.REINSTATED:
        _give_time_again(after, clock.now())
    _let_no_answer_be_late(after, clock.now())
    debts = _owed(before, after)
    Owed.objects.bulk_create(debts.values(), batch_size=500)
    written_to.update(debts)


def changes_dropped(gathering: Gathering, pending: PendingChanges) -> None:
    Owed.objects.changes_of(gathering).filter(at__gte=pending.first_at).to_nobody()


def preview(gathering: Gathering) -> Preview:
    """One of each way to stand: they read something different, unless it is called off for them all."""
    owed = Owed.objects.changes_of(gathering).select_related("booking__person").order_by("pk")
    rows = list(owed.defer("booking__needs", "booking__table_needs", "booking__supporter"))
    for debt in rows:
        debt.booking.gathering = gathering
    news = [debt for debt in rows if is_news(debt)]
    firsts: dict[str, Owed] = {}
    for debt in news:
        stands = "kept" if debt.booking.state == State.OFFERED else debt.booking.state
        firsts.setdefault("" if gathering.is_called_off else stands, debt)
    written = map(emails.as_it_will_be, firsts.values())
    names = sorted(booking.known_as for booking in _live(gathering) if not booking.address)
    return Preview(
        people=len(news),
        emails=tuple(email for email in written if email),
        unreachable=tuple(names),
    )


# By which one is known; what they told for the day is sealed, and opening it takes its time.
KNOWN_AS = ("gathering", "name", "email", "state", "person__name", "person__chosen_name", "person__email")


def _owed(before: Gathering, after: Gathering) -> dict[str, Owed]:
    """By address: nobody gets it twice. What was not written yet of an earlier change is written together with this one."""
    rows = _earlier(Owed.objects.changes_of(after))
    earlier = {debt.booking_id: debt.since or 0 for debt in rows}
    first_at = {debt.booking_id: debt.at for debt in rows}
    known = _followers(after)
    debts: dict[str, Owed] = {}
    # Who has a seat before who waits, should both be of one address.
    for booking in sorted(_live(after), key=lambda booking: (not booking.is_seated, booking.pk)):
        address = booking.address.lower()
        if address and address not in debts:
            newest = before.sequence
            since = min(newest, earlier.get(booking.pk, newest), known.get(address, newest))
            at = first_at.get(booking.pk, after.changed_at)
            debts[address] = Owed(booking=booking, kind=Owed.Kind.CHANGED, at=at, since=since)
    return debts


def _take_reminders_back(before: Gathering, day: date) -> None:
    """They move with the day. Should it move back, whoever was owed one and did not get it has not been reminded."""
    owed = Owed.objects.filter(booking__gathering=before, kind=Owed.Kind.AHEAD)
    Reminded.objects.filter(day=day, booking__owed__in=owed, days=F("booking__owed__reminder__days")).delete()
    owed.delete()


def _live(gathering: Gathering) -> BookingQuerySet:
    """An address that only asked and that nobody has confirmed was typed by anybody; no place depends on it."""
    theirs = Booking.objects.filter(PROVED | ~Q(state=State.ASKED), gathering=gathering).live()
    return theirs.select_related("person").only(*KNOWN_AS)


def _earlier(owed: OwedQuerySet) -> list[Owed]:
    """Taken over under a lock: a worker that has just put them into words finds them gone, and keeps no such e-mail."""
    rows = list(owed.select_for_update(of=("self",)))
    Owed.objects.filter(pk__in=[debt.pk for debt in rows]).delete()
    return rows


def _told_with_the_rest(gathering: Gathering) -> set[str]:
    """Whoever follows the plan, and is owed an e-mail about their place, reads there what else changed."""
    known = _followers(gathering) if gathering.turn != Gathering.Turn.TIDIED else {}
    if not known:
        return set()
    addresses = {
        debt.pk: debt.booking.address.lower()
        for debt in Owed.objects.changes_of(gathering).select_related("booking__person")
        if debt.booking.address.lower() in known
    }
    rows = _earlier(Owed.objects.filter(pk__in=addresses))
    theirs = {addresses[debt.pk] for debt in rows}
    Owed.objects.bulk_create(
        Owed(booking_id=debt.booking_id, kind=debt.kind, at=debt.at, since=debt.since) for debt in rows
    )
    return theirs


def _followers(gathering: Gathering) -> dict[str, int]:
    """Which version those know of who follow the plan, by address: the e-mail about their place tells the rest, too."""
    followings = gathering.followings.exclude(person__letters_rhythm=Person.Rhythm.NEVER)
    rows = followings.exclude(person__email=None).values_list("person__email", "told")
    return {address.lower(): version for address, version in rows if address}


def _give_time_again(gathering: Gathering, now: datetime) -> None:
    """While it was called off nobody could confirm or answer, so everybody has the whole time once more."""
    opening = Opening.objects.filter(gathering=gathering).first()
    if opening is None:
        return
    hours, theirs = timedelta(hours=opening.confirm_hours), Booking.objects.filter(gathering=gathering)
    again = {"remind_at": now + hours * 2 / 3, "until": now + hours, "reminded_at": None}
    theirs.filter(state=State.KEPT).update(**again)
    answer_by = add_waking_hours(now, opening.answer_hours, gathering.zone)
    theirs.filter(state=State.OFFERED).update(until=answer_by)


def _let_no_answer_be_late(gathering: Gathering, now: datetime) -> None:
    """A day that comes sooner brings the time to answer forward with it."""
    if gathering.starts_at is None or gathering.is_called_off:
        return
    latest = Opening.supposed(gathering).in_time(datetime.max.replace(tzinfo=UTC), now)
    late = Booking.objects.filter(gathering=gathering, until__gt=latest)
    late.filter(state=State.KEPT).update(until=latest, remind_at=now + (latest - now) * 2 / 3)
    late.filter(state=State.OFFERED).update(until=latest)
