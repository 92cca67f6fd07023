"""What a convenor reads before they press: what ending a booking does, and who can be offered a place."""

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.expecting import ask_each, to_ask
from goldenthread.gatherings.bookings.paper import put_down

AT = "/gatherings/spring/bookings/"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


def test_a_number_that_nobody_has_is_refused_in_plain_words(everybody, browser):
    pages = [
        browser.post(f"{AT}{everybody['Dot'].pk}/turn/", {"number": number, "reason": "Far"}).content.decode()
        for number in (9, 0)
    ]

    assert ["Please give a number from 1 to 2." in page for page in pages] == [True, True]


def test_the_waiting_list_says_why_somebody_gets_no_offer_yet(everybody, room, ada, now, browser):
    fay = put_down(room, PlaceRequest("Fay", "fay@example.org"), now=now, by=ada)
    at = f"{AT}{everybody['Dot'].pk}/turn/"
    before = browser.get(at).content.decode()
    ask_each(to_ask(room).filter(booking=fay), now=now)

    assert ("can’t offer them" in before, "can’t offer them" in browser.get(at).content.decode()) == (False, True)


def test_before_it_is_pressed_it_says_what_ending_does(room, ask, ada, now, browser):
    ann, bo = confirm(ask("Ann"), now), put_down(room, PlaceRequest("Bo", "bo@example.org"), now=now, by=ada)
    theirs, expected = [browser.get(f"{AT}{booking.pk}/").content.decode() for booking in (ann, bo)]

    assert ("that their booking has ended" in theirs, "that their booking has ended" in expected) == (True, False)
    assert "we don’t e-mail them" in expected
    assert all("access and food, and what they answered, at once" in page for page in (theirs, expected))
