import pytest

from goldenthread.gatherings.bookings.answering import WrongCode, confirm_by_code, sealed
from goldenthread.gatherings.bookings.models import Booking, State


def test_a_code_confirms(ask, now):
    booking = ask("Ann")
    Booking.objects.update(code_hash=sealed(booking, "123456"))

    confirmed, is_first = confirm_by_code(booking, "123456", now)
    again, is_first_again = confirm_by_code(booking, "123456", now)

    assert (confirmed.state, is_first, again.state, is_first_again) == (State.COMING, True, State.COMING, False)


def test_a_code_is_tried_three_times_only(ask, now):
    booking = ask("Ann")
    Booking.objects.update(code_hash=sealed(booking, "123456"), tries=3)

    with pytest.raises(WrongCode):
        confirm_by_code(booking, "123456", now)


def test_each_wrong_code_counts(ask, now):
    booking = ask("Ann")
    Booking.objects.update(code_hash=sealed(booking, "123456"))

    with pytest.raises(WrongCode):
        confirm_by_code(booking, "654321", now)
    assert Booking.objects.get().tries == 1


def test_where_no_code_was_sent_no_try_counts(ask, now):
    booking = ask("Ann")

    with pytest.raises(WrongCode):
        confirm_by_code(booking, "123456", now)

    assert Booking.objects.get().tries == 0
