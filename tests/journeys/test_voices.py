"""Somebody offers a story from a telephone, and a convenor finishes a day with the keyboard alone."""

import json

import pytest

from tests.journeys.conftest import Way
from tests.journeys.test_by_keyboard import Fingers

pytestmark = pytest.mark.journey

TELEPHONE = Way("narrow-without-javascript", javascript=False, width=320)
SCREEN = Way("wide", javascript=True, width=1280)
# Whoever presses sooner than a person can read is shown the page once more.
AS_LONG_AS_IT_TAKES_TO_READ = 2_100


@pytest.fixture
def day(house, mark):
    return json.loads(house.run(script=f"from tests.journeys.furnishing_a_voice import begin; begin({mark!r})"))


@pytest.mark.parametrize("way", [TELEPHONE], ids=lambda way: way.name)
def test_a_newcomer_offers_a_story_and_comes_back_by_the_link_in_the_email(way, house, somebody, day, mark):
    nan, address = somebody(house), f"nan-{mark}@example.com"
    nan.goes_to(f"{day['at']}call/")
    nan.follows("Offer something")
    nan.writes("What would you call it?", "Eleven chairs")
    nan.writes("In a few lines: what is it?", "How we learned to sit in a circle.")
    nan.writes("Your name", "Nan Weir")
    nan.writes("E-mail", address)
    nan.presses("Send it")
    assert nan.heading == "Check your e-mail"

    nan.page = nan.opens_the_email_to(address)
    nan.follows_the_link_in_the_email()
    assert nan.heading == "Eleven chairs"
    nan.page.wait_for_timeout(AS_LONG_AS_IT_TAKES_TO_READ)
    nan.presses("Send it")
    assert nan.message == "Sent. Thank you."

    ada = comes_as_ada(house, somebody, day)
    ada.goes_to(f"{day['at']}contributions/")
    ada.sees("Eleven chairs")


def comes_as_ada(house, somebody, day):
    ada = somebody(house)
    ada.context.add_cookies([{"name": "sessionid", "value": day["ada"], "url": house.address}])
    return ada


@pytest.mark.parametrize("way", [SCREEN], ids=lambda way: way.name)
def test_a_convenor_finishes_a_day_by_keyboard_alone(way, house, somebody, day):
    ada = comes_as_ada(house, somebody, day)
    fingers = Fingers(ada)
    ada.goes_to(f"{day['at']}programme/draft/")
    fingers.tab_to("Draft the rest by machine")
    fingers.enter()
    fingers.tab_to("Put it into the programme")
    fingers.enter()
    assert ada.message == "Saved. Each move can be undone."

    before = ada.page.locator("#last-moves ~ ul li").count()
    fingers.tab_to(as_read(ada, "link", "Move to… Chairs"))
    fingers.enter()
    fingers.tab_to(as_read(ada, "button", "Put it there"))
    fingers.enter()
    assert ada.message.startswith("Saved. “Chairs”: ")
    assert ada.page.locator("#last-moves ~ ul li").count() == before + 1

    fingers.tab_to(as_read(ada, "button", "Undo Chairs"))
    fingers.enter()
    assert ada.message == "Undone: “Chairs” is where it was before."
    assert fingers.lost == []


def as_read(visitor, role, words):
    """All that the first of them says, also to those who hear it."""
    return visitor.page.get_by_role(role, name=words).first.inner_text().strip()
