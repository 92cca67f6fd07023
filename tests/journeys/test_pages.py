"""Every page in every state: seen in light, dark and forced colours, narrow, with large e-mails, and by the judges."""

import json
from contextlib import ExitStack

import pytest

from tests.journeys.conftest import FLAGS
from tests.journeys.judging import ask_vnu
from tests.journeys.state import EMPTY, FURNISHED, LOCKED, UNFOUNDED
from tests.journeys.states import STATES
from tests.journeys.walking import Furnished, Walk
from tests.needed import find

pytestmark = pytest.mark.journey

FOUND = """
from goldenthread.desk.founding import Beginning, found_the_house
from tests.journeys.furnishing import session_of
print(session_of(found_the_house(Beginning("Allotments", "People who grow food.", "Ash", "ash@example.com"))))
"""


@pytest.fixture(scope="module")
def houses(house_to_copy, sample_house_to_copy, tmp_path_factory):
    """A full one, an empty one, one that nobody founded yet, and one that waits for its key."""
    place = tmp_path_factory.mktemp("houses")
    with ExitStack() as street:
        full = sample_house_to_copy.copied_to(place)
        empty, unfounded, locked = (house_to_copy.copied_to(place) for _ in range(3))
        for house in (full, empty, unfounded, locked):
            street.callback(house.pull_down)
        inside = json.loads(full.run(script="from tests.journeys.furnishing import main; main()"))
        locked.more["SITE_ADDRESS"] = locked.address
        yield {
            FURNISHED: Furnished(full.open().address, **inside),
            EMPTY: Furnished(empty.open().address, {"keeper": empty.run(script=FOUND).strip()}),
            UNFOUNDED: Furnished(unfounded.open().address),
            LOCKED: Furnished(locked.open().address),
        }


@pytest.fixture(scope="module")
def walk(houses):
    return Walk(houses, find("chromium"), FLAGS, find("axe")).through(STATES)


@pytest.fixture(scope="module")
def said_by_vnu(walk, tmp_path_factory):
    return ask_vnu({state.name: seen.html for state, seen in walk.items()}, tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_page_is_in_order(walk, state):
    assert (walk[state].status, walk[state].wrong) == (state.status, [])


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_vnu_finds_nothing(said_by_vnu, state):
    assert said_by_vnu[state.name] == []
