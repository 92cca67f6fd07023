"""Before the day it says who is coming and who is only expected; once it has been, no tables are made any more."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.turns import postpone
from goldenthread.gatherings.tables.models import Mix, Round

TABLES = "/gatherings/spring/tables/"
OVER = "This gathering is over, so its tables stay as they were."
OFFERS = ["Make another version", "Make new tables on the day", "Change rounds and tables"]


@pytest.fixture
def over(announced_mix):
    Gathering.objects.update(day="2020-04-20", last_day=None)
    return announced_mix


def test_nothing_offers_to_make_tables_any_more(over, browser):
    pages = [browser.get(at).content.decode() for at in (TABLES, over.get_absolute_url())]

    assert [words for words in OFFERS for page in pages if words in page] == []
    assert OVER in pages[0]


def test_until_then_all_of_it_is_offered(announced_mix, browser):
    page = browser.get(TABLES).content.decode()

    assert ([words for words in OFFERS if words not in page], OVER in page) == ([], False)


@pytest.mark.parametrize(
    ("at", "typed"), [("versions/", {}), ("remaking/", {"from_round": 1}), ("arrangement/", {"rounds": 9})]
)
def test_whoever_presses_on_an_old_page_reads_that_it_is_over(over, browser, at, typed):
    answer = browser.post(TABLES + at, typed, follow=True)

    assert OVER in answer.content.decode()
    assert (Mix.objects.count(), Round.objects.count()) == (1, 3)


def test_where_none_were_made_it_says_so(guests, browser):
    Gathering.objects.update(day="2020-04-20", last_day=None)
    page = browser.get(TABLES).content.decode()

    assert ("no tables were made" in page, "Make a first plan" in page) == (True, False)


def test_on_another_day_that_nobody_knows_yet_it_is_not_over(over, browser, ada):
    postpone(Gathering.objects.get(), by=ada, because="Flood")

    assert "Make another version" in browser.get(TABLES).content.decode()


@pytest.mark.parametrize("page", [TABLES, f"{TABLES}arrangement/"])
def test_who_is_only_expected_is_not_said_to_be_coming(guests, laid, browser, page):
    Booking.objects.filter(name__in=["Ann Weir", "Ben Weir"]).update(state=State.EXPECTED)
    words = " ".join(browser.get(page).content.decode().split())

    assert "10 people are coming so far. 2 are expected, and haven’t said yes yet." in words
