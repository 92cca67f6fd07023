"""Stay in touch: private, tied when both did, and silent for ever when not."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.day.chores import forget_ticks, tie_threads
from goldenthread.gatherings.day.models import Standing, Tick
from goldenthread.gatherings.day.ticking import sat_with, tick, tie
from goldenthread.journal.models import Entry
from goldenthread.people.everything import everything_about, rows_of
from goldenthread.threads.models import Ending, Thread


@pytest.fixture
def tick_of(sat, today):
    """`tick_of("Ann", "Ben Cat")`: on a page where everybody stands."""

    def ticks(by, names):
        everybody = {booking.person_id for booking in sat.values()}
        people = {sat[name].person_id for name in names.split()}
        tick(today, by=sat[by].person, people=people, among=everybody)

    return ticks


@pytest.fixture
def threads(today):
    def threads(later=timedelta(minutes=1)):
        tie_threads(today.ends_at + later)
        return [(one.one.name[:3], one.other.name[:3], one.round, one.table) for one in Thread.objects.order_by("pk")]

    return threads


def names(tables):
    return [(held.round.number, held.table.label, [booking.name[:3] for booking in held.bookings]) for held in tables]


def test_after_each_round_i_find_those_i_sat_with(sat, at):
    assert names(sat_with(sat["Ann"], at(0))) == [(1, "Table 1", ["Ben"])]
    assert names(sat_with(sat["Ann"], at(60))) == [(1, "Table 1", ["Ben"]), (2, "Table 1", ["Cat"])]


def test_whoever_was_not_there_sat_with_nobody(sat, at):
    assert sat_with(sat["Eli"], at(60)) == []


def test_two_who_tick_each_other_share_a_thread_when_the_day_is_over(tick_of, threads, today):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann Dot")
    during = threads(-timedelta(hours=1))

    assert (during, threads()) == ([], [("Ann", "Ben", 1, "Table 1")])
    assert (Thread.objects.get().at, Thread.objects.get().where_label) == (today.ends_at, today.title)


def test_it_begins_where_they_first_sat_together_or_at_the_gathering(tick_of, threads):
    tick_of("Ann", "Cat Dot")
    tick_of("Cat", "Ann")
    tick_of("Dot", "Ann")

    assert threads() == [("Ann", "Cat", 2, "Table 1"), ("Ann", "Dot", 0, "")]


def test_one_who_ticks_alone_is_never_told_of(tick_of, threads, sat):
    before = Entry.objects.count()
    tick_of("Ann", "Ben")

    assert (threads(), Entry.objects.count()) == ([], before)
    told = {drawer.label: list(drawer.rows) for drawer in everything_about(sat["Ben"].person)}
    assert told["day.Tick"] == []
    assert list(rows_of(sat["Ann"].person, Tick)) == list(Tick.objects.all())


def test_a_control_that_the_pages_of_everything_would_tell_of_it(tick_of, sat):
    tick_of("Ann", "Ben")

    assert Tick.objects.filter(to=sat["Ben"].person).count() == 1


def test_a_tick_says_nothing_of_when():
    assert {field.name for field in Tick._meta.get_fields()} == {"id", "gathering", "by", "to"}


def test_both_of_a_pair_are_gone_once_they_are_tied(tick_of, threads):
    tick_of("Ann", "Ben Dot")
    tick_of("Ben", "Ann")
    threads()

    assert (Tick.objects.count(), len(threads())) == (1, 1)


def test_another_worker_who_comes_later_ties_nothing(tick_of, today, sat):
    tick_of("Ann", "Ben")

    tie(today, (sat["Ann"].person_id, sat["Ben"].person_id))

    assert Thread.objects.count() == 0


def test_a_thread_that_was_ended_is_not_begun_by_an_old_tick(tick_of, threads, sat, today):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    Ending.objects.create(one=sat["Ann"].person, other=sat["Ben"].person, by=sat["Ann"].person, at=today.ends_at)

    assert threads() == []


def test_a_tick_is_taken_back(tick_of, threads):
    tick_of("Ann", "Ben")
    tick_of("Ben", "Ann")
    tick_of("Ann", "")

    assert threads() == []


def test_nobody_ticks_themselves(tick_of):
    tick_of("Ann", "Ann")

    assert Tick.objects.count() == 0


def test_whoever_became_one_person_with_whom_they_ticked_is_let_be(tick_of, threads, sat, today):
    Tick.objects.create(gathering=today, by=sat["Ann"].person, to=sat["Ann"].person)

    assert threads() == []


@pytest.mark.parametrize(("days", "left"), [(14, 1), (15, 0)])
def test_two_weeks_later_they_are_forgotten(tick_of, now, days, left):
    tick_of("Ann", "Ben")

    for _ in range(2):
        forget_ticks(now + timedelta(days=days))

    assert Tick.objects.count() == left


# ---- the page


@pytest.fixture
def in_the_afternoon(at):
    with time_machine.travel(at(90), tick=False):
        yield


def test_my_ticks_are_kept_and_shown_to_me(ask, send, sat, in_the_afternoon):
    here = f"of/{sat['Ann'].key}/ticks/"

    send(here, {"people": [sat["Ben"].person_id, sat["Dot"].person_id, "x", "9" * 30]})

    # Dot never sat with her, and no page offered her.
    assert ask(here).context["ticked"] == {sat["Ben"].person_id}


def test_the_answer_is_the_same_whether_or_not_the_other_ticked(ask, send, sat, tick_of, in_the_afternoon):
    here = f"of/{sat['Ann'].key}/ticks/"
    alone = send(here, {"people": sat["Ben"].person_id}), ask(here)
    tick_of("Ben", "Ann")
    both = send(here, {"people": sat["Ben"].person_id}), ask(here)

    assert [answer.status_code for answer in alone] == [answer.status_code for answer in both] == [302, 200]
    assert without_tokens(alone[1]) == without_tokens(both[1])
    assert Thread.objects.count() == 0


def without_tokens(answer):
    return [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]


def test_whoever_has_no_place_finds_no_page(ask, client, cy, sat):
    client.force_login(cy)

    assert ask("ticks/").status_code == 404


def test_whoever_is_nobody_here_yet_is_shown_a_page_without_people(ask, sat):
    sat["Ann"].person = None
    sat["Ann"].save()

    assert "after each round" in ask(f"of/{sat['Ann'].key}/ticks/").content.decode()


@pytest.fixture
def host(client, ada, in_the_afternoon):
    client.force_login(ada)


def test_a_host_types_in_a_slip_and_never_sees_what_was_ticked(host, ask, send, sat, tick_of):
    tick_of("Ann", "Ben")
    shown = ask(f"slips/?of={sat['Ann'].pk}").content.decode()

    send("slips/", {"of": sat["Ann"].pk, "people": [sat["Cat"].person_id, sat["Dot"].person_id]})

    assert "checked" not in shown
    # Beside what she ticked herself; and only whom she sat with.
    assert set(Tick.objects.values_list("to", flat=True)) == {sat["Ben"].person_id, sat["Cat"].person_id}


def test_slips_are_asked_for_by_those_who_came(client, ada, ask, sat, in_the_afternoon, press):
    client.force_login(ada)

    assert [one.name[:3] for one in ask("slips/").context["came"]] == ["Ann", "Ben", "Cat", "Dot"]
    assert ask("slips/?of=nonsense").status_code == 200
    assert ask("slips/?of=999999").status_code == 404


def test_a_printed_slip_tells_where_one_sits_and_who_sees_it(client, ada, ask, sat, sheet):
    client.force_login(ada)

    page = ask("slips/print/")

    first = page.context["slips"][0]
    places = [(place.table.label, place.others) for place in first.places]
    assert (first.name, places) == ("Ann Weir", [("Table 1", ("Ben Weir", "Eli Weir")), ("Table 1", ("Cat Weir",))])
    assert "A host types it in and sees it" in page.content.decode()


def test_without_tables_there_are_no_slips(client, ada, ask, today):
    client.force_login(ada)

    assert ask("slips/print/").context["slips"] == []


def test_whoever_left_early_has_a_slip_too(client, ada, ask, sat, press, in_the_afternoon):
    press(sat["Eli"], Standing.LEFT, 50)
    client.force_login(ada)

    assert "Eli" in [one.name[:3] for one in ask("slips/").context["came"]]
