"""Ten thousand e-mails, of which two thirds are refused on the way: none of those goes out (AT_FULL_SIZE=1; else sixty)."""

import os
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from goldenthread.kit import wishes
from goldenthread.kit.models import House
from goldenthread.outbox.chores import send_emails, write_circulars
from goldenthread.outbox.models import Circular, CircularReceiver, Email, Refusal
from goldenthread.outbox.models.circular import Receiver
from goldenthread.outbox.previewing import preview_to

MANY = 10_000 if "AT_FULL_SIZE" in os.environ else 60
ABOUT = "plan.gathering:12"
GUESTS = [f"guest-{number}@example.org" for number in range(MANY)]
# By what they do: nothing, refuse before their e-mail is written, refuse while it waits to go.
WANT_IT, TOO_EARLY, TOO_LATE = GUESTS[0::3], GUESTS[1::3], GUESTS[2::3]


@pytest.fixture(autouse=True)
def _book_of_its_own(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def way_out(settings, mail_server):
    settings.EMAIL_URL = f"smtp://127.0.0.1:{mail_server.port}"
    settings.EMAIL_BACKEND = "goldenthread.outbox.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    return mail_server


@pytest.fixture
def on_its_way(db):
    House.objects.create(pk=1, name="Home", sentence="Ours.", founded_at=datetime(2026, 5, 1, tzinfo=UTC))
    ada = get_user_model().objects.create_person("Ada", "ada@example.org")
    circular = Circular.begin(by=ada, subject="Tea", words="Dear {name}, tea.", about=ABOUT)
    preview_to(circular, ada)
    Email.objects.all().delete()
    circular.send([Receiver(None, address, {"name": "Guest"}) for address in GUESTS], by=ada)
    return circular


def refuse(addresses):
    Refusal.objects.bulk_create(
        Refusal(whose=wishes.unreadable(address), kind=Circular.KIND, about=ABOUT, at=timezone.now())
        for address in addresses
    )


def send_all():
    """However busy the mail server is: then they wait for a minute."""
    then = timezone.now()
    while Email.objects.filter(state=Email.State.OWED).exists():
        send_emails(then)
        then += timedelta(minutes=2)


def receivers(way_out):
    return sorted(address for [address] in way_out.receivers)


def test_whoever_refused_gets_nothing_and_everybody_else_does(on_its_way, way_out):
    refuse(TOO_EARLY)
    write_circulars(timezone.now())
    refuse(TOO_LATE)
    send_all()

    assert receivers(way_out) == sorted(WANT_IT)
    assert CircularReceiver.objects.exclude(refused_at=None).count() == len(TOO_EARLY)
    assert Email.objects.filter(state=Email.State.UNWANTED).count() == len(TOO_LATE)


def test_without_a_last_look_those_who_refused_late_would_get_it(on_its_way, way_out, monkeypatch):
    refuse(TOO_EARLY)
    write_circulars(timezone.now())
    refuse(TOO_LATE)
    monkeypatch.setattr(Email, "is_wanted", True)
    send_all()

    assert receivers(way_out) == sorted([*WANT_IT, *TOO_LATE])


def test_no_email_of_a_kind_that_can_be_refused_goes_without_a_way_to_refuse_it(on_its_way, way_out):
    write_circulars(timezone.now())
    send_all()

    assert [message for message in way_out.arrived if not message.message["List-Unsubscribe"]] == []
    assert len(way_out.arrived) == MANY
