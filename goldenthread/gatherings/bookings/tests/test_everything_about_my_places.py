"""Whoever asks twice has one place, and reads of one."""

from goldenthread.gatherings.bookings.models import Booking

BO = {"name": "Bo", "email": "bo@example.org"}


def test_a_second_press_is_no_second_place(pressed, client, bo):
    pressed(BO)
    pressed(BO | {"line": "Once more."})
    client.force_login(bo)

    page = client.get("/me/everything/").content.decode()

    assert (Booking.with_presses.count(), page.count("How it stands"), "asked again" in page) == (2, 1, False)
