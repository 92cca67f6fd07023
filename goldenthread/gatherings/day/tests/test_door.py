"""What hosts do on the list at the door, without JavaScript."""

import pytest

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.day import door_list
from goldenthread.gatherings.day.door_counts import DoorCounts, counts_of
from goldenthread.gatherings.day.models import Arrival, LastCall, Source, Standing


@pytest.fixture
def host(client, ada, now):
    client.force_login(ada)


@pytest.fixture
def two_more(today, ada, now):
    return lambda: [put_down(today, PlaceRequest(name), now=now, by=ada) for name in ("Pat", "Sal")]


def names(answer):
    return [(line.booking.known_as, line.standing) for line in answer.context["lines"]]


def test_everybody_who_is_expected_stands_on_the_list_by_name(host, ask, bos, pats):
    assert names(ask("arrivals/")) == [("Bo Hazelmoor", "coming"), ("Pat Weir", "coming")]


def test_somebody_is_found_by_parts_of_their_name(host, ask, bos, pats):
    assert names(ask("arrivals/?q=weir+pa")) == [("Pat Weir", "coming")]


def test_nobody_is_found_and_the_page_says_so(host, ask, bos):
    assert "Nobody on the list has this name." in ask("arrivals/?q=zz").content.decode()


def test_a_press_says_that_somebody_is_here(host, ask, send, bos):
    answer = send("arrivals/", {"press": f"here {bos.pk}", "page_mark": "m"})

    assert answer.url == "/gatherings/spring/day/arrivals/#q"
    assert names(ask("arrivals/")) == [("Bo Hazelmoor", "here")]


def test_one_page_makes_one_press_of_each_button(host, send, bos):
    for _ in range(2):
        send("arrivals/", {"press": f"here {bos.pk}", "page_mark": "m"})

    assert Arrival.objects.count() == 1


@pytest.mark.parametrize("nonsense", ["", "here", "gone 1", "here x", "here " + "9" * 30])
def test_a_press_of_nothing_changes_nothing(host, send, bos, nonsense):
    send("arrivals/", {"press": nonsense})

    assert Arrival.objects.count() == 0


@pytest.mark.parametrize(("state", "stands"), [(State.WAITING, "coming"), (State.APOLOGIES, "apologies")])
def test_whoever_waits_or_wrote_off_may_stand_in_the_door_all_the_same(host, ask, bos, state, stands):
    Booking.objects.filter(pk=bos.pk).update(state=state)

    assert names(ask("arrivals/")) == [("Bo Hazelmoor", stands)]


def test_whoever_cancelled_is_not_on_the_list_until_they_come(host, ask, bos, press):
    Booking.objects.filter(pk=bos.pk).update(state=State.CANCELLED)
    before = names(ask("arrivals/"))

    press(bos, Standing.HERE)

    assert (before, names(ask("arrivals/"))) == ([], [("Bo Hazelmoor", "here")])


def test_who_only_waits_is_not_counted_as_expected(today, bos, pats, press):
    Booking.objects.filter(pk=bos.pk).update(state=State.WAITING)
    before = counts_of(today)

    press(bos, Standing.HERE)

    assert (before, counts_of(today)) == (DoorCounts(coming=1, waiting=1, of=1), DoorCounts(coming=1, here=1, of=2))


def test_that_somebody_waited_is_said_until_they_are_here(today, bos, press):
    Booking.objects.filter(pk=bos.pk).update(state=State.WAITING)
    before = door_list.lines(today)[0].waits

    press(bos, Standing.HERE)

    assert (before, door_list.lines(today)[0].waits) == (True, False)


def test_a_walk_in_is_here_at_once(host, ask, send):
    send("arrivals/walk-ins/", {"name": "Di Larkspur", "once": "door"})

    assert names(ask("arrivals/")) == [("Di Larkspur", "here")]


def test_a_walk_in_without_a_name_is_asked_for_it(host, send):
    assert send("arrivals/walk-ins/").status_code == 422


def test_paper_is_typed_in_with_its_time(host, send, bos, at, ada):
    send(f"arrivals/{bos.pk}/", {"standing": "late", "time": "09:40"})

    typed = Arrival.objects.get()
    assert (typed.standing, typed.at, typed.way, typed.by) == ("late", at(-20), Source.PAPER, ada)


def test_paper_from_the_future_is_from_now(host, send, bos, now):
    send(f"arrivals/{bos.pk}/", {"standing": "here", "time": "15:00"})

    assert Arrival.objects.get().at == now


def test_a_word_without_a_time_is_a_press(host, send, bos, now):
    send(f"arrivals/{bos.pk}/", {"standing": "left"})

    assert (Arrival.objects.get().at, Arrival.objects.get().way) == (now, Source.LIST)


def test_all_that_was_said_stands_there_with_who_said_it(host, ask, bos, press, ada):
    press(bos, Standing.HERE)
    press(bos, Standing.LEFT, 5)

    assert [(arrival.standing, arrival.by) for arrival in ask(f"arrivals/{bos.pk}/").context["said"]] == [
        ("left", ada),
        ("here", ada),
    ]


def test_how_somebody_stands_has_to_be_chosen(host, send, bos):
    assert send(f"arrivals/{bos.pk}/").status_code == 422


def test_the_list_is_closed_and_opened_again(host, send, bos):
    send("arrivals/last-call/")
    closed = (LastCall.objects.count(), Arrival.objects.standing_of(bos))

    send("arrivals/last-call/", {"again": "yes"})

    assert (closed, LastCall.objects.count(), Arrival.objects.count()) == ((1, Standing.ABSENT), 0, 0)


def test_a_long_list_asks_no_more_of_the_database(host, ask, bos, two_more, django_assert_num_queries):
    with django_assert_num_queries(12) as queries:
        ask("arrivals/")
    two_more()

    with django_assert_num_queries(len(queries)):
        ask("arrivals/")


def test_a_page_mark_with_a_sign_that_no_database_keeps_is_one_all_the_same(client, ada, send, bos):
    client.force_login(ada)

    send("arrivals/", {"press": f"here {bos.pk}", "page_mark": "a\0b"})

    assert Arrival.objects.get().once == f"ab-here-{bos.pk}"


@pytest.mark.parametrize(
    ("standing", "state"), [("here", State.COMING), ("late", State.COMING), ("apologies", State.WAITING)]
)
def test_who_waited_and_has_come_waits_no_more(host, send, bos, standing, state):
    Booking.objects.filter(pk=bos.pk).update(state=State.WAITING)
    send("arrivals/", {"press": f"{standing} {bos.pk}", "page_mark": "m"})

    bos.refresh_from_db()
    assert (bos.state, bos.place_on_waiting_list()) == (state, 0 if state == State.COMING else 1)
