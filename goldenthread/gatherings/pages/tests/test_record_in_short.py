"""What one person did to many at once, or again and again, is one line of the record; and what no line says."""

from datetime import timedelta

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.pages.tests.test_record import di, read  # noqa: F401 (pytest finds them here)
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.models import Entry
from goldenthread.journal.note import note
from goldenthread.kit import clock


def test_one_press_for_many_is_one_line(booked, di, ada, read):  # noqa: F811
    ed = keep_a_place(booked, PlaceRequest("Ed", "ed@example.org"), now=clock.now())
    [note(ada, "said yes to somebody who asked", booking) for booking in (di, ed, ed)]
    note(ada, "changed the booking", booked)
    note(ada, "said yes to somebody who asked", di)

    assert read()[:3] == [
        "Ada Foxglove said yes to Di, who had asked for a place",
        "Ada Foxglove changed how people book",
        "Ada Foxglove said yes to 3 people who had asked for a place",
    ]


def test_an_import_is_one_line(booked, ada, read):  # noqa: F811
    line = ImportRow(2, PlaceRequest("Ed", "ed@example.org"))
    bring(booked, "list.csv", [line], once="a" * 32, now=clock.now(), by=ada)

    assert read()[:2] == ["Ada Foxglove imported a list", "Ada Foxglove held places"]


def test_who_changes_the_plan_again_and_again_within_an_hour_did_so_once(spring, ada, read):  # noqa: F811
    Entry.objects.all().delete()
    [note(ada, Gathering.Turn.EDITED.value, spring) for _n in range(3)]
    Entry.objects.filter(pk=Entry.objects.earliest("pk").pk).update(at=clock.now() - timedelta(hours=2))

    assert read() == ["Ada Foxglove changed the plan"] * 2


def test_a_name_that_a_stranger_may_have_typed_stands_on_no_record(di, read):  # noqa: F811
    Booking.objects.filter(pk=di.pk).update(state="released", confirmed_at=None)
    note(None, "ended a booking: released", di)

    assert read()[0] == "di@example.org didn’t confirm in time, and the place is free again"
