"""A day that no calendar holds, or that is far from the gathering, is said in words."""

import pytest

from goldenthread.gatherings.programme.forms import ClosureForm, SpotForm
from goldenthread.gatherings.programme.tests.showing import DAY, room

FAR = ["This is more than a year away from the gathering. Please choose another day."]


@pytest.mark.parametrize(("day", "hour"), [("9999-12-31", "23:30"), ("0001-01-01", "00:00"), ("2029-04-20", "10:00")])
def test_a_session_stays_within_a_year_of_its_gathering(spring, day, hour):
    spring.day = DAY

    form = SpotForm({"day": day, "from_time": hour, "since": "0"}, gathering=spring)

    assert form.errors == {"day": FAR}


def test_so_does_what_closes_a_room(spring):
    spring.day = DAY
    hours = {"from_time": "10:00", "to_time": "11:00"}

    form = ClosureForm({"day": "2027-04-20", "until_day": "9999-12-31", **hours}, room=room(spring))

    assert form.errors == {"until_day": FAR}
