"""Something changed on the day: one press seats those who are here in the rounds to come; whoever pressed sees it, and announces it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables import remaking
from goldenthread.gatherings.tables.announcing import told_to, who_moves
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.runs import AlreadyMixing, MixRequest, ask_for, carry_out
from goldenthread.gatherings.tables.tests.taking import taken
from goldenthread.kit import clock
from goldenthread.kit.jobs import ClaimLost

PAGE = "/gatherings/spring/tables/remaking/"


@pytest.fixture
def leave(guests):
    def left(*names):
        Booking.objects.filter(pk__in=[guests[name].pk for name in names]).update(state=State.CANCELLED)

    return left


def test_one_press_makes_new_tables_and_the_next_announces_them(after_the_first, press, leave, come_late, at_table):
    leave("Ann", "Ben")
    come_late("Zoe")
    answer, now = press()
    rounds, before = at_table(now), at_table(after_the_first)

    assert (answer["Location"], now.number) == ("/gatherings/spring/tables/versions/2/", 2)
    # What was held stays as it was, with those who have left since.
    assert rounds[1] == before[1]
    seated = [set.union(*rounds[number].values()) for number in (2, 3)]
    assert seated == [{"Zoe", *["Cat", "Dot", "Eli", "Fay", "Gil", "Hal", "Ida", "Jon", "Kay", "Lee"]}] * 2


def test_nothing_is_announced_before_it_was_seen(after_the_first, browser, spring, leave):
    leave("Ann")
    answer = browser.post(PAGE, {"from_round": 2})
    page = browser.get(answer["Location"]).content.decode()

    assert told_to(spring) == after_the_first
    assert "Announce these tables" in page


def test_as_few_as_can_be_move(after_the_first, press, come_late):
    come_late("Zoe")
    _answer, now = press()
    moved = who_moves(after_the_first, now)

    assert {seat.booking.name for seat in moved} == {"Zoe Weir"}
    assert len(moved) == 2


def test_who_moves_is_shown(after_the_first, press, leave, browser, come_late):
    leave("Ann")
    come_late("Zoe")
    offered = browser.get(PAGE).content.decode()
    answer, _now = press()
    shown = browser.get(answer["Location"]).content.decode()

    assert ("Zoe Weir" in offered, "Ann Weir" in offered, "Round 1</option>" in offered) == (True, True, False)
    assert "They get a new seat:" in shown


def test_a_closed_table_is_not_used_any_more(after_the_first, press, laid, at_table):
    laid.tables.update(most=6)
    laid.tables.filter(number=2).update(is_closed=True)
    _answer, now = press()
    rounds = at_table(now)

    assert [2 in rounds[number] for number in (1, 2, 3)] == [True, False, False]


def test_a_host_who_is_missing_is_named_by_their_table(after_the_first, leave, laid, guests, browser):
    laid.tables.filter(number=3).update(host=guests["Kay"])
    leave("Kay")

    assert "<bdi>Table 3</bdi> is without its host." in " ".join(browser.get(PAGE).content.decode().split())


def test_too_few_seats_are_told_and_what_was_announced_holds(after_the_first, press, laid, browser):
    laid.tables.filter(number__gt=1).update(is_closed=True)
    answer, now = press()

    assert now == after_the_first
    assert "12 people need a seat, and the open tables have 5." in browser.get(answer["Location"]).content.decode()


def test_nothing_is_remade_before_something_was_announced(version, browser):
    page, pressed = browser.get(PAGE), browser.post(PAGE, {"from_round": 1})

    assert "No tables are announced yet" in page.content.decode()
    assert pressed["Location"] == "/gatherings/spring/tables/"
    assert Mix.objects.count() == 1


def test_when_every_round_has_begun_nothing_is_left(announced_mix, laid, browser):
    laid.rounds.update(starts_at=clock.now() - timedelta(minutes=1))

    assert "Every round has begun, so" in browser.get(PAGE).content.decode()


def test_the_day_does_not_wait_for_what_is_being_mixed(after_the_first, press, laid, ada):
    waiting = ask_for(laid, MixRequest(seconds=60), by=ada)
    mine = taken()
    _answer, now = press()
    waiting.refresh_from_db()

    assert (now.number, waiting.told) == (3, {"what": "overtaken"})
    with pytest.raises(ClaimLost):
        carry_out(mine)


def test_a_second_press_finds_the_first(after_the_first, laid, press, ada):
    first = ask_for(laid, MixRequest(base=after_the_first, keeps_told=True), by=ada, claim="somebody else")
    answer, now = press()

    assert answer["Location"].endswith(f"/versions/{first.number}/")
    assert now == after_the_first
    with pytest.raises(AlreadyMixing):
        ask_for(laid, MixRequest(keeps_told=True), by=ada)


def test_many_people_are_mixed_by_the_worker(after_the_first, browser, monkeypatch):
    monkeypatch.setattr(remaking, "MOST_AT_ONCE", 5)
    monkeypatch.setattr(remaking, "SECONDS_FOR_MANY", 0.2)
    waiting = browser.get(browser.post(PAGE, {"from_round": 2})["Location"])
    carry_out(taken())

    assert "Refresh" in waiting
    assert [version.is_done for version in Mix.objects.order_by("number")] == [True, True]


def test_whoever_was_overtaken_while_they_mixed_is_led_to_the_tables(after_the_first, browser, monkeypatch):
    def lost(mix):
        raise ClaimLost

    monkeypatch.setattr(remaking, "carry_out", lost)

    assert browser.post(PAGE, {"from_round": 2})["Location"] == "/gatherings/spring/tables/"
