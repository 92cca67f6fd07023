"""Letters whose worker stopped in the middle, and letters that are too old."""

from datetime import timedelta

import pytest

from goldenthread.outbox.chores import forget_old_letters, send_letters
from goldenthread.outbox.models import Letter

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def claimed(letter_to):
    """A letter that a worker took with it before it stopped."""

    def written(**more):
        letter = letter_to("ada@example.org", **more)
        return Letter.objects.claim(letter, letter.next_try_at)

    return written


def state_of(letter):
    letter.refresh_from_db()
    return letter.state, letter.held_because


def test_a_letter_left_behind_goes_again_under_the_same_message_id(way_out, claimed):
    letter = claimed()

    send_letters(letter.claimed_at + 11 * MINUTE)

    assert state_of(letter) == (Letter.State.SENT, "")
    assert way_out.ids == [letter.message_id]


def test_one_that_must_not_go_twice_is_held(way_out, claimed):
    letter = claimed(policy=Letter.Policy.AT_MOST_ONCE)

    send_letters(letter.claimed_at + 11 * MINUTE)

    assert state_of(letter) == (Letter.State.HELD, "Nobody knows whether it went.")
    assert way_out.arrived == []


def test_a_worker_is_given_ten_minutes(way_out, claimed):
    letter = claimed()

    send_letters(letter.claimed_at + 9 * MINUTE)

    assert state_of(letter) == (Letter.State.CLAIMED, "")


def test_a_letter_that_stops_every_worker_is_held_in_the_end(way_out, claimed):
    letter = claimed()
    Letter.objects.filter(pk=letter.pk).update(tries=12)

    send_letters(letter.claimed_at + 11 * MINUTE)

    assert state_of(letter) == (Letter.State.HELD, "Nobody knows whether it went.")


def test_a_code_that_nobody_can_use_any_more_does_not_go(way_out, letter_to):
    letter = letter_to("ada@example.org", kind=Letter.SIGN_IN)
    news = letter_to("bo@example.org")

    send_letters(letter.next_try_at + 11 * MINUTE)

    assert state_of(letter) == (Letter.State.HELD, "The code would have come too late to be of use.")
    assert state_of(news) == (Letter.State.SENT, "")


def test_codes_are_forgotten_after_a_day(letter_to):
    code, news = letter_to("ada@example.org", kind=Letter.SIGN_IN), letter_to("ada@example.org")

    forget_old_letters(code.written_at + DAY)
    kept_for_a_day = Letter.objects.count()
    forget_old_letters(code.written_at + DAY + MINUTE)

    assert kept_for_a_day == 2
    assert list(Letter.objects.all()) == [news]


def test_everything_else_is_forgotten_after_a_year(letter_to):
    letter = letter_to("ada@example.org")

    forget_old_letters(letter.written_at + 365 * DAY)
    kept_for_a_year = Letter.objects.count()
    forget_old_letters(letter.written_at + 366 * DAY)
    forget_old_letters(letter.written_at + 366 * DAY)

    assert (kept_for_a_year, Letter.objects.count()) == (1, 0)


def test_one_that_is_on_its_way_is_not_pulled_back(claimed):
    letter = claimed()

    forget_old_letters(letter.written_at + 366 * DAY)

    assert list(Letter.objects.all()) == [letter]
