from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.delivery import delivery, emailed
from goldenthread.outbox.models import Outage

MINUTE = timedelta(minutes=1)
WAITS = "Saved. E-mail isn’t going out from this site at the moment. What is written waits here, and goes as soon as it can."


def stands():
    now = delivery()
    return now.goes, now.because, now.answer


def test_without_a_mail_server_emails_wait_and_the_pages_know(email_to, settings):
    settings.EMAIL_URL = ""
    email_to("ada@example.org")

    send_emails(timezone.now())

    assert stands() == (False, "no mail server has been set up", "")
    assert (delivery().waiting, emailed("Sent.")) == (1, WAITS)


def test_it_is_known_before_anything_waits_so_no_press_can_be_read_off(house, settings):
    settings.EMAIL_URL = ""

    send_emails(timezone.now())
    since = delivery().waits_since
    send_emails(timezone.now() + MINUTE)

    assert (delivery().goes, delivery().waits_since) == (False, since)


def test_a_mail_server_that_does_not_open_is_why_they_wait(way_out, email_to, settings):
    settings.EMAIL_PORT = 9
    email_to("ada@example.org")
    now = timezone.now()

    send_emails(now)
    send_emails(now + 2 * MINUTE)

    assert stands() == (False, "the mail server doesn’t answer", "[Errno 111] Connection refused")
    assert delivery().waits_since == now


def test_emails_go_again_once_the_mail_server_is_back_and_nobody_had_to_write_one(way_out, house):
    now = timezone.now()
    Outage.note(Outage.Cause.CLOSED, "", now=now - 2 * MINUTE)

    send_emails(now)

    assert stands() == (True, "", "")
    assert emailed("Sent.") == "Sent."


def test_the_mail_server_is_asked_once_a_minute_and_no_more(way_out, house, settings):
    settings.EMAIL_PORT = 9
    now = timezone.now()
    Outage.note(Outage.Cause.CLOSED, "", now=now)

    send_emails(now + MINUTE / 2)

    assert Outage.objects.get().looked_at == now


def test_a_sender_that_is_refused_stops_all_emails_until_one_is_taken(way_out, email_to, monkeypatch):
    async def refuse(*about):
        return "553 5.1.8 Not one of ours"

    now = email_to("ada@example.org").next_try_at
    with monkeypatch.context() as patch:
        patch.setattr(way_out, "handle_MAIL", refuse)
        send_emails(now)
        refused = stands()
    # An open door says nothing of the sender.
    send_emails(now + MINUTE / 2)
    still = stands()
    send_emails(now + 2 * MINUTE)

    because = "the mail server doesn’t take e-mails from this site’s address"
    assert refused == still == (False, because, "553 5.1.8 Not one of ours")
    assert stands() == (True, "", "")


def test_one_address_that_is_refused_stops_nobody_else(way_out, email_to):
    way_out.refused_at_the_door["gone@example.org"] = "550 Nobody"
    email_to("gone@example.org")

    send_emails(timezone.now())

    assert delivery().goes


def test_nothing_waits_in_the_sample_house(sample_house):
    Outage.note(Outage.Cause.NO_SERVER, "", now=timezone.now())

    send_emails(timezone.now())

    assert delivery().goes


@pytest.mark.django_db
def test_what_machines_read_names_no_number_and_no_server():
    Outage.note(Outage.Cause.CLOSED, "mail.example.org is asleep", now=timezone.now().replace(2026, 5, 1, 9, 30))

    line = delivery().for_machines()

    assert line == "E-mails have waited since 2026-05-01 09:30 UTC: the mail server doesn’t answer."
