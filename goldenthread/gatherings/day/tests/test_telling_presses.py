"""The list at the door, without network and with it again."""

import pytest

from goldenthread.gatherings.day.models import Arrival, Standing
from goldenthread.people.models import Person

MARK = "0123456789abcdef"


def test_what_was_pressed_without_network_is_told_later(tell, bos, ada, at, now):
    answer = tell((30, {"once": MARK, "booking": bos.pk, "standing": "here"}))

    arrival = Arrival.objects.get()
    counts = {"coming": 0, "here": 1, "gone": 0, "waiting": 0, "of": 1}
    assert answer.json() == {
        "taken": [MARK], "said": [], "standings": {str(bos.pk): "here"}, "counts": counts, "tables": ""
    }  # fmt: skip
    assert (arrival.at, arrival.heard_at, arrival.by) == (at(-30), now, ada)


def test_an_answer_that_was_lost_doubles_nothing(tell, bos):
    for minutes in [10, 11]:
        tell((minutes, {"once": MARK, "booking": bos.pk, "standing": "here"}))

    assert Arrival.objects.count() == 1


def test_two_hosts_without_network_meet_in_the_order_of_their_presses(tell, bos):
    tell((5, {"once": MARK + "b", "booking": bos.pk, "standing": "left"}))
    tell((20, {"once": MARK + "a", "booking": bos.pk, "standing": "here"}))

    assert Arrival.objects.standing_of(bos) == Standing.LEFT


def test_somebody_who_walked_in_without_network_is_one_person(tell):
    for minutes in [10, 11]:
        tell((minutes, {"once": MARK, "name": "Di  Larkspur", "standing": "here"}))

    assert Person.objects.filter(name="Di Larkspur").count() == 1
    assert Arrival.objects.count() == 1


def test_a_press_about_somebody_who_left_this_house_is_let_go(tell, bos, bo):
    bo.delete()

    answer = tell((1, {"once": MARK, "booking": bos.pk, "standing": "here"}))

    heard = answer.json()
    assert (heard["taken"], heard["standings"], Arrival.objects.count()) == ([MARK], {}, 0)


def test_a_press_about_another_gathering_is_let_go(tell, draft, ada, bo, now):
    elsewhere = draft.bookings.create(person=None, name="X", language="en-gb", state="coming")

    tell((1, {"once": MARK, "booking": elsewhere.pk, "standing": "here"}))

    assert Arrival.objects.count() == (1 if elsewhere.gathering.slug == "spring" else 0)


GOOD = {"once": MARK, "booking": 1, "standing": "here", "ago": 0}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b"\xff\xfe",
        b'{"presses": 1}',
        b'{"presses": [1]}',
        b'{"presses": [{}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": 0}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "gone", "ago": 0, "booking": 1}]}',
        b'{"presses": [{"once": "short", "standing": "here", "ago": 0, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": -1, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": NaN, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": Infinity, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": 1e300, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": 9e11, "booking": 1}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": 0, "booking": 1e30}]}',
        b'{"presses": [{"once": "0123456789abcdef", "standing": "here", "ago": 0, "name": "\\ud800"}]}',
        b"[" * 20_000,
    ],
)
def test_nonsense_is_refused_in_words_and_changes_nothing(client, today, ada, body):
    client.force_login(ada)

    answer = client.post("/gatherings/spring/day/arrivals/presses/", body, content_type="application/json")

    assert (answer.status_code, answer.json()) == (422, {"wrong": "This is no list of presses."})
    assert Arrival.objects.count() == 0


def test_more_presses_at_once_than_a_day_has_are_refused(tell):
    assert tell(*[(0, GOOD)] * 501).status_code == 422


@pytest.mark.parametrize(
    ("typed", "kept"), [("Nar\u200cges", "Nar\u200cges"), ("A\0da\u202e  Fox", "A da Fox"), ("Di\ud800", "Di")]
)
def test_an_odd_sign_in_a_name_keeps_no_later_press_waiting(tell, typed, kept):
    answer = tell((1, {"once": MARK, "name": typed, "standing": "here"}))

    assert (answer.status_code, Person.objects.filter(name=kept).count()) == (200, 1)
