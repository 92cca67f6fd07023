"""The list at the door when it is over: whoever joined late or left early did so at a time, and the time is asked for."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.day.models import Arrival


@pytest.fixture
def host_in_the_evening(today, client, ada, bos):
    with time_machine.travel(today.ends_at + timedelta(hours=1), tick=False):
        client.force_login(ada)
        yield


@pytest.mark.parametrize("standing", ["late", "left"])
@pytest.mark.parametrize("hour", ["", "16:31", "17:00"])
def test_without_a_time_of_the_day_it_is_asked_for(host_in_the_evening, send, bos, standing, hour):
    answer = send(f"arrivals/{bos.pk}/", {"standing": standing, "time": hour})

    assert (answer.status_code, Arrival.objects.count()) == (422, 0)
    assert "It’s over now, so please give the time" in answer.content.decode()


@pytest.mark.parametrize(("standing", "hour"), [("late", "10:20"), ("left", "16:00"), ("here", ""), ("absent", "")])
def test_what_has_its_time_is_saved(host_in_the_evening, send, bos, standing, hour):
    assert send(f"arrivals/{bos.pk}/", {"standing": standing, "time": hour}).status_code == 302
    assert Arrival.objects.get().standing == standing


def test_on_the_day_a_press_needs_no_time(client, ada, send, bos):
    client.force_login(ada)

    assert send(f"arrivals/{bos.pk}/", {"standing": "late"}).status_code == 302


def test_the_list_leads_to_where_the_time_is_typed(host_in_the_evening, ask, send, bos):
    page, pressed = ask("arrivals/"), send("arrivals/", {"press": f"late {bos.pk}", "page_mark": "m"})

    beside = page.context["list"].presses["coming"].buttons
    assert [button.standing for button in beside] == ["here", "absent"]
    assert "Open their name, and give the time." in page.content.decode()
    assert (pressed.url, Arrival.objects.count()) == (f"/gatherings/spring/day/arrivals/{bos.pk}/", 0)
