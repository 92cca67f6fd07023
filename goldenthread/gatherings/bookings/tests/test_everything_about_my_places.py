"""Whoever asks twice has one place, and reads of one."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, QuietWord, WrittenTo
from goldenthread.gatherings.bookings.saying_quietly import answer
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


@pytest.mark.parametrize("page", ["everything/", "everything.html"])
def test_what_i_said_about_the_cost_stands_on_my_pages_and_on_nobody_elses(read_by, press, cy, now, client, page):
    read_by(cy)
    press("ann")
    booking = confirm(Booking.objects.get(), now)
    answer(QuietWord.objects.get(), "Come for nothing.", now=now)
    shown = []
    for person in (Booking.objects.get(pk=booking.pk).person, cy):
        client.force_login(person)
        text = client.get(f"/me/{page}").content.decode()
        shown.append([words in text for words in ("Ten pounds would be possible.", "Come for nothing.")])

    assert shown == [[True, True], [False, False]]
