"""Whoever asks twice has one place, and reads of one."""

from goldenthread.gatherings.bookings.models import Booking, WrittenTo
from goldenthread.gatherings.bookings.tests.asking import no_to

BO = {"name": "Bo", "email": "bo@example.org"}


def test_a_second_press_is_no_second_place(pressed, client, bo):
    pressed(BO)
    pressed(BO | {"line": "Once more."})
    client.force_login(bo)

    page = client.get("/me/everything/").content.decode()

    assert (Booking.with_presses.count(), page.count("How it stands"), "asked again" in page) == (2, 1, False)


def test_who_wrote_a_no_keeps_that_they_did_and_not_to_whom(askers, ada, now, client):
    no_to(askers["Ann"], ada, now, words="Another time.")
    WrittenTo.objects.create(booking=askers["Ben"], by=ada, at=now)
    rows = {kept["what"]: kept["rows"] for kept in everything_of(client, ada)}
    hers = {kept["what"]: kept["rows"] for kept in everything_of(client, Booking.objects.get(name="Ann").person)}

    assert [row["booking"] for row in rows["bookings.KindNo"]] == ["Somebody else’s booking"]
    assert [row["booking"] for row in rows["bookings.WrittenTo"]] == ["Somebody else’s booking"]
    assert [row["booking"] for row in hers["bookings.KindNo"]] == ["Ann: not this time"]


def everything_of(client, person):
    client.force_login(person)
    return client.get("/me/everything.json").json()["kept"]
