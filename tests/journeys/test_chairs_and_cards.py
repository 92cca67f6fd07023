"""Chairs are wished for, drawn and given back; cards hang from paper and from a telephone; and a room is lost in the morning."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import WAYS

pytestmark = pytest.mark.journey

FURNISHING = "from tests.journeys.furnishing_chairs import *; "
AT_NIGHT = "Who opens the door at night?"


@pytest.fixture(scope="module")
def furnished(house):
    return json.loads(house.run(script=f"{FURNISHING}begin(*{[way.name for way in WAYS]!r})"))


@pytest.fixture
def there(furnished, way):
    return furnished[way.name]


@pytest.fixture
def ada(house, somebody, there):
    visitor = somebody(house)
    visitor.context.add_cookies([{"name": "sessionid", "value": there["ada"], "url": house.address}])
    return visitor


@pytest.fixture
def guest(house, somebody, there):
    """Somebody opens the page of their place."""

    def come(which):
        visitor = somebody(house)
        visitor.goes_to(there[which])
        return visitor

    return come


def test_chairs_are_wished_for_drawn_and_given_back_to_who_waits(house, way, there, ada, guest):
    opens_sign_up(ada, there)
    bo, cy = guest("bo draws"), guest("cy draws")
    for visitor in (bo, cy):
        wishes(visitor)
    house.run(script=f"{FURNISHING}close_the_wishes('Drawn {way.name}')")

    hears_of_the_draw(bo, f"bo-{way.name}@example.com")
    hears_of_the_draw(cy, f"cy-{way.name}@example.com")
    # Each has one of the two; who has the one that both liked best, lots decided.
    has_bread = bo.page.get_by_text("You got your 1st wish.").count() == 1
    winner, other, name = (bo, cy, "cy") if has_bread else (cy, bo, "bo")
    other.sees("You got your 2nd wish.")
    other.sees("There was no chair for you in “Bread”.")
    other.presses("Wait for a chair in Bread")
    assert other.message == "You’re on the waiting list for “Bread”."

    winner.presses("Give this chair back: Bread")
    assert winner.message == "You’ve given your chair in “Bread” back."
    other.page = other.opens_the_email_to(f"{name}-{way.name}@example.com", about="You have a chair: Bread")
    other.follows_the_link_in_the_email()
    assert other.page.get_by_text("You have a chair.").count() == 2


def opens_sign_up(ada, there):
    ada.goes_to(f"{there['drawn']}programme/sign-up/")
    ada.ticks("Bread")
    ada.ticks("Chairs")
    ada.ticks("By wishes and a draw: as few people as possible go without")
    ada.writes("If by wishes: the last day to wish", "2023-01-02")
    ada.presses("Open sign-up")
    assert ada.message == "Saved."


def wishes(visitor):
    visitor.follows("Your sessions")
    visitor.chooses("Wish 1", "Bread")
    visitor.chooses("Wish 2", "Chairs")
    visitor.presses("Save my wishes")
    assert visitor.message == "Saved. You can change your wishes until they close."


def hears_of_the_draw(visitor, address):
    visitor.page = visitor.opens_the_email_to(address, about="Your sessions are drawn")
    visitor.follows_the_link_in_the_email()


def test_cards_hang_from_paper_and_from_a_telephone(there, ada, guest):
    sets_the_open_hour(ada, there)
    ada.writes("What would you like to talk about?", AT_NIGHT)
    ada.chooses("Who hosts it?", "Pat Weir")
    ada.presses("Hang up your card")
    presses_on(ada, AT_NIGHT, "Move it there", chooses="14:00 to 14:40, By the window")
    assert ada.message == "Saved."

    bo = guest("bo’s card")
    bo.follows("The open hour")
    bo.sees("Hosted by Pat")
    bo.writes("What would you like to talk about?", "Bread")
    bo.presses("Hang up your card")
    presses_on(bo, "Bread", "Move it there", chooses="15:00 to 15:40, Under the clock")
    assert bo.message == "Saved."

    has_to_go(ada, there)
    bo.goes_to(bo.path)
    presses_on(bo, AT_NIGHT, "I’ll host it")
    assert bo.message == "Thank you. You host this card now."
    presses_on(bo, AT_NIGHT, "Add this line", writes="Three of us ring each other now.")
    bo.sees("Three of us ring each other now.")


def sets_the_open_hour(ada, there):
    ada.goes_to(f"{there['cards']}open-hour/")
    ada.writes("Rounds", "14:00 to 14:40\n15:00 to 15:40")
    ada.writes("Corners", "By the window\nUnder the clock")
    ada.presses("Save")


def has_to_go(ada, there):
    """Pat, who has no telephone, tells it at the desk; and the screen goes on showing the card."""
    ada.goes_to(f"{there['cards']}open-hour/")
    presses_on(ada, AT_NIGHT, "Its host can’t host it after all")
    assert ada.message == "Saved. The card stays, and somebody else may host it."
    # The screen fills the room, without the head of a page.
    ada.page.goto(f"{ada.house}{there['cards']}open-hour/screen/")
    ada.sees(AT_NIGHT)


def presses_on(visitor, title, button, *, writes="", chooses=""):
    """What can be done with a card stands folded up below it."""
    details = visitor.page.locator("details", has_text=f"What to do with “{title}”")
    details.locator("summary").click()
    if writes:
        details.get_by_label("What came of it?").fill(writes)
    if chooses:
        details.get_by_label("Round and corner").select_option(label=chooses)
    with visitor.page.expect_navigation():
        details.get_by_role("button", name=button).click()


def test_a_room_is_lost_in_the_morning_and_everybody_reads_where_it_is_now(way, there, ada, guest, house, somebody):
    jude, address = somebody(house), f"jude-{way.name}@example.com"
    jude.opens_the_email_to(address, about="Your place in the programme")
    ada.goes_to(f"{there['lost']}rooms/")
    ada.follows("The hall")
    ada.follows("This room is lost")
    ada.writes("Why?", "Water comes through the roof.")
    ada.presses("Close it from now on")
    assert ada.message == "Saved. The hall is closed from now on."
    ada.follows("Move to… Bread, 15:00")
    with ada.page.expect_navigation():
        ada.page.get_by_role("button", name="The garden room").first.click()
    assert ada.message.startswith("Saved. “Bread”: ")
    ada.follows("Show it to everybody")
    ada.sees("1 person gets an e-mail at once.")
    ada.presses("Show it to everybody")

    jude.page = jude.opens_the_email_to(address, about="The programme has changed for you")
    jude.sees("The garden room")
    bo = guest("guest")
    bo.follows("The programme")
    expect(bo.page.locator(".by-time")).to_contain_text("15:00 to 15:45 · The garden room")
