"""On the day somebody looks who comes in: who is not here yet may only be late, and keeps a seat until a convenor says otherwise."""

import pytest

from goldenthread.gatherings.tables.announcing import who_moves

PAGE = "/gatherings/spring/tables/remaking/"
HERE = ["Ann", "Ben", "Cat", "Dot", "Eli", "Fay"]


@pytest.fixture
def at_the_door(after_the_first, guests, door):
    """Six are here, and six are not; these are said not to come any more."""
    return lambda *gone: door([guests[name] for name in HERE], gone=[guests[name] for name in gone])


@pytest.fixture
def seated(press, at_table):
    """Who has a seat in the second round, in the tables that are made anew and announced."""

    def seated(**ticked):
        _answer, now = press(**ticked)
        return set.union(*at_table(now)[2].values())

    return seated


def test_who_is_not_here_yet_keeps_their_seat(at_the_door, after_the_first, press, guests, at_table):
    at_the_door()
    _answer, now = press()

    assert set.union(*at_table(now)[2].values()) == set(guests)
    assert who_moves(after_the_first, now) == []


def test_who_is_said_not_to_come_any_more_loses_it(at_the_door, seated, guests):
    at_the_door("Kay")

    assert seated() == guests.keys() - {"Kay"}


def test_one_tick_says_it_of_all_who_are_late(at_the_door, seated):
    at_the_door()

    assert seated(only_present="on") == set(HERE)


def test_the_convenor_reads_who_keeps_a_seat_and_who_does_not(at_the_door, browser):
    at_the_door()
    before = browser.get(PAGE).content.decode()
    kept = browser.get(browser.post(PAGE, {"from_round": 2})["Location"]).content.decode()
    without = browser.post(PAGE, {"from_round": 2, "only_present": "on"})["Location"]

    assert ("Not here yet, with a seat" in before, "Kay Weir isn’t coming any more" in before) == (True, True)
    assert ("and keep their seat:" in kept, "Kay Weir" in kept) == (True, True)
    assert "and get a seat when they arrive:" in browser.get(without).content.decode()


def test_where_nobody_is_late_nothing_is_asked(after_the_first, browser, guests, door):
    door(guests.values())

    assert "Seat only those who are here now" not in browser.get(PAGE).content.decode()
