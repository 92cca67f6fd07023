"""A newcomer reads about the launch, joins, follows it, and comes back another day."""

import time

import pytest

pytestmark = pytest.mark.journey

NAN = "Nan Tolliver"
LAUNCH = "Launching the Relational Practice Movement"


@pytest.fixture
def address(mark):
    return f"nan-{mark}@example.com"


def test_a_newcomer_joins_by_code_in_under_a_minute_and_follows_the_launch(house, somebody, address):
    nan = somebody(house)
    nan.goes_to("/")
    nan.follows(LAUNCH)
    nan.follows("Follow this plan")
    nan.follows("I’m new here")
    began, fields = time.monotonic(), nan.fields

    nan.writes("What shall we call you?", NAN)
    nan.writes("E-mail", address)
    nan.presses("Join")
    nan.types_the_code_sent_to(address, press="Join")

    assert time.monotonic() - began < 60
    assert fields == ["What shall we call you?", "E-mail"]
    assert (nan.path, nan.message) == ("/gatherings/launch/following/", f"Good to have you here, {NAN}.")
    nan.presses("Follow this plan")
    nan.sees("You follow this plan")
    nan.goes_to("/")
    assert nan.part("You follow").locator("li h3").all_inner_texts() == [LAUNCH]


def test_the_button_in_the_email_opens_the_door_on_another_device(house, somebody, address):
    nan, telephone = somebody(house), somebody(house)
    nan.goes_to("/join/")
    nan.writes("What shall we call you?", NAN)
    nan.writes("E-mail", address)
    nan.presses("Join")

    telephone.page = telephone.opens_the_email_to(address)
    telephone.follows_the_link_in_the_email()
    greeting = telephone.heading
    telephone.presses("Join")

    assert greeting == f"Hello, {NAN}"
    assert telephone.message == f"Good to have you here, {NAN}."
    telephone.goes_back()
    telephone.page.reload()
    assert telephone.heading == "This link no longer works"


def test_who_joined_signs_out_and_signs_in_another_day_by_code(house_to_change, somebody, address):
    nan, keeper = somebody(house_to_change), somebody(house_to_change)
    nan.joins(NAN, address)
    nan.signs_out()
    keeper.signs_in("keeper@example.org")
    keeper.presses("A week before")

    nan.signs_in(address)

    assert nan.message == f"Good to have you here, {NAN}."
    nan.sees("Tuesday 23 May 2023")
    nan.looks_at_their_page()
    assert nan.heading == NAN
    assert nan.part("E-mails to you").locator("li a").count() == 2


def test_a_wrong_code_is_told_kindly_and_the_right_one_still_opens(house, somebody, address):
    nan = somebody(house)
    nan.goes_to("/join/")
    nan.writes("What shall we call you?", NAN)
    nan.writes("E-mail", address)
    nan.presses("Join")
    code = nan.code_in_the_email_to(address)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"

    nan.writes("Six digits from our e-mail", wrong)
    nan.presses("Join")
    message = nan.page.locator(".summary li").inner_text()
    nan.writes("Six digits from our e-mail", f"{code[:3]} {code[3:]}")
    nan.presses("Join")

    assert message == "Six digits from our e-mail That isn’t the code in our e-mail. Please check it and try again."
    assert nan.message == f"Good to have you here, {NAN}."


def test_a_form_with_mistakes_keeps_what_was_typed(house, somebody):
    nan = somebody(house)
    nan.goes_to("/join/")

    nan.writes("What shall we call you?", NAN)
    nan.writes("E-mail", "nan at example")
    nan.presses("Join")

    assert nan.page.locator(".summary li").all_inner_texts() == ["E-mail Type an e-mail address, like name@example.org"]
    assert (nan.value_of("What shall we call you?"), nan.value_of("E-mail")) == (NAN, "nan at example")
