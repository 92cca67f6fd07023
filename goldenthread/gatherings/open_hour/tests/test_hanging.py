"""Cards, rounds and corners."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour import models
from goldenthread.gatherings.open_hour.hanging import (
    AlreadyHosted,
    CardsHangThere,
    CellTaken,
    HostsAnother,
    hang,
    leave,
    set_open_hour,
    take_on,
)
from goldenthread.gatherings.open_hour.models import Topic, TopicPlacing
from goldenthread.people.models import Person


def test_a_card_hangs_at_one_place(card, cell, hung):
    bread = card("Bread")

    hang(bread, cell(1, 1))
    hang(bread, cell(2, 2))
    assert hung() == [("Bread", 2, 2)]

    hang(bread, None)
    assert hung() == []


def test_two_do_not_hang_at_one(card, cell, hung):
    bread, grief = card("Bread"), card("Grief")
    hang(bread, cell(1, 1))
    hang(grief, cell(1, 2))

    with pytest.raises(CellTaken):
        hang(grief, cell(1, 1))

    # Where it hung before it hangs still.
    assert hung() == [("Bread", 1, 1), ("Grief", 1, 2)]


def test_nobody_hosts_two_at_one_time(card, cell, comes):
    di = comes("Di")
    bread, grief = card("Bread", di), card("Grief", di)
    hang(bread, cell(1, 1))

    with pytest.raises(HostsAnother):
        hang(grief, cell(1, 2))


def test_a_host_who_leaves_leaves_the_card(card, cell, comes, hung):
    bread = card("Bread", comes("Di"))
    hang(bread, cell(1, 1))

    leave(bread)
    ed = comes("Ed")
    take_on(bread, ed)

    assert (Topic.objects.get().hosted_by, hung()) == ("Ed", [("Bread", 1, 1)])
    with pytest.raises(AlreadyHosted):
        take_on(bread, comes("Flo"))


def test_a_card_that_changed_hands_hangs_as_its_host_of_now_may(card, cell, comes, hung):
    di, ed = comes("Di"), comes("Ed")
    bread, grief = card("Bread", di), card("Grief", ed)
    hang(grief, cell(1, 1))
    as_di_saw_it = Topic.objects.select_related("open_hour").get(pk=bread.pk)
    leave(bread)
    take_on(bread, ed)

    with pytest.raises(HostsAnother):
        hang(as_di_saw_it, cell(1, 2))

    assert hung() == [("Grief", 1, 1)]


def test_whoever_leaves_twice_sends_nobody_away(card, comes):
    bread = card("Bread", comes("Di"))
    leave(bread)
    take_on(bread, comes("Ed"))

    leave(bread)

    assert Topic.objects.get().hosted_by == "Ed"


def test_whoever_gave_up_their_place_hosts_nothing(card, comes):
    di = comes("Di")
    bread = card("Bread", di)
    di.state = "cancelled"
    di.save()

    take_on(bread, comes("Ed"))

    assert Topic.objects.get().hosted_by == "Ed"


def test_a_card_outlives_whoever_brought_it(card, comes):
    di = comes("Di")
    card("Bread", di)

    di.delete()

    assert [(topic.title, topic.hosted_by) for topic in Topic.objects.all()] == [("Bread", "")]


def test_rounds_and_corners_change_and_cards_stay(open_hour, spring, card, cell, hung, ada):
    hang(card("Bread"), cell(1, 2))

    set_open_hour(spring, ["14:00 to 14:40"], ["Under the clock", "In the garden"], by=ada)

    assert hung() == [("Bread", 1, 1)]
    assert [corner.words for corner in open_hour.corners.order_by("number")] == ["Under the clock", "In the garden"]


def test_a_corner_with_a_card_is_not_taken_away(spring, card, cell, ada):
    hang(card("Bread"), cell(1, 2))

    with pytest.raises(CardsHangThere):
        set_open_hour(spring, ["14:00 to 14:40"], ["By the window"], by=ada)


def test_there_is_no_table_for_who_went_where():
    """Of people only two things are known: who set the open hour, and who hosts a card."""
    tables = [models.OpenHour, models.TopicRound, models.Corner, models.Topic, models.TopicPlacing, models.TopicNote]
    to_people = {
        f"{table.__name__}.{field.name}"
        for table in tables
        for field in table._meta.concrete_fields
        if field.related_model in (Person, Booking)
    }

    assert to_people == {"OpenHour.by", "Topic.host"}


HANGS = st.tuples(st.integers(0, 3), st.one_of(st.none(), st.tuples(st.integers(1, 2), st.integers(1, 2))))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=st.lists(HANGS, max_size=12))
def test_whatever_is_pressed_each_card_hangs_once_and_each_corner_holds_one(presses, cards, cell, hung):
    """Held against a wall of cork: a dict."""
    TopicPlacing.objects.all().delete()
    cork: dict[int, tuple[int, int] | None] = {}
    for number, place in presses:
        is_taken = place is not None and any(there == place for other, there in cork.items() if other != number)
        _press(cards[number], cell(*place) if place else None, is_taken=is_taken)
        if not is_taken:
            cork[number] = place

    assert hung() == sorted((cards[number].title, *place) for number, place in cork.items() if place)


@pytest.fixture
def cards(card):
    return [card(f"Card {number}") for number in range(4)]


def _press(topic, there, *, is_taken):
    if is_taken:
        with pytest.raises(CellTaken):
            hang(topic, there)
    else:
        hang(topic, there)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_of_two_in_one_second_one_gets_the_corner(card, cell):
    cards, there = [card("Bread"), card("Grief")], cell(1, 1)
    with ThreadPoolExecutor(2) as rush:
        for _ in range(20):
            TopicPlacing.objects.all().delete()

            answers = list(rush.map(lambda topic: _rush(topic, there), cards))

            assert (sorted(answers), TopicPlacing.objects.count()) == (["hangs", "taken"], 1)


def _rush(topic, there):
    try:
        hang(topic, there)
    except CellTaken:
        return "taken"
    finally:
        connection.close()
    return "hangs"
