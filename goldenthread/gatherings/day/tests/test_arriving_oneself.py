"""I am here: by the code on the e-mail, or by the word in the room."""

import pytest
import time_machine

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.day import rules
from goldenthread.gatherings.day.models import Arrival, Standing
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering


def arrivals():
    return [(arrival.standing, arrival.way, arrival.by) for arrival in Arrival.objects.in_order()]


def test_the_email_opens_a_page_and_only_the_button_says_it(ask, send, bos):
    ask(f"of/{bos.key}/arrival/")
    before = arrivals()

    answer = send(f"of/{bos.key}/arrival/")

    assert (before, arrivals()) == ([], [("late", "letter", None)])
    assert answer.url == f"/gatherings/spring/day/of/{bos.key}/"


@pytest.mark.parametrize(("minutes", "standing"), [(-35, "here"), (-20, "here"), (-10, "late")])
def test_it_counts_from_the_press_unless_there_was_a_line_at_the_door(send, bos, at, minutes, standing):
    # It began at half past nine, half an hour ago.
    with time_machine.travel(at(minutes), tick=False):
        send(f"of/{bos.key}/arrival/")

    assert arrivals() == [(standing, "letter", None)]


def test_a_host_may_hold_a_camera_over_the_email(client, send, bos, ada):
    client.force_login(ada)

    send(f"of/{bos.key}/arrival/")

    assert arrivals() == [("here", "letter", ada)]


def test_my_own_press_is_mine_and_asks_for_no_word(client, ask, send, bos, bo, sheet):
    client.force_login(bo)

    page = ask("arrival/").content.decode()
    send("arrival/")

    assert ('name="word"' in page, arrivals()) == (False, [("late", "letter", None)])


def test_who_is_here_has_a_way_on(client, ask, send, bos, bo):
    client.force_login(bo)
    send("arrival/")

    assert f'<a class="button" href="{bos.gathering.get_absolute_url()}day/">' in ask("arrival/").content.decode()


def test_pressing_twice_is_once(send, bos):
    for _ in range(2):
        send(f"of/{bos.key}/arrival/")

    assert len(arrivals()) == 1


def test_whoever_left_and_came_back_says_so(send, bos, press):
    press(bos, Standing.LEFT, -10)

    send(f"of/{bos.key}/arrival/")

    assert Arrival.objects.standing_of(bos) == Standing.LATE


@pytest.mark.parametrize("name", ["Bo Hazelmoor", "bo  hazelmoor"])
def test_without_an_email_a_name_and_the_word_are_enough(send, bos, sheet, name):
    answer = send("arrival/", {"name": name, "word": " golden KETTLE"})

    assert (answer.url, arrivals()) == ("/gatherings/spring/day/", [("late", "word", None)])


@pytest.mark.parametrize(
    "typed",
    [
        {"name": "Bo Hazelmoor", "word": "tea"},
        {"name": "Nobody", "word": "golden kettle"},
        {"name": "Bo Hazelmoor"},
        {"word": "golden kettle"},
    ],
)
def test_what_does_not_fit_is_refused_in_words(send, bos, sheet, typed):
    assert (send("arrival/", typed).status_code, arrivals()) == (422, [])


def test_a_wrong_word_says_nothing_of_who_has_a_place(send, bos, sheet):
    somebody, nobody = (send("arrival/", {"name": name, "word": "tea"}) for name in ("Bo Hazelmoor", "Nobody"))

    assert dict(somebody.context["form"].errors) == dict(nobody.context["form"].errors)


def test_of_two_with_one_name_a_host_has_to_decide(send, bos, sheet, today, ada, now):
    put_down(today, PlaceRequest("Bo Hazelmoor"), now=now, by=ada)

    assert send("arrival/", {"name": "Bo Hazelmoor", "word": "golden kettle"}).status_code == 422


@pytest.mark.parametrize("word", ["", "x"])
def test_while_there_is_no_word_a_host_does_it(send, bos, word):
    page = send("arrival/", {"name": "Bo Hazelmoor", "word": word}).content.decode()

    assert "Please say hello to a host at the door: they’ll mark you as here." in page
    assert 'name="word"' not in page
    assert arrivals() == []


def test_it_is_said_where_the_word_stands_and_that_a_host_can_do_it(ask, send, bos, sheet):
    page = ask("arrival/").content.decode()
    wrong = send("arrival/", {"name": "Bo Hazelmoor", "word": "x"}).content.decode()

    assert "It’s on the screen by the door. If you can’t find it, ask a host: they can mark you as here, too." in page
    assert "That isn’t the word. It’s on the screen by the door; or ask a host, who can mark you as here." in wrong


def test_words_cannot_be_guessed_for_ever(send, bos, sheet):
    answers = [send("arrival/", {"name": "Bo Hazelmoor", "word": f"w{n}"}).status_code for n in range(31)]

    assert (answers[0], answers[-1]) == (422, 429)


def test_not_on_another_day(send, bos, today, sheet):
    with time_machine.travel(today.ends_at.replace(day=22)):
        answer = send(f"of/{bos.key}/arrival/")

    assert (answer.status_code, arrivals(), answer.context["may_arrive"]) == (200, [], False)


def test_not_where_nothing_happens(today, now, ada):
    before = rules.may_arrive(today, now)

    turns.call_off(today, by=ada, because="Snow")

    assert (before, rules.may_arrive(Gathering.objects.get(pk=today.pk), now)) == (True, False)


def test_not_where_no_day_is_known(today, now):
    today.day = None

    assert (rules.may_arrive(today, now), rules.is_over(today, now)) == (False, False)


def test_the_page_says_when_i_am_here(ask, bos, press):
    press(bos, Standing.HERE)

    assert ask(f"of/{bos.key}/arrival/").context["is_here"] is True


def test_by_the_word_one_is_told_where_the_table_stands_and_not_asked_again(ask, client, sat, sheet, today):
    typed = {"name": "Eli Weir", "word": "golden kettle"}
    page = client.post(f"/gatherings/{today.slug}/day/arrival/", typed, follow=True).content.decode()
    later = ask().content.decode()

    assert "Good to have you here. You’re ticked in, and your table is on the screen." in page
    assert ("arrival/" in page, "arrival/" in later) == (False, True)


def test_one_is_welcomed_once(client, bos, today):
    at = f"/gatherings/{today.slug}/day/of/{bos.key}/arrival/"

    assert client.post(at, follow=True).content.decode().count("Good to have you here") == 1
