"""What was typed for an address, and nobody has confirmed, reaches nobody who convenes."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, QuietWord, State

LIST = "/gatherings/spring/bookings/"
ANN = {"name": "Ann", "email": "ann@example.org"}
OWN = ANN | {"line": "I bring a cake."}
EVE = ANN | {"name": "A. Foolish", "needs": "canary-needs", "supporter": "canary-sam", "line": "canary-line"}


@pytest.mark.parametrize("page", ["", "?q=canary", "needs/", "print/", "list.csv", "{pk}/"])
def test_what_nobody_confirmed_reaches_no_convenor(pressed, client, ada, page):
    pressed(EVE)
    pressed(EVE | {"line": "canary-again"})
    client.force_login(ada)

    shown = client.get(f"{LIST}{page}".format(pk=Booking.objects.get().pk)).content.decode().replace("q=canary", "")

    assert [word for word in ("canary-", "Foolish", "asked again") if word in shown.replace('value="canary"', "")] == []


def test_what_was_confirmed_does(pressed, client, ada, now):
    """The control."""
    pressed(EVE)
    confirm(Booking.objects.get(), now)
    client.force_login(ada)

    assert "canary-line" in client.get(LIST).content.decode()


def test_a_sheet_of_paper_is_not_swallowed_by_what_somebody_typed_before(pressed, client, ada):
    pressed(EVE)
    client.force_login(ada)

    client.post(f"{LIST}paper/", {"name": "Ann", "email": "ann@example.org", "line": "I bring a cake."})

    booking = Booking.objects.get()
    assert (booking.state, booking.name, booking.needs, booking.line) == (State.EXPECTED, "Ann", "", "I bring a cake.")


def test_nor_is_what_somebody_confirmed_by_a_sheet(pressed, client, ada, now):
    pressed(OWN)
    confirm(Booking.objects.get(), now)
    client.force_login(ada)

    client.post(f"{LIST}paper/", {"name": "Ann", "email": "ann@example.org", "line": "Something else."})

    assert Booking.objects.get().line == "I bring a cake."


def test_nor_is_it_vouched_for_by_a_convenor_who_heard_that_they_come(pressed, client, ada, train):
    typed = EVE | {f"question_{train.pk}": "canary-train"}
    pressed(typed)
    booking = Booking.objects.get()
    QuietWord.objects.create(booking=booking, reader=ada, words="canary-cost")
    client.force_login(ada)
    before = client.get(f"{LIST}{booking.pk}/").content.decode()

    client.post(f"{LIST}{booking.pk}/confirmation/")

    assert "so it’s deleted" in before
    assert Booking.objects.get().state == State.COMING
    assert "canary" not in client.get(f"{LIST}{booking.pk}/").content.decode()
    assert (BookingAnswer.objects.count(), QuietWord.objects.count(), Booking.objects.get().sectors) == (0, 0, [])


def test_a_press_is_nobody_on_the_convenors_list(pressed, client, ada):
    pressed(ANN)
    pressed(OWN)
    client.force_login(ada)
    press = Booking.with_presses.get(state=State.AGAIN)

    page = client.get(LIST, {"state": "again"})

    assert (len(page.context["page"].object_list), len(client.get(LIST).context["page"].object_list)) == (0, 1)
    assert client.get(f"{LIST}{press.pk}/").status_code == 404
