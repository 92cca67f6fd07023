"""Where I sit, on my page; and where everybody sits, on the screen in the room."""

import re

import pytest
import time_machine

from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import State
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.day.screen import Screen, screen
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.coming import present
from goldenthread.gatherings.tables.models import Announcement
from goldenthread.kit.address import absolute
from goldenthread.kit.qr_code import drawn


def test_my_page_tells_my_tables_and_which_is_now(ask, sat):
    page = ask(f"of/{sat['Ann'].key}/")

    tables = [(sitting.round.number, sitting.table.label) for sitting in page.context["sittings"]]
    assert tables == [(1, "Table 1"), (2, "Table 1")]
    assert (page.context["current"].number, page.context["following"].number) == (1, 2)


def test_before_anything_is_announced_no_table_is_told(ask, laid, come):
    [ann] = come("Ann").values()

    assert ask(f"of/{ann.key}/").context["sittings"] == []


@pytest.mark.parametrize(
    ("minutes", "rounds", "seconds"),
    [
        (-10, [None, 1], 600),
        (0, [1, 2], 1800),
        (29.5, [1, 2], 30),
        (30, [None, 2], 1800),
        (75, [2, None], 900),
        (90, [None, None], None),
    ],
)
def test_which_round_it_is_and_how_long_still(sat, today, at, minutes, rounds, seconds):
    seen = screen(today, at(minutes))

    numbers = [round_.number if round_ else None for round_ in (seen.current, seen.following)]
    assert (numbers, seen.seconds_left) == (rounds, seconds)


def test_minutes_are_rounded_up_so_that_nobody_is_hurried(sat, today, at):
    assert [screen(today, at(minutes)).minutes_left for minutes in (0, 28.5, 29.5, 90)] == [30, 2, 1, None]


def test_on_another_day_the_screen_says_which_day_it_is(sat, today, at, client, ada, ask):
    early = at(-3 * 24 * 60)
    Announcement.objects.update(at=early)

    seen = screen(today, early)
    with time_machine.travel(early, tick=False):
        client.force_login(ada)
        page = ask("screen/").content.decode()

    assert (seen.seconds_left, seen.minutes_left, seen.begins_on) == (None, None, today.day)
    assert ("It begins on" in page, "until it begins" in page) == (True, False)


@pytest.mark.parametrize("turn", [turns.call_off, turns.postpone])
def test_what_does_not_take_place_that_day_counts_no_minutes(sat, today, at, ada, turn):
    turn(today, by=ada, because="Snow")

    seen = screen(Gathering.objects.get(pk=today.pk), at(-10))

    assert (seen.shown, seen.seconds_left, seen.begins_on) == (None, None, None)


def test_everybody_finds_their_table_by_first_name_and_initial(sat, today, at):
    assert screen(today, at(0)).places == (
        ("Ann W.", "Table 1"), ("Ben W.", "Table 1"), ("Cat W.", "Table 2"), ("Dot W.", "Table 2"), ("Eli W.", "Table 1"),
    )  # fmt: skip


def test_the_word_and_a_few_lines_stand_on_it(sat, today, at, sheet):
    for number in range(4):
        Reflection.objects.create(gathering=today, words=f"Line {number}", is_read=number != 3)

    seen = screen(today, at(0))

    assert (seen.word, {line.words for line in seen.lines}) == ("Golden Kettle", {"Line 0", "Line 1", "Line 2"})


def test_a_room_without_tables_is_a_welcome(client, ada, ask, today):
    client.force_login(ada)

    page = ask("screen/")

    assert (page.context["screen"].places, "Welcome" in page.content.decode()) == ((), True)


def test_it_looks_anew_without_javascript_too(client, ada, ask, sat):
    client.force_login(ada)

    assert '<noscript><meta http-equiv="refresh" content="30"></noscript>' in ask("screen/").content.decode()


def test_tables_that_are_made_anew_ask_who_is_here(sat, today):
    assert present(today) == {sat[name].pk for name in ("Ann", "Ben", "Cat", "Dot")}


def test_a_page_for_many_asks_no_more_of_the_database(ask, sat, seat, at, django_assert_max_num_queries):
    with time_machine.travel(at(10), tick=False), django_assert_max_num_queries(20):
        ask(f"of/{sat['Ann'].key}/")


def test_whoever_gave_up_their_place_stands_there_no_more(sat, today, at, client, ada, now):
    before = [name for name, _table in screen(today, at(5)).places]
    give_up(sat["Ben"], State.CANCELLED, now=now, by=None)
    client.force_login(ada)
    version = client.get("/gatherings/spring/tables/versions/1/").content.decode()

    assert [name for name in before if "Ben" in name] == ["Ben W."]
    assert [name for name, _table in screen(today, at(5)).places if "Ben" in name] == []
    assert (version.count("Ann Weir"), version.count('/"><bdi>Ben Weir')) == (2, 0)


def test_the_screen_shows_the_room_and_not_whoever_opened_it(client, ada, ask, sat, sheet):
    client.force_login(ada)
    page = ask("screen/").content.decode()

    assert [
        words for words in ("Ada", 'aria-label="Main"', "Sign out", "Your page", 'class="foot"') if words in page
    ] == []
    assert page.index('<a class="skip" href="/gatherings/spring/day/">') < page.index("<main")


def test_what_was_said_to_the_host_is_not_shown_to_the_room(client, ada, ask, send, bos):
    client.force_login(ada)
    send("arrivals/", {"press": f"here {bos.pk}"})
    on_the_screen, on_the_list = [ask(page).content.decode() for page in ("screen/", "arrivals/")]

    assert ["Bo Hazelmoor is here." in page for page in (on_the_screen, on_the_list)] == [False, True]


def test_beside_the_word_stands_a_code_for_the_page_that_asks_for_it(client, ada, ask, today, sheet):
    client.force_login(ada)
    page, code = ask("screen/").content.decode(), ask("arrival/code.svg")

    assert 'src="/gatherings/spring/day/arrival/code.svg"' in page
    assert code.content == drawn(absolute("/gatherings/spring/day/arrival/"), "l")


@pytest.mark.parametrize(("people", "is_crowded"), [(60, False), (61, True)])
def test_many_names_stand_in_smaller_letters(people, is_crowded):
    places = (("Ann W.", "Table 1"),) * people

    seen = Screen(None, None, None, None, places, "", ())

    assert seen.is_crowded == is_crowded


@pytest.fixture
def convenors_ask(client, ask, ada):
    client.force_login(ada)
    return ask


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "30 min left"), (29.5, "1 min left"), (45, "15 min until it begins")]
)
def test_one_minute_is_said_as_many_are(convenors_ask, sat, at, minutes, words):
    with time_machine.travel(at(minutes), tick=False):
        page = convenors_ask("screen/").content.decode()

    assert words in " ".join(re.sub("<[^>]+>", " ", page).split())
