"""Somebody leaves and is forgotten."""

import pytest

pytestmark = pytest.mark.journey


def test_who_leaves_is_forgotten(house, somebody, mark):
    name, address = f"Nan Tolliver {mark}", f"nan-{mark}@example.com"
    nan, passer_by = somebody(house), somebody(house)
    nan.joins(name, address)
    nan.goes_to("/gatherings/launch/")
    nan.presses("Follow this plan")
    nan.looks_at_their_page()
    nan.follows("What happens when you leave")

    nan.presses("Erase me and leave")

    assert (nan.path, nan.heading) == ("/goodbye/", "Go well")
    passer_by.goes_to("/post-room/")
    passer_by.does_not_see(address)
    passer_by.does_not_see(name)
    nan.goes_to("/me/")
    assert nan.heading == "Sign in"


def test_what_i_am_called_is_mine_to_choose(house, somebody, mark):
    name, address = f"Nan Tolliver {mark}", f"nan-{mark}@example.com"
    nan = somebody(house)
    nan.joins(name, address)
    nan.looks_at_their_page()

    nan.writes("What shall we call you?", "Nan of the Weir")
    nan.page.get_by_label("At most once a week").check()
    nan.presses("Save")

    assert nan.heading == "Nan of the Weir"
    assert nan.page.get_by_label("At most once a week").is_checked()
