from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from goldenthread.gatherings.bookings.waking_hours import add_waking_hours


@pytest.mark.parametrize(
    ("since", "hours", "until"),
    [
        ("2023-05-10 09:00", 3, "2023-05-10 12:00"),
        ("2023-05-10 20:00", 3, "2023-05-11 10:00"),
        ("2023-05-10 23:30", 1, "2023-05-11 09:00"),
        ("2023-05-10 03:00", 13, "2023-05-10 21:00"),
        ("2023-05-10 09:00", 24, "2023-05-11 20:00"),
        ("2023-03-25 20:30", 1, "2023-03-26 08:30"),
    ],
)
def test_nights_do_not_count(since, hours, until):
    london = ZoneInfo("Europe/London")
    begins, ends = (datetime.fromisoformat(moment).replace(tzinfo=london) for moment in (since, until))

    assert add_waking_hours(begins, hours, london) == ends
