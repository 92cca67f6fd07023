"""Whoever wants to understand how a place is booked opens ten files of this wing, and no more."""

import sys
from pathlib import Path

import pytest

WING = Path(__file__).resolve().parent.parent


@pytest.fixture
def files_that_run():
    """Calls something, and tells which files of the wing took part."""

    def files_that_run(act):
        seen: set[str] = set()
        sys.setprofile(lambda frame, _event, _value: seen.add(frame.f_code.co_filename))
        try:
            act()
        finally:
            sys.setprofile(None)
        ours = [Path(name) for name in seen if Path(name).is_relative_to(WING)]
        return {path.relative_to(WING).as_posix() for path in ours if "tests" not in path.parts}

    return files_that_run


def test_a_place_is_booked_in_ten_files(client, room, files_that_run):
    wish = {"name": "Ann", "email": "ann@example.org"}

    files = files_that_run(lambda: client.post("/gatherings/spring/booking/", wish))

    assert room.bookings.count() == 1
    # And models/state.py, which holds the words for how a booking stands.
    assert files == {
        "booking_a_place.py",
        "forms.py",
        "models/booking.py",
        # What the convenors ask: here nothing of their own.
        "models/booking_question.py",
        "models/opening.py",
        "question_forms.py",
        "seats.py",
        "views/booking.py",
        "waiting_list.py",
    }
