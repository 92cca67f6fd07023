"""Before new tables are made: one press beside a name frees the seat of somebody who is known not to come."""

import pytest

from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.day.models import Standing
from goldenthread.outbox.models import Email

REMAKING = "/gatherings/spring/tables/remaking/"
PRESS = "arrivals/not-coming/"


@pytest.fixture
def host(client, ada, sat):
    client.force_login(ada)


def names_of_late(client):
    return [name for _key, name in client.get(REMAKING).context["changed"].late_by_key]


def test_the_late_list_has_a_press_and_words_before_it(host, client):
    page = client.get(REMAKING).content.decode()

    assert f'action="/gatherings/spring/day/{PRESS}"' in page
    # They are named once: nothing else changes.
    assert (page.count("Eli Weir"), "What changes" in page) == (2, False)
    assert page.index("their seat is free for the new tables") < page.index("Eli Weir isn’t coming any more")


def test_one_press_frees_the_seat_and_leads_back(host, client, send, sat, today):
    before = names_of_late(client)
    answer = send(PRESS, {"who": sat["Eli"].pk})
    sat["Eli"].refresh_from_db()

    assert (before, answer.url, names_of_late(client)) == (["Eli Weir"], REMAKING, [])
    assert today.arrivals.standing_of(sat["Eli"]) == Standing.ABSENT
    # They are on the list still, and nobody is written to.
    assert (sat["Eli"].state, Email.objects.count()) == (State.COMING, 0)


def test_who_came_in_at_another_door_meanwhile_keeps_it(host, send, sat, today, press):
    press(sat["Eli"], Standing.HERE)
    send(PRESS, {"who": sat["Eli"].pk})

    assert today.arrivals.standing_of(sat["Eli"]) == Standing.HERE


@pytest.mark.parametrize("nonsense", ["", "x", "0", "9" * 30])
def test_a_press_of_nobody_is_none(host, send, nonsense, today):
    before = today.arrivals.count()

    assert (send(PRESS, {"who": nonsense}).status_code, today.arrivals.count()) == (404, before)
