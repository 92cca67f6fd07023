"""E-mails whose worker stopped in the middle, and e-mails that are too old."""

from datetime import timedelta

import pytest

from goldenthread.outbox.chores import forget_old_emails, send_emails
from goldenthread.outbox.models import Email

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def claimed(email_to):
    """An e-mail that a worker took with it before it stopped."""

    def written(**more):
        email = email_to("ada@example.org", **more)
        return Email.objects.claim(email, email.next_try_at)

    return written


def state_of(email):
    email.refresh_from_db()
    return email.state, email.held_because


def test_an_email_left_behind_goes_again_under_the_same_message_id(way_out, claimed):
    email = claimed()

    send_emails(email.claimed_at + 11 * MINUTE)

    assert state_of(email) == (Email.State.SENT, "")
    assert way_out.ids == [email.message_id]


def test_one_that_must_not_go_twice_is_held(way_out, claimed):
    email = claimed(policy=Email.Policy.AT_MOST_ONCE)

    send_emails(email.claimed_at + 11 * MINUTE)

    assert state_of(email) == (Email.State.HELD, "We don’t know whether it arrived.")
    assert way_out.arrived == []


def test_a_worker_is_given_ten_minutes(way_out, claimed):
    email = claimed()

    send_emails(email.claimed_at + 9 * MINUTE)

    assert state_of(email) == (Email.State.CLAIMED, "")


def test_an_email_that_stops_every_worker_is_held_in_the_end(way_out, claimed):
    email = claimed()
    Email.objects.filter(pk=email.pk).update(tries=12)

    send_emails(email.claimed_at + 11 * MINUTE)

    assert state_of(email) == (Email.State.HELD, "We don’t know whether it arrived.")


def test_a_code_that_nobody_can_use_any_more_does_not_go(way_out, email_to):
    email = email_to("ada@example.org", kind=Email.SIGN_IN)
    news = email_to("bo@example.org")

    send_emails(email.next_try_at + 11 * MINUTE)

    assert state_of(email) == (Email.State.HELD, "The code would have come too late to be of use.")
    assert state_of(news) == (Email.State.SENT, "")


def test_codes_are_forgotten_after_a_day(email_to):
    code, news = email_to("ada@example.org", kind=Email.SIGN_IN), email_to("ada@example.org")

    forget_old_emails(code.written_at + DAY)
    kept_for_a_day = Email.objects.count()
    forget_old_emails(code.written_at + DAY + MINUTE)

    assert kept_for_a_day == 2
    assert list(Email.objects.all()) == [news]


def test_everything_else_is_forgotten_after_a_year(email_to):
    email = email_to("ada@example.org")

    forget_old_emails(email.written_at + 365 * DAY)
    kept_for_a_year = Email.objects.count()
    forget_old_emails(email.written_at + 366 * DAY)
    forget_old_emails(email.written_at + 366 * DAY)

    assert (kept_for_a_year, Email.objects.count()) == (1, 0)


def test_one_that_is_on_its_way_is_not_pulled_back(claimed):
    email = claimed()

    forget_old_emails(email.written_at + 366 * DAY)

    assert list(Email.objects.all()) == [email]
