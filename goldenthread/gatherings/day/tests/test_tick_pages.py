"""The pages of ticks: mine are for my eyes, and a host’s are blank."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.day.chores import tie_threads
from goldenthread.gatherings.day.models import Standing, Tick
from goldenthread.people.models import Person
from goldenthread.threads.models import Ending, Thread, pair_of


@pytest.fixture
def in_the_afternoon(at):
    with time_machine.travel(at(90), tick=False):
        yield


def test_my_ticks_are_kept_and_shown_to_me(ask, send, sat, in_the_afternoon):
    my_page = f"of/{sat['Ann'].key}/ticks/"

    send(my_page, {"people": [sat["Ben"].pk, sat["Dot"].pk, "x", "9" * 30]})

    # Dot never sat with her, and no page offered her.
    assert ask(my_page).context["ticked"] == {sat["Ben"].pk}


def test_the_answer_is_the_same_whether_or_not_the_other_ticked(ask, send, sat, tick_of, in_the_afternoon):
    my_page = f"of/{sat['Ann'].key}/ticks/"
    alone = send(my_page, {"people": sat["Ben"].pk}), ask(my_page)
    tick_of("Ben", "Ann")
    both = send(my_page, {"people": sat["Ben"].pk}), ask(my_page)

    assert [answer.status_code for answer in alone] == [answer.status_code for answer in both] == [302, 200]
    assert without_tokens(alone[1]) == without_tokens(both[1])
    assert Thread.objects.count() == 0


def test_those_who_sat_with_somebody_read_their_first_name(ask, client, sat, in_the_afternoon):
    """Ben confirmed his place, and never joined."""
    Person.objects.filter(pk=sat["Ben"].person_id).update(joined_at=None)
    client.force_login(sat["Ann"].person)

    page = ask("ticks/").content.decode()

    assert ("<bdi>Ben</bdi>" in page, "Ben Weir" in page) == (True, False)


@pytest.fixture
def in_the_evening(today):
    with time_machine.travel(today.ends_at + timedelta(hours=2), tick=False):
        yield


def test_afterwards_a_thread_is_named_and_has_no_box(ask, send, sat, tick_of, today, in_the_evening):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    tie_threads(today.ends_at + timedelta(minutes=1))
    my_page = f"of/{sat['Ann'].key}/ticks/"

    page = ask(my_page)
    send(my_page, {"people": [sat["Ben"].pk, sat["Cat"].pk]})

    assert (page.context["threads"], page.context["may_tick"]) == ({sat["Ben"].pk}, {sat["Cat"].pk})
    assert page.content.decode().count("You share a thread.") == 1
    assert list(Tick.objects.values_list("to", flat=True)) == [sat["Cat"].pk]


@pytest.mark.parametrize(("since", "offered"), [(1, {"Cat"}), (-1, {"Ben", "Cat"})])
def test_with_whom_it_ended_since_nobody_is_offered_again(ask, sat, today, in_the_evening, since, offered):
    """What ended before, two may begin anew when they meet again."""
    low, high = pair_of(sat["Ann"].person, sat["Ben"].person)
    Ending.objects.create(one_id=low, other_id=high, by=sat["Ben"].person, at=today.ends_at + timedelta(hours=since))

    page = ask(f"of/{sat['Ann'].key}/ticks/")

    assert page.context["may_tick"] == {sat[name].pk for name in offered}


def test_when_a_thread_begins_is_said_as_it_is_at_this_moment(ask, sat, today, at):
    my_page, words = f"of/{sat['Ann'].key}/ticks/", "begins when the day is over"
    with time_machine.travel(at(90), tick=False):
        during = ask(my_page).content.decode()
    with time_machine.travel(today.ends_at + timedelta(hours=2), tick=False):
        afterwards = ask(my_page).content.decode()

    assert (words in during, words in afterwards, "begins soon" in afterwards) == (True, False, True)


def test_who_is_not_marked_as_here_is_told_to_say_so_first(ask, sat, in_the_afternoon):
    my_page = f"of/{sat['Eli'].key}/"

    page = ask(f"{my_page}ticks/").content.decode()

    assert "First say that you’re here." in page
    assert f'href="/gatherings/spring/day/{my_page}arrival/"' in page


def without_tokens(answer):
    return [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]


def test_whoever_has_no_place_finds_no_page(ask, client, cy, sat):
    client.force_login(cy)

    assert ask("ticks/").status_code == 404


def test_whoever_is_nobody_here_yet_is_shown_the_way_to_their_place_and_no_names(ask, sat):
    sat["Ann"].person = None
    sat["Ann"].save()

    page = ask(f"of/{sat['Ann'].key}/ticks/").content.decode()

    assert (sat["Ann"].get_absolute_url() in page, "Ben" in page) == (True, False)


@pytest.fixture
def host(client, ada, in_the_afternoon):
    client.force_login(ada)


def test_a_host_types_in_a_slip_and_never_sees_what_was_ticked(host, ask, send, sat, tick_of):
    tick_of("Ann", "Ben")
    shown = ask(f"slips/?of={sat['Ann'].pk}").content.decode()

    send("slips/", {"of": sat["Ann"].pk, "people": [sat["Cat"].pk, sat["Dot"].pk]})

    assert "checked" not in shown
    # Beside what she ticked herself; and only whom she sat with.
    assert set(Tick.objects.values_list("to", flat=True)) == {sat["Ben"].pk, sat["Cat"].pk}


def test_slips_are_asked_for_by_those_who_came(client, ada, ask, sat, in_the_afternoon, press):
    client.force_login(ada)

    assert [name[:3] for _key, name in ask("slips/").context["came"]] == ["Ann", "Ben", "Cat", "Dot"]
    assert ask("slips/?of=nonsense").status_code == 200
    assert ask("slips/?of=999999").status_code == 404


def test_a_printed_slip_tells_where_one_sits_and_who_sees_it(client, ada, ask, sat, sheet):
    client.force_login(ada)

    page = ask("slips/print/")

    first = page.context["slips"][0]
    places = [(place.table.label, place.others) for place in first.places]
    assert (first.name, places) == ("Ann Weir", [("Table 1", ("Ben", "Eli")), ("Table 1", ("Cat",))])
    assert "A host types it in, sees it and tears it up" in page.content.decode()


def test_without_tables_there_are_no_slips(client, ada, ask, today):
    client.force_login(ada)

    assert ask("slips/print/").context["slips"] == []


def test_whoever_left_early_has_a_slip_too(client, ada, ask, sat, press, in_the_afternoon):
    press(sat["Eli"], Standing.LEFT, 50)
    client.force_login(ada)

    assert "Eli" in [name[:3] for _key, name in ask("slips/").context["came"]]


def test_it_is_said_that_only_those_who_are_here_stand_there(ask, sat, in_the_afternoon):
    page = ask(f"of/{sat['Ann'].key}/ticks/").content.decode()

    assert ("Cat" in page, "Eli" in page) == (True, False)
    assert "Here are the people at your tables who have said they’re here." in page
