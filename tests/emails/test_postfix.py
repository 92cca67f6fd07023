"""Our e-mails through a mail server that nobody here wrote."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from urllib.parse import urlsplit

import dkim  # type: ignore[import-untyped]
import pytest
from django.test import Client
from django.utils import timezone

from goldenthread.gatherings.plan import emails as plan_emails
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.kit.models import House
from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people import emails
from goldenthread.people.models import Person
from tests.emails.postfix import postfix

__all__ = ["postfix"]


@pytest.fixture
def house(db, postfix, settings):
    """A house that sends through Postfix."""
    settings.EMAIL_URL = f"smtp://127.0.0.1:{postfix.port}"
    settings.EMAIL_BACKEND = "goldenthread.outbox.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", postfix.port
    House.objects.create(pk=1, name="Tŷ", sentence="Ours.", founded_at=datetime(2026, 5, 1, tzinfo=UTC))


@pytest.fixture
def email_to(house):
    """Writes an e-mail."""

    def written(address, name="Ada Ŵyn"):
        return emails.passkey_added(Person.objects.create_person(name, address))

    return written


def test_an_email_arrives_in_one_mailbox_for_one_receiver(email_to, postfix):
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    arrived = postfix.emails_of("ada", 1)
    assert [message["Message-ID"] for message in arrived] == [email.message_id]
    assert arrived[0].get_all("Delivered-To") == ["ada@example.org"]
    assert arrived[0]["To"] == "Ada Ŵyn <ada@example.org>"
    assert arrived[0]["Auto-Submitted"] == "auto-generated"
    assert arrived[0].get_body(("plain",)).get_content() == email.text
    assert Email.objects.get().state == Email.State.SENT


def test_somebody_it_does_not_know_is_refused_and_holds_up_nobody(email_to, postfix):
    unknown, outside = email_to("eve@example.org"), email_to("eve@elsewhere.example")
    email = email_to("bo@example.org", "\u0646\u0648\u0631")

    send_emails(timezone.now())

    assert [message["Message-ID"] for message in postfix.emails_of("bo", 1)] == [email.message_id]
    assert reason_of(unknown).startswith("The mail server refused the address: 550 5.1.1 <eve@example.org>")
    assert reason_of(outside).startswith("The mail server refused the address: 554 5.7.1 <eve@elsewhere.example>")


def reason_of(email):
    email.refresh_from_db()
    return email.held_because


@pytest.fixture
def news(house, postfix, settings, tmp_path):
    """News of a plan as it arrived, byte by byte."""
    settings.HOUSE_ADDRESS, settings.DEFAULT_FROM_EMAIL = "https://home.example.org", "letters@example.org"
    settings.DATA_DIR = tmp_path
    mine = Person.objects.create_person("Ada Ŵyn", "ada@example.org")
    plan = Gathering.begin("Tea", by=mine)
    turns.publish(plan, by=mine)
    email = plan_emails.news(Following.objects.create(gathering=plan, person=mine, told=1))
    assert email

    send_emails(timezone.now())

    return postfix.file_of("ada", email.message_id)


def test_both_headers_for_fewer_emails_are_signed(news, postfix):
    signed = dkim.DKIM(news)

    assert signed.verify(dnsfunc=postfix.signer.dns)
    assert {b"list-unsubscribe", b"list-unsubscribe-post", b"from"} <= {
        name.lower() for name, _value in signed.signed_headers
    }


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (b"https://home.example.org/letters/fewer", b"https://evil.example.org/letters/fewer"),
        (b"List-Unsubscribe=One-Click", b"List-Unsubscribe=Two-Click"),
        (b"From: ", b"List-Unsubscribe: <https://evil.example.org/>\nFrom: "),
    ],
)
def test_an_email_that_was_changed_on_its_way_is_not_ours_any_more(news, postfix, ours, theirs):
    changed = news.replace(ours, theirs, 1)

    assert changed != news
    assert not dkim.verify(changed, dnsfunc=postfix.signer.dns)


def test_one_press_on_the_button_of_the_mailbox_is_enough(news):
    message = message_from_bytes(news, policy=policy.default)
    place = urlsplit(message["List-Unsubscribe"].strip().strip("<>"))
    pressed = dict([message["List-Unsubscribe-Post"].split("=")])

    answer = Client(enforce_csrf_checks=True).post(place.path, pressed)

    assert (f"{place.scheme}://{place.netloc}", answer.status_code) == ("https://home.example.org", 200)
    assert Refusal.objects.stands("ada@example.org", Following.EMAILS, about(Gathering.objects.get()))
