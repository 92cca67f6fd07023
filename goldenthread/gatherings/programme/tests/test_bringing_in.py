"""A programme comes in from a file: whole, again without a change, newer with what it says otherwise; and goes again."""

from datetime import date, time, timedelta
from io import BytesIO

import pytest
from openpyxl import Workbook

from goldenthread.gatherings.programme.models import (
    ImportedSession,
    Placing,
    ProgrammeImport,
    ProgrammeRoom,
    Release,
    Session,
    SessionVoice,
)
from goldenthread.gatherings.programme.rules import may_take_back
from goldenthread.gatherings.programme.tests.files import stands
from goldenthread.gatherings.programme.undoing_an_import import take_back, who_goes

SHARED = {
    "frab-camp2019.json": (79, 2),
    "pretalx-democon.json": (36, 2),
    "debconf23.xml": (117, 5),
    "fosdem_2021.xml": (773, 106),
    "scale-22x.json": (296, 17),
    "linux_conf_au_2020.ics": (262, 7),
}


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


def test_where_something_begins_already_it_comes_without_a_room(bring, spring):
    hall = ProgrammeRoom.objects.create(gathering=spring, number=1, name="Hall")
    there = Session.objects.create(gathering=spring, title="Ours")
    Placing.objects.create(session=there, day=date(2027, 4, 20), from_time=time(11), room=hall)
    bring()

    assert max(stands()) == ("Salt", "11:00", 45, "")
    assert bring() == (0, 0)


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
