"""A newer file of a programme changes what it says otherwise, in the draft alone; and what repeats in a calendar."""

from datetime import time

from goldenthread.gatherings.programme.models import Placing, PlacingChange, Session, SessionVoice
from goldenthread.gatherings.programme.placing import undo
from goldenthread.gatherings.programme.programme_file import look
from goldenthread.gatherings.programme.tests.files import LIST, stands
from goldenthread.gatherings.programme.tests.showing import as_read, show
from goldenthread.kit import clock

CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:x\r
BEGIN:VEVENT\r
UID:a\r
SUMMARY:Tea\r
DTSTART;TZID=Europe/London:20270420T100000\r
DURATION:PT30M\r
RRULE:FREQ=DAILY;COUNT=3\r
EXDATE;TZID=Europe/London:20270421T100000\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:a\r
SUMMARY:Tea, later\r
RECURRENCE-ID;TZID=Europe/London:20270422T100000\r
DTSTART;TZID=Europe/London:20270422T120000\r
DURATION:PT30M\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_what_repeats_in_a_calendar_comes_in_as_often_as_it_is_held(bring):
    assert bring(CALENDAR, "day.ics") == (2, 0)
    assert [(f"{row.day:%d}", str(row.session)) for row in Placing.objects.in_order()] == [
        ("20", "Tea"),
        ("22", "Tea, later"),
    ]
    assert bring(CALENDAR.replace("COUNT=3", "COUNT=4"), "day.ics") == (1, 0)


def test_what_repeats_without_an_end_is_refused_in_words(spring):
    read = look(spring, "day.ics", CALENDAR.replace(";COUNT=3", "").encode())

    assert read.refused == ((2, "“Tea” repeats more than 200 times. Please give it an end in your calendar."),)


def test_a_newer_file_changes_what_it_says_otherwise_and_nothing_else(bring):
    bring()
    Session.objects.filter(title="Lunch").update(title="Lunch in the garden")
    newer = (
        LIST.replace("Salt", "Sea salt").replace("9:30–10:15", "10:00–10:45") + "d;Oil;20/4/2027;14:00–14:30;Loft;\r\n"
    )

    assert bring(newer) == (1, 2)
    assert stands() == [
        ("Bread", "10:00", 45, "Hall"),
        ("Sea salt", "11:00", 45, "Hall"),
        ("Lunch in the garden", "12:30", 60, ""),
        ("Oil", "14:00", 30, "Loft"),
    ]
    assert bring(newer) == (0, 0)


def test_two_sessions_may_change_places(bring):
    bring()
    turned = LIST.replace("9:30–10:15", "X").replace("11:00–11:45", "9:30–10:15").replace("X", "11:00–11:45")

    assert bring(turned) == (0, 2)
    assert stands()[:2] == [("Salt", "09:30", 45, "Hall"), ("Bread", "11:00", 45, "Hall")]


def test_what_a_newer_file_gives_no_hour_any_more_has_none(bring):
    bring()

    assert bring(LIST.replace("11:00–11:45", "")) == (0, 1)
    assert [title for title, *_where in stands()] == ["Bread", "Lunch"]


def test_what_it_moves_or_takes_out_has_a_way_back(bring, spring, ada):
    bring()
    kept = Placing.objects.get(session__title="Salt")
    bring(LIST.replace("11:00–11:45", "").replace("9:30–10:15", "10:00–10:45"))
    for change in PlacingChange.objects.select_related("session__gathering").order_by("pk"):
        undo(change, by=ada, now=clock.now())

    assert [title for title, *_where in stands()] == ["Bread", "Salt", "Lunch"]
    assert stands()[1] == ("Salt", "11:00", 45, "Hall")
    assert Placing.objects.get(session__title="Salt").pk == kept.pk


def test_what_a_newer_file_gives_an_hour_again_stands_in_its_old_row(bring):
    bring()
    kept = Placing.objects.get(session__title="Salt").pk
    bring(LIST.replace("11:00–11:45", ""))

    bring(LIST.replace("11:00–11:45", "15:00–15:45"))

    assert Placing.objects.get(session__title="Salt").pk == kept
    assert stands()[-1] == ("Salt", "15:00", 45, "Hall")


def test_whoever_a_newer_file_still_names_keeps_their_name_in_what_was_shown(bring, spring):
    bring()
    show(spring)

    bring(LIST.replace("Ann Weir, Bo Hill", "Dee Dale, Ann Weir"))

    names = {placing.session.title: placing.session.names for placing in as_read(spring).placings}
    assert (names["Bread"], names["Salt"]) == ("Ann Weir", "Cy")
    new = SessionVoice.objects.filter(session__title="Bread").order_by("number")
    assert list(new.values_list("number", "name")) == [(1, "Dee Dale"), (2, "Ann Weir")]
    assert bring(LIST.replace("Ann Weir, Bo Hill", "Dee Dale, Ann Weir")) == (0, 0)


def test_a_session_that_convenors_put_there_by_hand_keeps_its_room(bring, spring):
    bring()
    Placing.objects.filter(session__title="Bread").update(from_time=time(14))
    newer = LIST + "d;Oil;20/4/2027;14:00–14:30;Hall;\r\n"

    assert bring(newer) == (1, 0)
    assert sorted(stands())[:3] == [
        ("Bread", "14:00", 45, "Hall"),
        ("Lunch", "12:30", 60, ""),
        ("Oil", "14:00", 30, ""),
    ]
