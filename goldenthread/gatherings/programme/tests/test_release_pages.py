"""The page on which a convenor looks at what would change, and shows it in one press."""

import time_machine
from django.urls import reverse

from goldenthread.gatherings.programme.models import Placing, Release
from goldenthread.gatherings.programme.room_changes import lose_room
from goldenthread.gatherings.programme.tests.showing import MARCH, brought, held, room

PAGE = "/gatherings/spring/programme/releases/"


@time_machine.travel(MARCH, tick=False)
def test_a_convenor_looks_first_and_shows_it_in_one_press(client, ada, spring):
    held(spring, "Tea", names=["Priya Ashdown"])
    client.force_login(ada)
    page = client.get(PAGE)

    answer = client.post(PAGE, {"seen": page.context["coming"].stamp, "words": "Here it is."})

    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert Release.objects.get().words == "Here it is."
    assert [client.get(at).status_code for at in (PAGE, f"{PAGE}1/", f"{PAGE}2/")] == [200, 200, 404]


@time_machine.travel(MARCH, tick=False)
def test_what_moved_meanwhile_is_looked_at_once_more_and_no_word_is_lost(client, ada, spring):
    session = held(spring, "Tea")
    client.force_login(ada)
    page = client.get(PAGE)
    Placing.objects.filter(session=session).update(from_time="15:00")

    answer = client.post(PAGE, {"seen": page.context["coming"].stamp, "words": "My own words."})

    assert answer.status_code == 409
    assert (b"My own words." in answer.content, Release.objects.exists()) == (True, False)


def test_nobody_else_may_look_or_show(client, bo, spring):
    held(spring, "Tea")
    client.force_login(bo)

    assert (client.get(PAGE).status_code, client.post(PAGE).status_code) == (403, 403)


def test_what_is_left_out_stands_in_nobodys_way(client, spring, ada):
    library = room(spring)
    held(spring, "Tea", "10:00", library)
    brought(spring, "Eleven chairs", "10:15", library, stepped_back_at=MARCH)
    client.force_login(ada)

    page = client.get(PAGE)
    draft = client.get("/gatherings/spring/programme/draft/").content.decode()

    assert page.context["unsettled"] == []
    assert "at the same time" not in draft


def test_what_does_not_go_together_is_said_before_it_is_shown(client, spring, ada):
    library = room(spring)
    held(spring, "Tea", "10:00", library)
    lose_room(library, because="Water", by=ada, now=MARCH)
    client.force_login(ada)

    page = client.get(reverse("programme:releases", args=[spring.slug]))

    [row] = page.context["unsettled"]
    assert [warning.words for warning in row.warnings] == ["The library is closed at that time."]
    assert "The library is closed at that time." in page.content.decode()
