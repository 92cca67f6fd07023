"""The keeper comes in by the address in the terminal, and moves the clock of the sample house."""

import re

import pytest

pytestmark = pytest.mark.journey

POSITIONS = ["Planning", "A week before", "The day", "Afterwards", "A week after"]


def test_the_address_in_the_terminal_signs_the_keeper_in_once(new_sample_house, somebody):
    keeper, passer_by = somebody(new_sample_house), somebody(new_sample_house)

    keeper.goes_to(new_sample_house.keepers_address)
    keeper.presses("Sign in")

    assert keeper.message == "Good to have you here, Wren Alderbrook."
    assert keeper.page.locator(".banner button").all_inner_texts() == POSITIONS
    passer_by.goes_to(new_sample_house.keepers_address)
    assert passer_by.heading == "This link no longer works"
    assert passer_by.page.locator(".banner button").count() == 0


def test_the_keeper_moves_the_clock_and_everybody_sees_it(house_to_change, somebody):
    keeper, stranger = somebody(house_to_change), somebody(house_to_change)
    keeper.goes_to(house_to_change.run("keeper", "keeper@example.org").rsplit(maxsplit=1)[1])
    keeper.presses("Sign in")

    seen = [seen_after(position, keeper, stranger) for position in POSITIONS]

    assert seen == [
        ("Wednesday 14 December 2022", "draft plan"),
        ("Tuesday 23 May 2023", "going ahead"),
        ("Tuesday 30 May 2023", "under way"),
        ("Thursday 1 June 2023", "over"),
        ("Tuesday 6 June 2023", "over"),
    ]


def seen_after(position, keeper, stranger):
    keeper.presses(position)
    # Half a year of chores may take the worker longer than a press waits; what was pressed is still there.
    while keeper.page.get_by_role("button", name="Send it again").count():
        keeper.presses("Send it again")
    stranger.goes_to("/gatherings/launch/")
    banner = stranger.page.locator(".banner").inner_text()
    return re.findall(r"Here it is (.+?)\.", banner)[0], stranger.standing.lower()


def test_a_house_of_ones_own_begins_with_four_answers(empty_house, somebody):
    founder = somebody(empty_house)
    founder.goes_to("/gatherings/")
    fields = founder.fields

    founder.writes("What is your movement called?", "Allotments Together")
    founder.writes("Say in a sentence what it is about", "People who grow food beside each other.")
    founder.writes("What shall we call you?", "Ash")
    founder.writes("Your e-mail", "ash@example.org")
    founder.presses("Open this site")

    assert len(fields) == 4
    assert founder.message == "This site is yours now. Start with a gathering: a name is enough."
    founder.begins_a_draft("Seed swap")
    founder.goes_to("/")
    assert founder.page.locator(".banner").count() == 0
    assert founder.page.locator(".wordmark").inner_text() == "Allotments Together"
    answer = founder.page.goto(f"{empty_house.address}/post-room/")
    assert answer.status == 404


def test_a_question_left_out_is_asked_again_and_nothing_is_lost(empty_house, somebody):
    founder = somebody(empty_house)
    founder.goes_to("/")

    founder.writes("What is your movement called?", "Allotments Together")
    founder.writes("What shall we call you?", "Ash")
    founder.writes("Your e-mail", "ash@example.org")
    founder.page.locator("main form").evaluate("form => { form.noValidate = true }")
    founder.presses("Open this site")

    assert founder.page.locator(".summary a").count() == 1
    assert founder.value_of("What is your movement called?") == "Allotments Together"
