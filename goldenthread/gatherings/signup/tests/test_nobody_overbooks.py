"""Rushes for the last chair: on PostgreSQL people press at the same moment; on SQLite there is one writer at a time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from goldenthread.gatherings.signup.models import SessionPlace
from goldenthread.gatherings.signup.signing_up import AtThatHour, sign_up

# A hundred were tried when it was written; these few notice a missing lock.
RUSHES, AT_ONCE = 12, 4


def _press(booking, placing, now):
    try:
        return sign_up(booking, placing, now=now).state
    except AtThatHour:
        return "elsewhere"
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_no_chair_is_given_twice_and_nobody_sits_in_two(opened, comes, now):
    """Three rush for two chairs, one of them with two presses at once, for two sessions of the same hour."""
    people = [comes(f"Di{n}") for n in range(AT_ONCE - 1)]
    presses = [(person, opened[0].pk) for person in people] + [(people[0], opened[2].pk)]
    with ThreadPoolExecutor(AT_ONCE) as rush:
        for _ in range(RUSHES):
            SessionPlace.objects.all().delete()
            list(rush.map(lambda press: _press(press[0], press[1], now), presses))

            seated = SessionPlace.objects.coming().values_list("title", "booking")
            assert sum(title == "A workshop" for title, _booking in seated) == 2
            assert len({booking for _title, booking in seated}) == len(seated)
