"""A convenor chooses what matters most; the version says so, the next one remembers it, and what came of it is told as it is."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables import remaking
from goldenthread.gatherings.tables.kinds_in_words import IF_THAT_MATTERS, SPREAD, kinds_in_words
from goldenthread.gatherings.tables.mix_in_words import mix_in_words
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Emphasis, Mix
from goldenthread.gatherings.tables.moving import copy_of
from goldenthread.gatherings.tables.remaking import remake
from goldenthread.gatherings.tables.wishing import ask
from goldenthread.mixing.tables import EMPHASES

PAGE, VERSIONS = "/gatherings/spring/tables/", "/gatherings/spring/tables/versions/"
KINDS_FIRST = "Made so that people sit with different kinds of people (sector, role, region)."


@pytest.fixture
def chosen(browser):
    """What stands ticked on the page."""
    return lambda: browser.get(PAGE).context["form"]["emphasis"].initial


@pytest.fixture
def told_kinds(guests):
    """Everybody told a sector and a role; seven of them a region."""
    for at, booking in enumerate(guests.values()):
        region = "wales" if at < 7 else ""
        Booking.objects.filter(pk=booking.pk).update(sectors=["health"], role=f"Nurse {at % 3}", region=region)


def test_the_choices_are_those_of_the_mixer():
    assert Emphasis.values == list(EMPHASES)


def test_what_is_chosen_is_kept_and_remembered(laid, browser, chosen):
    before = chosen()
    browser.post(VERSIONS, {"emphasis": "kinds"})
    Mix.objects.update(failed_at="2027-01-01T00:00Z")
    browser.post(VERSIONS)

    assert (before, chosen()) == ("people", "kinds")
    assert list(Mix.objects.values_list("emphasis", flat=True)) == ["kinds", "kinds"]


def test_before_anything_is_laid_out_it_is_asked_too(guests, browser):
    page = browser.get(PAGE).content.decode()
    browser.post(VERSIONS, {"emphasis": "both"})

    assert ("What matters most?" in page, Mix.objects.get().emphasis) == (True, "both")


def test_what_is_no_choice_makes_nothing(laid, browser):
    answer = browser.post(VERSIONS, {"emphasis": "tea"}, follow=True)

    assert ("Choose what matters most." in answer.content.decode(), Mix.objects.count()) == (True, 0)


def test_a_version_says_for_what_it_was_made_and_the_mixer_weighs_it(mix_now, browser):
    version = mix_now(emphasis="kinds")

    assert KINDS_FIRST in browser.get(version.get_absolute_url()).content.decode()
    assert mixer_input_of(version).instance().weights == EMPHASES["kinds"]


def test_whatever_matters_most_a_wish_to_sit_apart_is_as_dear(told_kinds, guests, mix_now, at_table):
    ask(guests["Ann"], features=[], sits_out=[], apart="Ben\nCat\nDot")
    rounds = at_table(mix_now(emphasis="kinds"))

    beside = [people for tables in rounds.values() for people in tables.values() if "Ann" in people]
    assert [people & {"Ben", "Cat", "Dot"} for people in beside] == [set()] * 3


def test_a_hand_and_a_remake_go_on_with_it(mix_now, ada, laid, monkeypatch):
    monkeypatch.setattr(remaking, "SECONDS", 0.2)
    from_hand = copy_of(mix_now(emphasis="kinds"), ada)
    from_hand.announcements.create(by=ada)

    assert (from_hand.emphasis, remake(laid, 1, by=ada).emphasis) == ("kinds", "kinds")


def test_of_each_kind_of_which_enough_is_known_it_says_of_how_many(told_kinds, mix_now):
    sentences = kinds_in_words(mix_now())

    assert [sentence.partition(". ")[0] for sentence in sentences] == [
        "We know the sector of at least 10 of 12 people",
        "We know the role of at least 10 of 12 people",
    ]


def test_that_nobody_told_a_role_is_only_said_where_it_was_to_matter(mix_now):
    about_roles = "We know the role of fewer than 10 people, so the tables can’t be spread by role."

    assert about_roles not in mix_in_words(mix_now())
    assert about_roles in mix_in_words(mix_now(emphasis="kinds"))


@pytest.mark.parametrize(
    ("emphasis", "spread", "is_hinted"),
    [("people", "chance", True), ("people", "better", False), ("kinds", "chance", False)],
)
def test_where_kinds_lose_it_is_said_with_what_to_choose(laid, emphasis, spread, is_hinted):
    kinds = {"sector": {"known": 10, "spread": spread}}
    version = Mix(arrangement=laid, emphasis=emphasis, told={"people": 12, "kinds": kinds})

    sentences = kinds_in_words(version)

    assert (sentences[0].endswith(str(SPREAD[spread])), str(IF_THAT_MATTERS) in sentences) == (True, is_hinted)


def test_after_a_hand_has_moved_somebody_nothing_is_said_of_kinds(told_kinds, mix_now, browser, ada):
    version = mix_now()
    seat = version.seats.filter(round__number=1).first()
    other = version.arrangement.tables.exclude(pk=seat.table_id).first()
    moved = browser.post(f"{version.get_absolute_url()}seats/{seat.pk}/", {"to": other.pk})["Location"]

    assert "We know the" not in browser.get(moved).content.decode()
