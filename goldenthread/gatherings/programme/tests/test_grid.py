"""Rooms side by side, also where two sessions overlap in one of them."""

from goldenthread.gatherings.programme.grid import as_grid
from goldenthread.gatherings.programme.tests.showing import as_read, held, room, show


def test_two_that_overlap_in_one_room_both_stand_in_the_grid(spring):
    library = room(spring)
    held(spring, "Long", "10:00", library, minutes=120)
    held(spring, "Within", "11:00", library)
    show(spring)

    [day] = as_grid(as_read(spring).placings)

    assert [[placing.session.title for cell in row.cells for placing in cell.placings] for row in day.rows] == [
        ["Long"],
        ["Within"],
    ]


def test_an_open_hour_in_a_room_stands_in_that_room_and_without_one_says_none(spring):
    library, hall = room(spring), room(spring, "Hall")
    held(spring, "Talk", "10:00", hall)
    held(spring, "Open hour", "10:00", library, kind="open_hour")
    held(spring, "Tea", "11:00", kind="break")
    show(spring)

    [day] = as_grid(as_read(spring).placings)

    assert [each.name for each in day.rooms] == ["The library", "Hall"]
    assert [[placing.session.title for cell in row.cells for placing in cell.placings] for row in day.rows] == [
        ["Open hour", "Talk"],
        [],
    ]
    assert as_read(spring).placings[-1].when_and_where == "Tuesday 20 April 2027, 11:00 to 11:45"
