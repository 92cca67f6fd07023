from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.models import Email
from goldenthread.outbox.sending import DeliveryRun
from goldenthread.outbox.smtp import EmailBackend, PlainWire, SecretWire

ARABIC = "\u0646\u0648\u0631 \u0627\u0644\u0647\u062f\u0649"


def test_an_email_arrives_whole(way_out, email_to, ada):
    email = email_to("ada@example.org", "Dear Ada,\n\n{{ house_address }}/me/\n", to=ada)

    send_emails(timezone.now())

    arrived = way_out.arrived[0]
    assert (arrived.sender, arrived.recipients) == ("letters@localhost", ["ada@example.org"])
    assert arrived.message["Message-ID"] == email.message_id
    assert arrived.message["Subject"] == "News"
    assert arrived.message["From"] == "Tŷ Cyfeillion <letters@localhost>"
    assert arrived.message["To"] == "Ada Ŵyn <ada@example.org>"
    assert arrived.message["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(arrived.message["Date"]) == email.written_at.replace(microsecond=0)
    assert arrived.message["List-Unsubscribe"] is None


def test_it_has_plain_text_and_html_beside_it(way_out, email_to):
    email = email_to("ada@example.org", "Bore da, Ŵyn 🌱\n")

    send_emails(timezone.now())

    message = way_out.arrived[0].message
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert way_out.arrived[0].part("plain").replace("\r\n", "\n") == email.text
    assert way_out.arrived[0].part("html").replace("\r\n", "\n") == email.html
    assert [message.defects, *(part.defects for part in message.iter_parts())] == [[], [], []]


def test_it_is_marked_sent_and_does_not_go_twice(way_out, email_to):
    email = email_to("ada@example.org")
    now = timezone.now()

    send_emails(now)
    send_emails(now + timedelta(days=1))

    email.refresh_from_db()
    assert (email.state, email.tries, email.sent_at is None) == (Email.State.SENT, 1, False)
    assert way_out.receivers == [["ada@example.org"]]


@pytest.mark.parametrize(
    "name",
    [
        "Ŵyn ap Siôn",
        ARABIC,
        f"{ARABIC} " * 6,
        "👩‍👩‍👧 🌱",
        "\N{HEAVY BLACK HEART}" * 80,
        'Ada "the Chair" Wyn, MBE <ada@elsewhere.example>',
        "Ada\r\nBcc: everybody@example.org",
        "x" * 80,
    ],
)
def test_any_name_is_safe_in_a_header(way_out, email_to, name):
    person = get_user_model().objects.create_person(name, "ada@example.org")
    email_to("ada@example.org", to=person)

    send_emails(timezone.now())

    arrived = way_out.arrived[0]
    assert arrived.recipients == ["ada@example.org"]
    assert [(to.addr_spec, to.display_name) for to in arrived.message["To"].addresses] == [
        ("ada@example.org", " ".join(name.split()))
    ]
    assert (arrived.message["Bcc"], arrived.message["Cc"]) == (None, None)
    assert max(len(line) for line in arrived.raw.split(b"\r\n\r\n")[0].split(b"\r\n")) <= 998


@pytest.mark.parametrize("subject", ["Gŵyl y Gwanwyn", ARABIC, "🌱 " * 60, "Tea, cake & “words”"])
def test_any_subject_arrives_as_it_was_written(way_out, email_to, subject):
    email_to("ada@example.org", subject="{{ words }}", context={"words": subject})

    send_emails(timezone.now())

    # A long one begins on a second line, which leaves a space in front.
    assert way_out.arrived[0].message["Subject"].strip() == subject.strip()


def test_one_receiver_per_message_over_one_connection(way_out, email_to):
    everybody = [[f"{name}@example.org"] for name in ("ada", "bo", "cai", "dot")]
    for address in everybody:
        email_to(*address)

    send_emails(timezone.now())

    assert way_out.receivers == everybody
    assert [len(email.message["To"].addresses) for email in way_out.arrived] == [1, 1, 1, 1]
    assert len(way_out.visits) == 1


def test_nothing_leaves_the_sample_house_whatever_email_url_says(way_out, sample_house, email_to):
    email = email_to("ada@example.org")
    Email.objects.filter(pk=email.pk).update(state=Email.State.OWED)

    send_emails(timezone.now())

    email.refresh_from_db()
    assert (way_out.visits, email.state) == ([], Email.State.KEPT)


def test_without_a_way_out_emails_wait(way_out, email_to, settings):
    settings.EMAIL_URL = ""
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    email.refresh_from_db()
    assert (way_out.visits, email.state, email.tries) == ([], Email.State.OWED, 0)


def test_one_round_carries_only_so_many(way_out, email_to, monkeypatch):
    monkeypatch.setattr("goldenthread.outbox.chores.EMAILS_IN_A_ROUND", 1)
    email_to("ada@example.org")
    email_to("bo@example.org")

    send_emails(timezone.now())

    assert way_out.receivers == [["ada@example.org"]]


def test_one_round_lasts_only_so_long(way_out, email_to, monkeypatch):
    monkeypatch.setattr("goldenthread.outbox.chores.A_ROUND_LASTS", timedelta(0))
    email_to("ada@example.org")

    send_emails(timezone.now())

    assert way_out.receivers == []


def test_an_email_taken_by_another_worker_is_left_alone(way_out, email_to):
    email = email_to("ada@example.org")
    now = timezone.now()

    claimed_twice = [Email.objects.claim(email, now), Email.objects.claim(email, now)]

    assert claimed_twice == [email, None]


def test_an_email_that_another_worker_takes_meanwhile_is_passed_over(way_out, email_to, monkeypatch):
    email_to("ada@example.org")
    taken = email_to("bo@example.org")

    class RoundBesideAnother(DeliveryRun):
        def send(self, email, now):
            Email.objects.claim(taken, now)
            super().send(email, now)

    monkeypatch.setattr("goldenthread.outbox.chores.DeliveryRun", RoundBesideAnother)

    send_emails(timezone.now())

    assert way_out.receivers == [["ada@example.org"]]


def test_our_own_name_for_the_sender_is_kept(way_out, email_to, settings):
    settings.DEFAULT_FROM_EMAIL = "The Post <post@home.example.org>"
    email_to("ada@example.org")

    send_emails(timezone.now())

    assert way_out.arrived[0].message["From"] == "The Post <post@home.example.org>"


def test_emails_to_come_wait_for_their_time(way_out, email_to):
    email = email_to("ada@example.org")
    Email.objects.filter(pk=email.pk).update(next_try_at=datetime(2100, 1, 1, tzinfo=UTC))

    send_emails(timezone.now())

    assert way_out.receivers == []


def test_a_server_can_be_reached_in_secret_from_the_first_byte():
    wires = [EmailBackend(use_ssl=in_secret, use_tls=False).connection_class for in_secret in (False, True)]

    assert wires == [PlainWire, SecretWire]
