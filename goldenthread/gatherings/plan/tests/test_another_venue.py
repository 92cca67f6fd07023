"""What was checked of one hall is not said of the next: it becomes “not checked yet”."""

import pytest

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.forms import PlanForm
from goldenthread.gatherings.plan.models import Gathering

HALL = {"venue": "Town Hall", "address": "The Headrow, Leeds LS1 3AD"}
CHECKED = {"step_free": True, "hearing_loop": True, "quiet_room": False}


@pytest.fixture
def in_the_hall(spring, ada):
    spring.replan(HALL | CHECKED, since=spring.sequence, by=ada, is_small=False)
    return spring


@pytest.fixture
def known(in_the_hall, ada):
    """Access, after this was changed in the plan."""

    def known(*, is_small=False, **plan):
        in_the_hall.replan(plan, since=in_the_hall.sequence, by=ada, is_small=is_small)
        now = Gathering.objects.get()
        return now.step_free, now.hearing_loop, now.quiet_room

    return known


def test_what_is_said_with_the_first_venue_stays(in_the_hall):
    assert in_words.access_as_known(in_the_hall) == "step-free · hearing loop · no quiet room"


@pytest.mark.parametrize("moved", [{"venue": "Library"}, {"address": "Vicar Lane, Leeds LS2 7NF"}, {"venue": ""}])
def test_in_another_place_nothing_is_checked_yet(known, moved):
    assert known(**moved) == (None, None, None)


@pytest.mark.parametrize("same", [{"venue": "town hall"}, {"address": "Headrow, LS1 3ad"}, {"lede": "Come."}])
def test_in_the_same_place_it_stays(known, same):
    assert known(**same) == (True, True, False)


def test_an_address_that_is_added_moves_nothing(spring, ada):
    spring.replan({"venue": "Town Hall", "address": ""} | CHECKED, since=spring.sequence, by=ada, is_small=False)
    spring.replan(HALL, since=spring.sequence, by=ada, is_small=False)

    assert Gathering.objects.get().step_free is True


def test_a_venue_that_was_mistyped_is_the_same_place(known):
    assert known(is_small=True, venue="Town Hal") == (True, True, False)


def test_what_is_said_anew_of_the_new_place_stays(known):
    assert known(venue="Library", **CHECKED | {"hearing_loop": False}) == (None, False, None)


def test_strangers_read_that_it_is_not_checked_yet(client, in_the_hall, known):
    before = client.get("/gatherings/spring/").content.decode()

    known(venue="Library")

    after = client.get("/gatherings/spring/").content.decode()
    assert ("step-free · hearing loop" in before, "hearing loop" in after.partition("</dl>")[0]) == (True, False)
    assert "access not checked yet" in after


def test_of_what_is_half_checked_each_is_told(known, in_the_hall):
    known(venue="Library", hearing_loop=False)

    words = in_words.access_as_known(Gathering.objects.get())
    assert words == "step-free: not checked yet · no hearing loop · quiet room: not checked yet"


def test_nobody_asks_for_steps_online(spring):
    spring.way = "online"

    assert in_words.access_as_known(spring) == ""


def test_a_convenor_reads_it_in_the_plan_and_after_they_saved(client, ada, in_the_hall):
    client.force_login(ada)
    form = PlanForm(instance=Gathering.objects.get())
    typed = {name: value for name in form.fields if (value := form[name].value()) not in (None, False)}

    page = client.get("/gatherings/spring/plan/").content.decode()
    after = client.post("/gatherings/spring/plan/", typed | {"venue": "Library"}, follow=True).content.decode()

    assert "quiet room become “not checked yet”" in page
    assert "until you’ve looked at the new place." in after
