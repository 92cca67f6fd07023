"""A programme comes in from a file: whole, again without a change, newer with what it says otherwise; and goes again."""

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook

from goldenthread.gatherings.programme.bringing_in import bring_in
from goldenthread.gatherings.programme.models import (
    ImportedSession,
    Placing,
    PlacingChange,
    ProgrammeImport,
    ProgrammeRoom,
    Release,
    Session,
    SessionVoice,
)
from goldenthread.gatherings.programme.placing import undo
from goldenthread.gatherings.programme.programme_file import look, moved
from goldenthread.gatherings.programme.rules import may_take_back
from goldenthread.gatherings.programme.tests.showing import as_read, show
from goldenthread.gatherings.programme.undoing_an_import import take_back, who_goes
from goldenthread.kit import clock

LIST = (
    "Programme of the day;;;;;\r\n"
    "Id;Title;Day;Time;Room;Who\r\n"
    "a;Bread;20/4/2027;9:30–10:15;Hall;Ann Weir, Bo Hill\r\n"
    "b;Lunch;20/4/2027;12.30pm–1.30pm;;\r\n"
    "c;Salt;20 April 2027;11:00–11:45;hall;Cy\r\n"
)
SHARED = {
    "frab-camp2019.json": (79, 2),
    "pretalx-democon.json": (36, 2),
    "debconf23.xml": (117, 5),
    "fosdem_2021.xml": (773, 106),
    "scale-22x.json": (296, 17),
    "linux_conf_au_2020.ics": (262, 7),
}


@pytest.fixture
def bring(spring, ada):
    def bring(content=LIST, name="day.csv", days=0):
        read = look(spring, name, content if isinstance(content, bytes) else content.encode())
        entries = moved(read.entries, days)
        return bring_in(spring, read.name, entries, days_moved=days, now=clock.now(), by=ada)

    return bring


def stands():
    placings = Placing.objects.in_order().select_related("session", "room")
    return [(row.session.title, str(row.from_time)[:5], row.session.minutes, str(row.room or "")) for row in placings]


def rows():
    return tuple(model.objects.count() for model in (Session, SessionVoice, Placing, ProgrammeRoom, ImportedSession))


@pytest.mark.parametrize(("file", "expected"), SHARED.items(), ids=SHARED)
def test_a_shared_programme_comes_in_whole_and_only_once(file, expected, bring, needed):
    content = (needed("shared") / "data" / "programmes" / file).read_bytes()
    first, again = bring(content, file), bring(content, file)
    placed = Placing.objects.count()

    assert (first, again) == ((expected[0], 0), (0, 0))
    assert (Session.objects.count(), placed, ProgrammeRoom.objects.count()) == (expected[0], *expected)
    assert ProgrammeImport.objects.count() == 1


def test_a_list_of_ones_own_is_read(bring):
    assert bring() == (3, 0)
    assert stands() == [("Bread", "09:30", 45, "Hall"), ("Salt", "11:00", 45, "Hall"), ("Lunch", "12:30", 60, "")]
    assert list(Session.objects.filter(kind="break").values_list("title", flat=True)) == ["Lunch"]
    names = SessionVoice.objects.order_by("session__title", "number").values_list("session__title", "number", "name")
    assert list(names) == [("Bread", 1, "Ann Weir"), ("Bread", 2, "Bo Hill"), ("Salt", 1, "Cy")]


def test_a_workbook_is_read_with_its_days_hours_and_lengths(bring):
    book, file = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet()
    for row in (
        ["Title", "Date", "Start time", "Finish", "Duration", "Room"],
        ["Bread", date(2027, 4, 20), time(9, 30), time(10, 15), None, "Hall"],
        ["Salt", date(2027, 4, 20), time(11), None, timedelta(minutes=50), "Hall"],
    ):
        sheet.append(row)
    book.save(file)

    assert bring(file.getvalue(), "day.xlsx") == (2, 0)
    assert stands() == [("Bread", "09:30", 45, "Hall"), ("Salt", "11:00", 50, "Hall")]


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


def test_where_something_begins_already_it_comes_without_a_room(bring, spring):
    hall = ProgrammeRoom.objects.create(gathering=spring, number=1, name="Hall")
    there = Session.objects.create(gathering=spring, title="Ours")
    Placing.objects.create(session=there, day=date(2027, 4, 20), from_time=time(11), room=hall)
    bring()

    assert max(stands()) == ("Salt", "11:00", 45, "")
    assert bring() == (0, 0)


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


def test_it_can_stand_on_other_days(bring):
    bring(days=-1)

    assert set(Placing.objects.values_list("day", flat=True)) == {date(2027, 4, 19)}


def test_it_goes_again_with_its_rooms(bring, spring, ada):
    mine = Session.objects.create(gathering=spring, title="Ours")
    bring()

    assert take_back(ProgrammeImport.objects.get(), by=ada) == (3, 0)
    assert (list(Session.objects.all()), rows()) == ([mine], (1, 0, 0, 0, 0))
    assert not ProgrammeImport.objects.exists()


@pytest.mark.parametrize(
    "build",
    [
        lambda session: Session.objects.filter(pk=session.pk).update(title="Other"),
        lambda session: session.placings.update(from_time=time(15)),
        lambda session: session.placings.update(room=None),
        lambda session: session.speakers.update(name="Dee"),
        lambda session: Placing.objects.create(session=session, number=2, day=date(2027, 4, 20), from_time=time(16)),
    ],
    ids=["title", "hour", "room", "name", "twice"],
)
def test_what_was_changed_since_stays(build, bring, ada):
    bring()
    build(Session.objects.get(title="Bread"))
    brought = ProgrammeImport.objects.get()

    assert len(who_goes(brought)[1]) == 1
    assert take_back(brought, by=ada) == (2, 1)
    # It can be brought in once more, and what stayed is known.
    assert bring() == (2, 0)


def test_what_was_shown_is_not_taken_back(bring, spring):
    bring()
    brought = ProgrammeImport.objects.get()
    before = may_take_back(brought)
    Release.objects.create(gathering=spring, number=1)

    assert (before, may_take_back(brought)) == (True, False)
