"""Our letters through a mail server that nobody here wrote."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from goldenthread.kit.models import House
from goldenthread.outbox.chores import send_letters
from goldenthread.outbox.models import Letter
from goldenthread.people import letters
from goldenthread.people.models import Person
from tests.letters.postfix import postfix

__all__ = ["postfix"]


@pytest.fixture
def letter_to(db, postfix, settings):
    """Writes a letter in a house that sends through Postfix."""
    settings.EMAIL_URL = f"smtp://127.0.0.1:{postfix.port}"
    settings.EMAIL_BACKEND = "goldenthread.outbox.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", postfix.port
    House.objects.create(pk=1, name="Tŷ", sentence="Ours.", founded_at=datetime(2026, 5, 1, tzinfo=UTC))

    def written(address, name="Ada Ŵyn"):
        return letters.passkey_added(Person.objects.create_person(name, address))

    return written


def test_a_letter_arrives_in_one_mailbox_for_one_receiver(letter_to, postfix):
    letter = letter_to("ada@example.org")

    send_letters(timezone.now())

    arrived = postfix.letters_of("ada", 1)
    assert [message["Message-ID"] for message in arrived] == [letter.message_id]
    assert arrived[0].get_all("Delivered-To") == ["ada@example.org"]
    assert arrived[0]["To"] == "Ada Ŵyn <ada@example.org>"
    assert arrived[0]["Auto-Submitted"] == "auto-generated"
    assert arrived[0].get_body(("plain",)).get_content() == letter.text
    assert Letter.objects.get().state == Letter.State.SENT


def test_somebody_it_does_not_know_is_refused_and_holds_up_nobody(letter_to, postfix):
    unknown, outside = letter_to("eve@example.org"), letter_to("eve@elsewhere.example")
    letter = letter_to("bo@example.org", "\u0646\u0648\u0631")

    send_letters(timezone.now())

    assert [message["Message-ID"] for message in postfix.letters_of("bo", 1)] == [letter.message_id]
    assert reason_of(unknown).startswith("The mail server refused the address: 550 5.1.1 <eve@example.org>")
    assert reason_of(outside).startswith("The mail server refused the address: 554 5.7.1 <eve@elsewhere.example>")


def reason_of(letter):
    letter.refresh_from_db()
    return letter.held_because
