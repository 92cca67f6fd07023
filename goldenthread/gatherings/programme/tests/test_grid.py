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
