"""Two offer something together and get help; three read on paper; sixty are told at once, and one goes through another door."""

import json

import pytest

from tests.journeys.conftest import WAYS

pytestmark = pytest.mark.journey

# Whoever presses sooner than a person can read is shown the page once more.
AS_LONG_AS_IT_TAKES_TO_READ = 2_100
A_YEAR_FROM_THE_SAMPLES_DAY = "2023-03-01"


@pytest.fixture(scope="module")
def furnished(house):
    marks = [way.name for way in WAYS]
    return json.loads(house.run(script=f"from tests.journeys.furnishing_decisions import begin; begin(*{marks!r})"))


@pytest.fixture
def there(furnished, way):
    return furnished[way.name]


@pytest.fixture
def signed_in(house, somebody, there):
    def come(who):
        visitor = somebody(house)
        visitor.context.add_cookies([{"name": "sessionid", "value": there[who], "url": house.address}])
        return visitor

    return come


def test_two_offer_something_together_and_a_member_helps_one_of_them(house, way, somebody, there, signed_in):
    nan, bo, address = somebody(house), somebody(house), f"bo-{way.name}@example.com"
    nan.goes_to(there["nan’s page"])
    nan.follows("Ask somebody to bring it with you")
    nan.writes("Their name", "Bo Larkfield")
    nan.writes("Their e-mail address", address)
    nan.presses("Ask them")
    assert nan.message == "We’ve e-mailed them to ask. They can say yes or no."

    says_yes(bo, address)
    asks_for_help(nan)
    answers(signed_in("cy"), there)

    nan.page = nan.opens_the_email_to(f"nan-{way.name}@example.com", about="think")
    nan.follows_the_link_in_the_email()
    nan.follows("Think it through with Cy Rook")
    nan.page.wait_for_timeout(AS_LONG_AS_IT_TAKES_TO_READ)
    nan.presses("Yes, with them")
    assert nan.message == "Good. We’ve e-mailed both of you."
    nan.sees("You think it through together.")


def says_yes(bo, address):
    """By the link in their own e-mail, without an account."""
    bo.page = bo.opens_the_email_to(address)
    bo.follows_the_link_in_the_email()
    bo.sees("Would you like to bring this, together with the others?")
    bo.page.wait_for_timeout(AS_LONG_AS_IT_TAKES_TO_READ)
    bo.presses("Yes, I’m in it")
    assert bo.message == "Thank you. You bring it together."


def asks_for_help(nan):
    nan.goes_to(nan.path)
    nan.sees("Bo Larkfield")
    nan.follows("Ask for help with it")
    nan.writes("What would you like to think through with somebody?", "Where does it begin?")
    nan.presses("Ask members")
    assert nan.message == "Saved. Members can answer you now."


def answers(cy, there):
    cy.goes_to(f"{there['together']}contributions/help/")
    cy.follows("Answer Nan Weir")
    cy.writes("What would you like to say to them, in a line?", "Begin with the twelfth chair.")
    cy.presses("Send it")
    assert cy.message == "Thank you. We’ve e-mailed them what you said."


def test_three_read_on_paper_and_what_comes_back_is_typed_in(there, signed_in):
    ada = signed_in("ada")
    ada.goes_to(f"{there['pile']}readings/readers/")
    asks_to_read(ada, "Fay", from_lived_experience=True)
    ada.sees("One person would read from lived experience, and nobody else.")
    asks_to_read(ada, "Gil", from_lived_experience=True)
    asks_to_read(ada, "Hal", from_lived_experience=False)
    ada.presses("Open the readings")

    for name in ("Fay", "Gil", "Hal"):
        types_in(ada, name)
    ada.follows("Read what they said, and decide")
    ada.follows("Eleven chairs")
    for name in ("Fay", "Gil", "Hal"):
        ada.sees(f"{name}: it made me think of our kitchen.")


def asks_to_read(ada, name, *, from_lived_experience):
    ada.writes("Name", name)
    ada.writes("Until which day, the day itself included?", A_YEAR_FROM_THE_SAMPLES_DAY)
    if from_lived_experience:
        ada.ticks("They read from lived experience")
    ada.presses("Ask them")


def types_in(ada, name):
    ada.follows(f"Print, or type in: {name}")
    with ada.page.expect_download() as printing:
        ada.page.get_by_role("link", name="Print their sheets").click()
    assert printing.value.path().read_bytes()[:5] == b"%PDF-"
    sheet = ada.page.get_by_label("Eleven chairs")
    number = sheet.get_attribute("name").removeprefix("leaning_")
    sheet.select_option(label="In")
    ada.writes(f"The words about no. {number}", f"{name}: it made me think of our kitchen.")
    ada.presses("Save all of it")
    assert ada.message == "Saved: 1 reading."


def test_sixty_are_told_at_once_and_the_one_turned_down_goes_through_another_door(house, somebody, there, signed_in):
    ada, jude = signed_in("ada"), somebody(house)
    ada.goes_to(f"{there['sixty']}decisions/")
    ada.follows("Story 59")
    ada.ticks("Not this time")
    ada.writes("Why? They will read this.", "The day is short, and yours wants an hour.")
    ada.ticks("The open hour on the day")
    ada.presses("Save")
    ada.follows("Read the e-mails, then tell them")
    assert ada.page.get_by_label("Not yet: don’t tell them about this one").count() == 60
    ada.presses("Tell all of them now")
    assert ada.message == "All of them get their e-mail now, within the same minute."
    assert ada.part("They know it").get_by_role("listitem").count() == 60

    jude.page = jude.opens_the_email_to(there["the last"])
    jude.sees("The day is short, and yours wants an hour.")
    jude.sees("If there’s an open hour on the day, bring it there.")
    jude.follows_the_link_in_the_email()
    jude.follows("Keep me a place")
    jude.writes("Your name", "Jude Oakmoor")
    jude.writes("E-mail", there["the last"])
    jude.presses("Keep me a place")
    assert jude.heading == "Check your e-mail"
