"""How one round begins and ends, and what it leaves alone."""

from typing import Any

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from goldenthread.outbox.chores import send_emails, write_circulars
from goldenthread.outbox.models import Circular, CircularReceiver, Email
from goldenthread.outbox.previewing import preview_to
from goldenthread.outbox.sending import DeliveryRun


class OpensOnce(BaseEmailBackend):
    """A mail server that hangs up at the first e-mail, and lets nobody in again."""

    times = 0

    def open(self):
        self.times += 1
        if self.times > 1:
            raise ConnectionRefusedError

    def send_messages(self, _messages):
        raise ConnectionResetError


def test_before_a_house_is_founded_nothing_is_sent(way_out, db):
    send_emails(timezone.now())

    assert way_out.visits == []


def test_in_the_sample_house_what_does_not_wait_stays_as_it_is(sample_house, email_to):
    email = email_to("ada@example.org")
    Email.objects.filter(pk=email.pk).update(state=Email.State.LET_BE)

    send_emails(timezone.now())

    assert Email.objects.get().state == Email.State.LET_BE


def test_at_the_end_the_connection_is_closed(way_out):
    connection: Any = get_connection()
    with DeliveryRun(connection):
        was_open = connection.connection is not None

    assert (was_open, connection.connection) == (True, None)


def test_after_trouble_a_server_that_lets_nobody_in_again_is_closed_to_all(email_to):
    owed, now = email_to("ada@example.org"), timezone.now()
    email: Any = Email.objects.claim(owed, now)

    with DeliveryRun(OpensOnce()) as run:
        was_open = run.is_open
        run.send(email, now)

    assert (was_open, run.is_open) == (True, False)


def test_two_emails_to_many_go_beside_each_other(ada, house):
    for subject in ["Tea", "Cake"]:
        circular = Circular.begin(by=ada, subject=subject, words="Come.", about="plan.gathering:12")
        preview_to(circular, ada)
        circular.send([(None, "flo@example.org", {})], by=ada)

    write_circulars(timezone.now())

    assert CircularReceiver.objects.exclude(letter=None).count() == 2
