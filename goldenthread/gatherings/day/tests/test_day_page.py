"""The page of the day, for each as they are; the sheet that feeds it; and the wall."""

from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.day.chores import forget_day_sheets, forget_unread_lines
from goldenthread.gatherings.day.models import DaySheet, Reflection, Standing
from goldenthread.people.everything import rows_of

SHEET = {"word": "tea", "quiet_room": "Room 3", "breaks": "11:00 tea\n\n 15:00 cake "}


def test_a_stranger_learns_nothing_of_the_day(ask, sheet):
    page = ask().content.decode()

    assert ("Room 3" in page, "Mo, at the door" in page, "Golden Kettle" in page) == (False, False, False)


def test_whoever_has_an_email_sees_what_they_need(ask, sheet, bos):
    page = ask(f"of/{bos.key}/").content.decode()

    assert ("Room 3" in page, "Mo, at the door" in page, "11:00 tea" in page) == (True, True, True)


def test_the_word_stands_in_the_room_and_on_no_page(ask, sheet, bos):
    assert "Golden Kettle" not in ask(f"of/{bos.key}/").content.decode()


def test_whoever_is_signed_in_and_has_a_place_needs_no_email(client, ask, sheet, bos, bo):
    client.force_login(bo)

    assert (ask().context["guest"].booking, ask().context["sheet"]) == (bos, sheet)


def test_a_member_without_a_place_sees_what_a_stranger_sees(client, ask, sheet, cy):
    client.force_login(cy)

    assert (ask().context["guest"].booking, ask().context["sheet"]) == (None, None)


def test_a_host_needs_no_place(client, ask, sheet, ada):
    client.force_login(ada)

    assert (ask().context["guest"].hosts, ask().context["sheet"]) == (True, sheet)


def test_a_host_finds_tables_before_there_are_any(client, ask, today, ada):
    client.force_login(ada)
    page = ask().content.decode()

    assert ("/gatherings/spring/tables/remaking/" in page, "/gatherings/spring/tables/" in page) == (False, True)


def test_a_host_makes_new_tables_once_some_are_announced(client, ask, sat, ada):
    client.force_login(ada)

    assert "/gatherings/spring/tables/remaking/" in ask().content.decode()


def test_the_page_says_when_it_was_made_where_the_gathering_is(ask, bos):
    assert "This page is from 10:00." in ask(f"of/{bos.key}/").content.decode()


def test_on_another_day_it_says_the_date_too(ask, bos, today):
    with time_machine.travel(today.starts_at - timedelta(days=8), tick=False):
        assert "This page is from Monday 12 April, 9:30." in ask(f"of/{bos.key}/").content.decode()


def test_after_the_day_it_says_so_and_leads_on(ask, sat, today):
    with time_machine.travel(today.ends_at + timedelta(days=2), tick=False):
        page = ask(f"of/{sat['Ann'].key}/").content.decode()

    assert [words for words in ("Good to have you here", "Where you sit") if words in page] == []
    assert "This gathering is over. Thank you for being there." in page
    assert f'href="{sat["Ann"].get_absolute_url()}"' in page


def test_the_page_knows_that_i_am_here(ask, bos, press):
    press(bos, Standing.HERE)

    assert ask(f"of/{bos.key}/").context["is_here"] is True


def test_the_sheet_is_one_small_form(client, send, today, ada, now):
    client.force_login(ada)

    send("sheet/", SHEET)
    send("sheet/", SHEET | {"word": "kettle"})

    sheet = DaySheet.objects.get()
    assert (sheet.word, sheet.by, sheet.at) == ("kettle", ada, now)
    assert (sheet.break_lines, sheet.meeting_lines) == (["11:00 tea", "15:00 cake"], [])


def test_a_sheet_that_is_too_long_is_given_back(client, send, today, ada):
    client.force_login(ada)

    assert send("sheet/", {"word": "x" * 41}).status_code == 422


