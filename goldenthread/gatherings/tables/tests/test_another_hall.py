"""The gathering moves to another hall: what its tables offer was true of the old one, and is said of the new one only once looked at."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.models import Table
from goldenthread.gatherings.tables.needs_in_words import needs_in_words

PAGE = "/gatherings/spring/tables/"
ANOTHER = "What these tables offer was entered for another place."


@pytest.fixture
def replan(spring, ada):
    def replanned(*, is_small=False, **plan):
        now = Gathering.objects.get(pk=spring.pk)
        now.replan(plan, since=now.sequence, by=ada, is_small=is_small)

    return replanned


@pytest.fixture
def loop(laid):
    laid.tables.update(features=[])
    laid.tables.filter(number=2).update(features=["hearing_loop"])
    return laid.tables.filter(number=2)


@pytest.fixture
def ticked(loop, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(table_needs="hearing_loop")


def to_check(laid):
    return list(Table.objects.to_be_checked_at(laid.gathering).values_list("number", flat=True))


def test_what_was_entered_for_the_old_hall_is_to_be_looked_at(loop, laid, replan, browser):
    before = browser.get(PAGE).content.decode()
    replan(venue="The Mill")
    after = browser.get(PAGE).content.decode()

    assert (to_check(laid), ANOTHER in before, ANOTHER in after) == ([2], False, True)
    assert "not checked in this place yet" in after


@pytest.mark.parametrize(
    "plan",
    [{"venue": "The Mill", "is_small": True}, {"venue": "the old school."}, {"title": "Spring again"}],
)
def test_a_slip_of_the_pen_moves_no_hall(loop, laid, replan, plan):
    replan(**plan)

    assert to_check(laid) == []


def test_who_looks_at_a_table_and_saves_it_has_checked_it(loop, laid, replan, browser):
    replan(venue="The Mill")
    page = browser.get(f"{PAGE}list/2/")
    browser.post(f"{PAGE}list/2/", {"label": "Table 2", "least": 3, "most": 5, "features": ["hearing_loop"]})

    assert "This was entered for another place." in page.content.decode()
    assert (to_check(laid), loop.get().features) == ([], ["hearing_loop"])


def test_that_people_have_what_they_ticked_is_not_claimed_of_another_hall(ticked, mix_now, replan):
    version = mix_now()
    before = needs_in_words(version)
    replan(venue="The Mill")
    [after] = needs_in_words(version)

    assert before == ["1 person ticked what they need at their table, and has it wherever they sit."]
    assert after.startswith("1 person ticked what they need at their table. We can’t say whether they have it")
