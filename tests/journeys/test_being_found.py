"""Somebody tells of themselves, is found by it, and is forgotten when they leave."""

import pytest

pytestmark = pytest.mark.journey


def test_somebody_fills_in_their_page_is_found_leaves_and_is_forgotten(house, somebody, mark):
    nan, bo = somebody(house), somebody(house)
    name, loaf = f"Nan Tolliver {mark}", f"sourdough{mark}"
    tells_of_herself(nan, name, loaf, mark)
    bo.joins(f"Bo {mark}", f"bo-{mark}@example.com")

    finds(bo, name, loaf)

    assert bo.heading == name
    bo.sees(loaf)
    bo.sees("Education: a village school")
    bo.does_not_see(f"secret{mark}")

    nan.follows("Everything about you")
    nan.sees(f"secret{mark}")
    nan.follows("What happens when you leave")
    nan.presses("Erase me and leave")

    bo.goes_to(f"/people/?brings={loaf}")
    bo.sees("Nobody fits yet.")
    bo.goes_to("/people/?sector=education")
    bo.does_not_see(name)


def tells_of_herself(nan, name, loaf, mark):
    nan.joins(name, f"nan-{mark}@example.com")
    nan.looks_at_their_page()
    nan.follows("Education")
    nan.writes("In your own words", "a village school")
    nan.presses("Save")
    nan.chooses("Where are you?", "Wales")
    nan.writes("What do you bring?", loaf)
    nan.writes("What are you looking for?", f"secret{mark}")
    nan.chooses("Who sees what you are looking for?", "Only me")
    nan.ticks("Members can find me among the people here")
    nan.presses("Save")


def finds(bo, name, loaf):
    bo.follows("People")
    bo.writes("What they bring", loaf)
    wales = bo.page.get_by_label("Where", exact=True).locator("option", has_text="Wales")
    bo.chooses("Where", wales.inner_text())
    bo.presses("Look")
    bo.follows(name)
