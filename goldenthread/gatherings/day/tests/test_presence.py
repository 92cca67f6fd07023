"""When somebody was in the room."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.day.models import Standing
from goldenthread.gatherings.day.presence import spans, was_there

COMING, HERE, LATE, LEFT, ABSENT = Standing.COMING, Standing.HERE, Standing.LATE, Standing.LEFT, Standing.ABSENT


def minute(minutes):
    return datetime(2027, 4, 20, 9, tzinfo=UTC) + timedelta(minutes=minutes)


def at_minutes(presses):
    return [(standing, minute(minutes)) for standing, minutes in presses]


@pytest.mark.parametrize(
    ("presses", "spans_in_minutes"),
    [
        ([], []),
        ([(HERE, -10)], [(-10, None)]),
        ([(HERE, 20)], [(0, None)]),
        ([(LATE, 20)], [(20, None)]),
        ([(HERE, 5), (LATE, 20)], [(20, None)]),
        ([(LATE, 20), (HERE, 30)], [(0, None)]),
        ([(HERE, 5), (LEFT, 60)], [(0, 60)]),
        ([(LEFT, 60)], [(0, 60)]),
        ([(HERE, 5), (LEFT, 60), (HERE, 90)], [(0, 60), (90, None)]),
        ([(HERE, 5), (ABSENT, 300)], []),
        ([(HERE, 5), (COMING, 6)], []),
        ([(HERE, 5), (LEFT, 60), (HERE, 90), (HERE, 95)], [(0, 60), (90, None)]),
        ([(HERE, 5), (LEFT, 60), (LEFT, 70)], [(0, 70)]),
        ([(ABSENT, 5), (LATE, 60)], [(60, None)]),
    ],
)
def test_spans(presses, spans_in_minutes):
    expected = [(minute(since), None if until is None else minute(until)) for since, until in spans_in_minutes]
    assert spans(at_minutes(presses), minute(0)) == expected


@pytest.mark.parametrize(
    ("presses", "there"),
    [
        ([(HERE, 0)], True),
        ([(LATE, 45)], True),
        ([(LATE, 60)], False),
        ([(HERE, 0), (LEFT, 30)], False),
        ([(HERE, 0), (LEFT, 31)], True),
        ([], False),
    ],
)
def test_who_was_in_a_round_from_minute_30_to_60(presses, there):
    assert was_there(at_minutes(presses), minute(0), start=minute(30), end=minute(60)) is there