def test_the_worker_reaches_no_further_than_the_day(ask):
    answer = ask("worker.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert "Service-Worker-Allowed" not in answer


@pytest.mark.parametrize(("days", "left"), [(14, 1), (15, 0)])
def test_two_weeks_later_nobody_needs_to_know_whom_to_go_to(sheet, now, days, left):
    for _ in range(2):
        forget_day_sheets(now + timedelta(days=days))

    assert DaySheet.objects.count() == left


def test_my_arrivals_are_mine_and_those_that_i_wrote_down_are_not(bos, pats, press, bo, ada):
    press(bos, Standing.HERE)
    press(pats, Standing.HERE)
    model = type(bos.arrivals.get())

    assert [list(rows_of(who, model)) for who in (bo, ada)] == [list(bos.arrivals.all()), []]


def test_a_line_waits_until_a_host_has_read_it(client, ask, send, bos, ada):
    send(f"of/{bos.key}/wall/", {"words": "We laughed."})
    line = Reflection.objects.get()
    before = list(ask("wall/").context["reflections"])
    client.force_login(ada)
    waiting = list(ask("wall/unread/").context["unread"])

    send(f"wall/unread/{line.pk}/")

    assert (before, waiting, list(ask("wall/").context["reflections"])) == ([], [line], [line])


def test_a_host_takes_a_line_away_for_good(client, send, bos, ada, today):
    line = Reflection.objects.create(gathering=today, words="x")
    client.force_login(ada)

    send(f"wall/unread/{line.pk}/", {"away": "yes"})

    assert Reflection.objects.count() == 0


def test_a_hundred_lines_of_one_person_do_not_fill_the_wall(send, bos, pats):
    answers = [send(f"of/{bos.key}/wall/", {"words": f"Line {number}"}) for number in range(11)]

    assert [answer.status_code for answer in answers] == [302] * 10 + [422]
    assert "Line 10" in answers[-1].content.decode()
    assert send(f"of/{pats.key}/wall/", {"words": "Mine"}).status_code == 302


@pytest.mark.parametrize(("days", "left"), [(14, ["Read", "Unread"]), (15, ["Read"])])
def test_lines_that_no_host_let_show_are_forgotten_two_weeks_later(today, now, days, left):
    Reflection.objects.create(gathering=today, words="Unread")
    Reflection.objects.create(gathering=today, words="Read", is_read=True)

    for _ in range(2):
        forget_unread_lines(now + timedelta(days=days))

    assert sorted(Reflection.objects.values_list("words", flat=True)) == left


def test_whoever_has_not_confirmed_sees_their_table_and_no_names(ask, sat):
    Booking.objects.filter(pk=sat["Eli"].pk).update(state="kept")

    page = ask(f"of/{sat['Eli'].key}/").content.decode()

    assert ("Table 2" in page, [name for name in ("Ben", "Dot") if name in page]) == (True, [])


def test_nothing_of_a_line_tells_who_wrote_it_or_when(bos):
    assert {field.name for field in Reflection._meta.get_fields()} == {"id", "gathering", "words", "is_read"}


@pytest.mark.parametrize("words", ["", " ", "x" * 201])
def test_a_line_is_a_line(send, bos, words):
    assert (send(f"of/{bos.key}/wall/", {"words": words}).status_code, Reflection.objects.count()) == (422, 0)


def test_whoever_has_no_place_reads_the_wall_and_writes_nothing(send, today):
    assert (send("wall/", {"words": "Spam"}).status_code, Reflection.objects.count()) == (200, 0)


def test_the_email_of_a_place_that_was_passed_on_shows_nobody_and_nothing(ask, send, sat, sheet):
    Booking.objects.filter(pk=sat["Eli"].pk).update(state="given")
    here = f"of/{sat['Eli'].key}/"

    page = ask(here)
    send(f"{here}wall/", {"words": "I am not there."})

    assert (page.context["sittings"], page.context["sheet"]) == ([], None)
    assert (ask(f"{here}ticks/").status_code, Reflection.objects.count()) == (404, 0)
