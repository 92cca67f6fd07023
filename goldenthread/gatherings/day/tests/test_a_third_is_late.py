"""A third is late when the tables are made anew. A convenor walks it over the pages: nobody's seat is taken, and it is seen first."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables import remaking
from goldenthread.gatherings.tables.announcing import told_to
from goldenthread.gatherings.tables.models import Seat
from goldenthread.gatherings.tables.newcomers import seat_newcomers

AT = "/gatherings/spring/"
HERE, LATE = ["Ann", "Ben", "Cat", "Fay"], ["Dot Weir", "Eli Weir"]


@pytest.fixture
def browser(client, ada, monkeypatch):
    monkeypatch.setattr(remaking, "SECONDS", 0.2)
    client.force_login(ada)
    return client


@pytest.fixture
def morning(seat, come, browser, today, now):
    """Six have a seat, and at the door a convenor has ticked four of them."""
    people = seat({1: {1: "Ann Ben Eli", 2: "Cat Dot"}, 2: {1: "Ann Cat", 2: "Ben Dot Eli"}}) | come("Fay")
    seat_newcomers(today, now)
    for name in HERE:
        browser.post(f"{AT}day/arrivals/{people[name].pk}/", {"standing": "here", "once": f"door-{name}", "time": ""})
    return told_to(today)


@pytest.fixture
def page(browser):
    return lambda at: " ".join(browser.get(at).content.decode().split())


def seated(version):
    return set(Seat.objects.filter(mix=version, round__number=2).values_list("booking__name", flat=True))


def test_whoever_is_late_keeps_a_seat_and_nothing_holds_before_it_was_seen(morning, browser, page, today):
    before = page(f"{AT}tables/remaking/")
    made = browser.post(f"{AT}tables/remaking/", {"from_round": 2})["Location"]
    seen, held = page(made), told_to(today)
    browser.post(f"{made}announcement/")

    kept = [
        before.partition("Not here yet, with a seat")[2].partition("</section>")[0],
        seen.partition("and keep their seat:")[2].partition("</p>")[0],
    ]
    assert [[name in words for name in LATE] for words in kept] == [[True, True]] * 2
    assert ("Announce these tables" in seen, held == morning) == (True, True)
    assert told_to(today) != morning
    assert seated(told_to(today)) == set(Booking.objects.values_list("name", flat=True))


def test_only_a_tick_of_the_convenor_takes_their_seats(morning, browser, page):
    made = browser.post(f"{AT}tables/remaking/", {"from_round": 2, "only_present": "on"})["Location"]
    words = page(made).partition("and get a seat when they arrive:")[2].partition("</p>")[0]

    assert [name in words for name in LATE] == [True, True]
    assert seated(morning.arrangement.mixes.latest("number")) == {f"{name} Weir" for name in HERE}
