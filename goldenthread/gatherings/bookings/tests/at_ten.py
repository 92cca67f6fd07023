"""What the worker does at ten in the morning in London, where it is summer: a week and a day before the twentieth of April."""

from datetime import UTC, datetime

import time_machine

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.plan.chores import send_changes
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

WEEK, EVE = datetime(2027, 4, 13, 9, tzinfo=UTC), datetime(2027, 4, 19, 9, tzinfo=UTC)


def work(at):
    """Who is reminded then."""
    Email.objects.all().delete()
    with time_machine.travel(at, tick=False):
        send_changes(clock.now())
        chores.remind_of_the_day(clock.now())
        chores.write_emails(clock.now())
    return [email.address.partition("@")[0] for email in Email.objects.filter(kind="booking: ahead").order_by("pk")]
