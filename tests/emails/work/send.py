"""A worker that sends until nothing is owed: send.py MINUTES_AHEAD [careless]."""

import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from goldenthread.outbox import chores, sending  # noqa: E402
from goldenthread.outbox.models import Email  # noqa: E402


class CarelessRound(sending.DeliveryRun):
    """What we must not do: say that it went, and then send it."""

    def send(self, email, now):
        email.mark_sent(now)
        super().send(email, now)


if "careless" in sys.argv:
    setattr(chores, "DeliveryRun", CarelessRound)  # noqa: B010 - it is not one of those that chores shows

ahead = timedelta(minutes=int(sys.argv[1]))
chores.write_circulars(timezone.now() + ahead)
chores.send_emails(timezone.now() + ahead)
while Email.objects.to_go(timezone.now() + ahead).exists():
    chores.send_emails(timezone.now() + ahead)
