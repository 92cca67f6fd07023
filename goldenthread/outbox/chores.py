"""What happens to e-mails by itself: they go out, each once, and are forgotten in time."""

from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction

from goldenthread.kit.house import remembering, the_house
from goldenthread.outbox import emails, post
from goldenthread.outbox.models import Circular, CircularReceiver, Email, Outage
from goldenthread.outbox.sending import DeliveryRun, cause_of

# One round ends after so many e-mails or seconds, because other chores wait for the same worker.
EMAILS_IN_A_ROUND = 200
EMAILS_AT_ONCE = 25
A_ROUND_LASTS = timedelta(seconds=30)
WHEN_NOBODY_OPENS = timedelta(minutes=1)


def write_circulars(now: datetime) -> None:
    """An e-mail for each receiver of those that go out, a few in one transaction, so that nobody waits long for us."""
    going = CircularReceiver.objects.to_write().order_by().values_list("circular", flat=True).distinct()
    for circular in Circular.objects.filter(pk__in=list(going)).order_by("pk"):
        while _write_some_of(circular, now):
            pass


@transaction.atomic
def _write_some_of(circular: Circular, now: datetime) -> int:
    """Whoever stops it waits for these few, and no more are written after that."""
    Circular.objects.select_for_update().get(pk=circular.pk)
    few = list(circular.receivers.to_write().select_related("circular__by", "to").order_by("pk")[:EMAILS_AT_ONCE])
    for receiver in few:
        try:
            receiver.letter = emails.circular(receiver)
        except post.Refused:
            receiver.refused_at = now
        receiver.written_at = now
    CircularReceiver.objects.bulk_update(few, ["letter", "refused_at", "written_at"])
    return len(few)


def send_emails(now: datetime) -> None:
    """Send what is due, over one connection. `now` is real time: mail servers know no other."""
    house = the_house()
    if house and house.is_sample:
        # Whatever EMAIL_URL says: nobody in the sample house is a person who asked for an e-mail.
        Email.objects.filter(state=Email.State.OWED).update(state=Email.State.KEPT)
        Outage.objects.end()
    elif settings.EMAIL_URL:
        Email.objects.take_up_what_was_left(now)
        due = list(Email.objects.to_go(now).with_receivers()[:EMAILS_IN_A_ROUND])
        if due or Outage.objects.to_look_at(now).exists():
            _send(due, now)
    elif not Outage.objects.filter(cause=Outage.Cause.NO_SERVER).exists():
        # Whether anything waits or not: otherwise the first e-mail that was written could be read off the health page.
        Outage.note(Outage.Cause.NO_SERVER, "", now=now)


def _send(due: list[Email], now: datetime) -> None:
    began = monotonic()
    with remembering(), DeliveryRun(get_connection()) as on_the_round:
        _deliver(due, on_the_round, now, began)
    if on_the_round.trouble:
        Outage.note(*cause_of(on_the_round.trouble), now=now)
    else:
        Outage.objects.end()


def _deliver(due: list[Email], on_the_round: DeliveryRun, now: datetime, began: float) -> None:
    for waiting in due:
        this_moment = now + timedelta(seconds=monotonic() - began)
        if not on_the_round.is_open:
            Email.objects.to_go(this_moment).order_by().update(next_try_at=this_moment + WHEN_NOBODY_OPENS)
        if not on_the_round.is_open or this_moment - now > A_ROUND_LASTS:
            return
        email = Email.objects.claim(waiting, this_moment)
        if email is None:  # Another worker was quicker.
            continue
        if email.is_wanted:
            on_the_round.send(email, this_moment)
        else:
            email.leave_unsent()


def forget_old_emails(now: datetime) -> None:
    """Codes after a day, everything else after a year, by the clock of this house."""
    Email.objects.due_to_be_forgotten(now).delete()
    Circular.objects.to_be_forgotten(now).delete()
