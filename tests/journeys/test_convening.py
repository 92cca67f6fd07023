"""A convenor makes a plan in the open, and who follows it reads what changed."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

ADA, BO = "Ada Foxglove", "Bo Hazelmoor"


@pytest.fixture
def adas(mark):
    return f"ada-{mark}@example.com"


@pytest.fixture
def bos(mark):
    return f"bo-{mark}@example.com"


@pytest.fixture
def title(mark):
    return f"A spring day by the river {mark}"


@pytest.fixture
def ada(house, somebody, adas):
    """She convenes."""
    visitor = somebody(house)
    visitor.joins(ADA, adas)
    return visitor


@pytest.fixture
def bo(house, somebody, bos):
    """He is a member."""
    visitor = somebody(house)
    visitor.joins(BO, bos)
    return visitor


@pytest.fixture
def stranger(house, somebody):
    return somebody(house)


@pytest.fixture
def spring(ada, title, mark):
    """Her gathering, open to everybody, at an address that can be said aloud."""
    address = ada.begins_a_draft(title)
    ada.follows("Convene this gathering")
    ada.follows("Show the draft to everybody")
    ada.presses("Show the draft to everybody")
    ada.goes_to(f"{address}address/")
    ada.writes("Address", f"spring-{mark}")
    ada.presses("Use this address")
    return ada.path


def test_a_draft_needs_a_title_only_and_is_seen_by_those_with_the_link(ada, stranger, title):
    address = ada.begins_a_draft(title)

    stranger.goes_to(address)
    standing, heading = stranger.standing, stranger.heading
    stranger.goes_to("/gatherings/")

    assert (heading, standing.lower()) == (title, "draft, only for people with the link")
    stranger.does_not_see(title)


def test_a_published_plan_stands_in_the_list_and_former_addresses_lead_to_it(ada, stranger, title, mark):
    former = ada.begins_a_draft(title)
    ada.follows("Convene this gathering")
    ada.follows("Edit the plan")
    ada.writes("In one sentence", "We walk, and then we talk.")
    ada.presses("Save the plan")

    ada.follows("Convene this gathering")
    ada.follows("Show it")
    ada.presses("Show the draft to everybody")
    ada.follows("Choose its address")
    ada.writes("Address", f"spring-{mark}")
    ada.presses("Use this address")

    stranger.goes_to("/gatherings/")
    stranger.follows(title)
    assert (stranger.path, stranger.standing.lower()) == (f"/gatherings/spring-{mark}/", "draft plan")
    stranger.goes_to(former)
    assert stranger.path == f"/gatherings/spring-{mark}/"
    stranger.sees("We walk, and then we talk.")


def test_a_follower_reads_what_changed_on_the_page_and_in_an_email(ada, bo, bos, spring, title):
    bo.goes_to(spring)
    bo.presses("Follow this plan")
    ada.goes_to(f"{spring}plan/")
    ada.writes("Day", "2023-04-18")
    ada.writes("Venue", "The Old School")
    ada.presses("Save the plan")
    ada.goes_to(f"{spring}plan/")

    ada.writes("Day", "2023-04-25")
    ada.writes("Venue", "The Boathouse")
    ada.presses("Save the plan")
    ada.goes_to(f"{spring}convening/")
    ada.presses("Send it now")

    bo.goes_to(spring)
    bo.follows("see what changed")
    newest = bo.page.locator("main ol > li").first.locator(".differences > li")
    expect(newest.first).to_contain_text("The date changed")
    expect(newest.first).to_contain_text("Tuesday 18 April 2023")
    expect(newest.first).to_contain_text("Tuesday 25 April 2023")
    expect(newest.last).to_contain_text("The Boathouse")
    email = bo.opens_the_email_to(bos, about="What changed")
    expect(email.locator("article")).to_contain_text(f"The plan for “{title}” has changed.")


def test_two_edit_at_once_and_nothing_typed_is_lost(house, somebody, ada, adas, spring):
    elsewhere = somebody(house)
    elsewhere.signs_in(adas)
    elsewhere.goes_to(f"{spring}plan/")
    elsewhere.writes("In one sentence", "My own words.")
    ada.goes_to(f"{spring}plan/")
    ada.writes("Venue", "The Old School")
    ada.presses("Save the plan")

    elsewhere.presses("Save the plan")

    elsewhere.sees("While you were writing, somebody else changed the plan.")
    elsewhere.sees("A venue was found")
    assert elsewhere.value_of("In one sentence") == "My own words."
    assert elsewhere.value_of("Venue") == "The Old School"
    elsewhere.presses("Save the plan")
    assert elsewhere.path == spring
    elsewhere.sees("My own words.")
    elsewhere.sees("The Old School")


@pytest.mark.parametrize(
    ("turn", "standing"), [("Postpone it", "Postponed"), ("Call it off", "Called off")], ids=["postponed", "called off"]
)
def test_a_gathering_that_cannot_be_says_so_with_its_reason(ada, stranger, spring, turn, standing):
    ada.goes_to(f"{spring}convening/")
    ada.follows(turn)
    ada.writes("Why? In a few words", "The river has risen.")

    ada.presses(turn)

    stranger.goes_to(spring)
    assert stranger.standing.lower() == standing.lower()
    stranger.sees("The river has risen.")


def test_a_convenor_is_asked_by_email_and_accepts_with_one_press(house, somebody, ada, spring, mark):
    cys = f"cy-{mark}@example.com"
    cy = somebody(house)
    ada.goes_to(f"{spring}convenors/")
    ada.writes("Their name", "Cy Kestrelby")
    ada.writes("Their e-mail", cys)
    ada.presses("Send the invitation")
    ada.sees(re.compile("asked on .*, no answer yet"))

    cy.page = cy.opens_the_email_to(cys, about="Will you convene")
    cy.follows_the_link_in_the_email()
    cy.presses("Yes, I will")

    assert cy.message == "Thank you. You’re one of its convenors now."
    cy.goes_to(f"{spring}plan/")
    assert cy.heading == "Edit the plan"
    ada.goes_to(f"{spring}convenors/")
    ada.does_not_see("no answer yet")


def test_an_offer_of_help_takes_one_line_and_reaches_the_convenor(ada, adas, bo, spring):
    bo.goes_to(spring)
    bo.follows("I can help (Where)")
    fields = bo.fields
    bo.writes("Your offer, in a line", "I know a hall by the weir.")

    bo.presses("Offer this")

    assert fields == ["Your offer, in a line"]
    email = ada.opens_the_email_to(adas, about="An offer of help")
    expect(email.locator("article")).to_contain_text("I know a hall by the weir.")
    ada.goes_to(f"{spring}convening/")
    ada.follows("Offers of help")
    ada.sees("I know a hall by the weir.")
    ada.sees(BO)
