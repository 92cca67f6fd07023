from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.outbox import smtp
from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.models import Email

AGAIN, HELD = Email.State.OWED, Email.State.HELD
ONCE = Email.Policy.AT_MOST_ONCE
MINUTE = timedelta(minutes=1)


def what_became_of(email):
    email.refresh_from_db()
    return email.state, email.held_because


def test_an_address_that_does_not_exist_is_held_at_once_with_what_was_said(way_out, email_to):
    way_out.refused_at_the_door["gone@example.org"] = "550 5.1.1 Nobody of that name"
    email = email_to("gone@example.org")

    send_emails(timezone.now())

    reason = "The mail server refused the address: 550 5.1.1 Nobody of that name"
    assert what_became_of(email) == (HELD, reason)


def test_a_full_mailbox_is_tried_again_later(way_out, email_to):
    way_out.refused_at_the_door["full@example.org"] = "452 4.2.2 Mailbox full"
    email = email_to("full@example.org")
    now = timezone.now()

    send_emails(now)

    assert what_became_of(email) == (AGAIN, "The mail server refused the address: 452 4.2.2 Mailbox full")
    assert timedelta(0) <= email.next_try_at - now - MINUTE < timedelta(seconds=5)


def test_it_goes_when_the_mailbox_is_emptied(way_out, email_to):
    way_out.refused_at_the_door["full@example.org"] = "452 4.2.2 Mailbox full"
    email = email_to("full@example.org")
    now = timezone.now()

    send_emails(now)
    way_out.refused_at_the_door.clear()
    send_emails(now + 2 * MINUTE)

    assert what_became_of(email) == (Email.State.SENT, "")
    assert way_out.ids == [email.message_id]


def test_an_email_that_is_refused_for_what_it_says_is_held(way_out, email_to):
    way_out.refused_after_reading["ada@example.org"] = "554 5.7.1 Looks like advertising"
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    reason = "The mail server refused the e-mail: 554 5.7.1 Looks like advertising"
    assert what_became_of(email) == (HELD, reason)


def test_an_email_that_is_refused_for_now_goes_again(way_out, email_to):
    way_out.refused_after_reading["ada@example.org"] = "451 4.7.1 Come back later"
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    assert what_became_of(email) == (AGAIN, "The mail server refused the e-mail: 451 4.7.1 Come back later")


@pytest.mark.parametrize(("policy", "state"), [("at_least_once", AGAIN), ("at_most_once", AGAIN)])
def test_a_server_that_hangs_up_before_the_email_surely_did_not_take_it(way_out, email_to, policy, state):
    way_out.hung_up_on["ada@example.org"] = "at the door"
    email = email_to("ada@example.org", policy=policy)

    send_emails(timezone.now())

    assert what_became_of(email) == (state, "The mail server hung up.")


@pytest.mark.parametrize(("policy", "state"), [("at_least_once", AGAIN), ("at_most_once", HELD)])
def test_a_server_that_hangs_up_after_the_email_may_have_taken_it(way_out, email_to, policy, state):
    way_out.hung_up_on["ada@example.org"] = "at the end"
    email = email_to("ada@example.org", policy=policy)

    send_emails(timezone.now())

    assert what_became_of(email) == (state, "We don’t know whether it arrived.")


def test_a_second_copy_bears_the_same_message_id(way_out, email_to):
    way_out.hung_up_on["ada@example.org"] = "at the end"
    email = email_to("ada@example.org")
    now = timezone.now()

    send_emails(now)
    way_out.hung_up_on.clear()
    send_emails(now + 2 * MINUTE)

    assert way_out.ids == [email.message_id, email.message_id]


def test_a_server_that_takes_its_time_is_waited_for(way_out, email_to, settings):
    settings.EMAIL_TIMEOUT = 0.5
    way_out.seconds_to_read = 1
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    assert what_became_of(email) == (Email.State.SENT, "")


def test_a_server_that_never_answers_is_not_waited_for_for_ever(way_out, email_to, monkeypatch):
    monkeypatch.setattr(smtp, "PATIENCE", 0.2)
    way_out.seconds_to_read = 1
    email = email_to("ada@example.org", policy=ONCE)

    send_emails(timezone.now())

    assert what_became_of(email) == (HELD, "We don’t know whether it arrived.")


def test_an_answer_that_is_none_leaves_it_open(way_out, email_to):
    way_out.refused_after_reading["ada@example.org"] = "tea?"
    email = email_to("ada@example.org", policy=ONCE)

    send_emails(timezone.now())

    assert what_became_of(email) == (HELD, "We don’t know whether it arrived.")


def test_trouble_with_one_email_holds_up_no_other(way_out, email_to):
    way_out.refused_at_the_door["gone@example.org"] = "550 Nobody"
    way_out.hung_up_on["cut@example.org"] = "at the end"
    for name in ("gone", "ada", "cut", "bo"):
        email_to(f"{name}@example.org")

    send_emails(timezone.now())

    assert way_out.receivers == [["ada@example.org"], ["cut@example.org"], ["bo@example.org"]]


def test_an_email_that_fits_no_envelope_is_held_and_holds_up_no_other(way_out, email_to):
    poison = email_to("ada@example.org")
    email_to("bo@example.org")
    Email.objects.filter(pk=poison.pk).update(subject="News\nBcc: everybody@example.org")

    send_emails(timezone.now())

    assert what_became_of(poison)[0] == HELD
    assert way_out.receivers == [["bo@example.org"]]


def test_while_no_server_opens_all_emails_wait_and_no_try_is_counted(way_out, email_to, settings):
    settings.EMAIL_PORT = 9
    emails = [email_to("ada@example.org"), email_to("bo@example.org")]
    now = timezone.now()

    send_emails(now)

    assert [what_became_of(email) for email in emails] == [(AGAIN, ""), (AGAIN, "")]
    assert [(email.tries, email.next_try_at > now) for email in emails] == [(0, True), (0, True)]


def test_each_wait_is_longer_up_to_six_hours_and_twelve_tries(way_out, email_to):
    way_out.refused_at_the_door["full@example.org"] = "452 Mailbox full"
    email = email_to("full@example.org")
    now = email.next_try_at

    waits = [wait_after_a_try(email, now) for _ in range(12)]

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 0]
    reason = "Tried 12 times. The last time: The mail server refused the address: 452 Mailbox full"
    assert what_became_of(email) == (HELD, reason)


def wait_after_a_try(email, now):
    email.refresh_from_db()
    due = email.next_try_at
    send_emails(due)
    email.refresh_from_db()
    return round((email.next_try_at - due) / MINUTE)


def test_a_wrong_sender_is_our_own_fault_and_tried_again(way_out, email_to, settings, monkeypatch):
    async def refuse(*about):
        return "553 5.1.8 Not one of ours"

    monkeypatch.setattr(way_out, "handle_MAIL", refuse)
    email = email_to("ada@example.org")

    send_emails(timezone.now())

    assert what_became_of(email) == (AGAIN, "The mail server refused the e-mail: 553 5.1.8 Not one of ours")


def test_a_worker_that_was_too_slow_does_not_overwrite_what_another_found_out(way_out, email_to):
    email = email_to("ada@example.org")
    now = timezone.now()
    Email.objects.claim(email, now)
    slow = Email.objects.get()
    Email.objects.take_up_what_was_left(now + 11 * MINUTE)
    send_emails(now + 11 * MINUTE)

    slow.hold("Too late to say.")

    assert what_became_of(email) == (Email.State.SENT, "")
