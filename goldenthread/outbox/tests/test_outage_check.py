from datetime import UTC, datetime

import pytest
from django.core.management import call_command

from goldenthread.outbox.models import Outage
from goldenthread.outbox.outage_check import emails_go

SINCE = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def outage(db):
    Outage.note(Outage.Cause.CLOSED, "[Errno 111] Connection refused", now=SINCE)


def test_check_says_that_e_mails_wait_since_when_and_why(house, outage, email_to, capsys):
    email_to("ada@example.org")

    call_command("check")

    assert (
        "E-mails have waited since 2026-05-01 09:30 UTC: the mail server doesn’t answer. "
        "It said: [Errno 111] Connection refused. Waiting: 1."
    ) in capsys.readouterr().err


def test_check_says_nothing_while_they_go(house):
    assert emails_go(databases=["default"]) == []


def test_check_says_nothing_of_the_sample_house(sample_house, outage):
    assert emails_go(databases=["default"]) == []


def test_no_other_command_asks_the_database():
    # Without one: asking would fail.
    assert emails_go() == []
