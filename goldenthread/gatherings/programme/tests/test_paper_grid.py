"""Which day a night belongs to, and where on the wall each session stands."""

from datetime import timedelta

from goldenthread.gatherings.programme.paper_grid import grids
from goldenthread.gatherings.programme.paper_slips import blank
from goldenthread.gatherings.programme.tests.on_a_day import DAY, ROOMS, programme, session


def test_a_night_belongs_to_the_day_before_it():
    night = programme(
        session(1, "22:00", 180),
        session(2, "1:30", 60, day=DAY + timedelta(days=1)),
        session(3, "4:45", 15, day=DAY + timedelta(days=1)),
        session(4, "9:00", 60, day=DAY + timedelta(days=1)),
    )

    assert [(day.day.day, [session.key for session in day.sessions]) for day in night.days()] == [
        (20, [1, 2]),
        (21, [3, 4]),
    ]


def test_no_cell_of_the_wall_is_taken_twice():
    day = programme(
        session(1, "9:30", 90, "Library"),
        session(2, "10:00", 30, "Library"),
        session(3, "10:00", 60, "Main hall"),
        session(4, "10:30", 30, is_for_everybody=True, room="Garden room"),
        session(5, "12:00", 60, is_for_everybody=True),
        session(6, "12:30", 10, is_for_everybody=True),
        session(7, "14:00", 60, is_for_everybody=True),
        session(8, "14:00", 60),
    )
    [grid] = grids(day.days()[0], ROOMS)
    squares = [
        (cell.column + across, cell.row + down)
        for cell in grid.cells
        for across in range(cell.columns)
        for down in range(cell.rows)
    ]

    assert grid.columns == ("Main hall", "Library", "Library", "Garden room", "", "")
    assert (len(squares), len(grid.cells), sorted(cell.session.key for cell in grid.cells)) == (
        len(set(squares)),
        8,
        [1, 2, 3, 4, 5, 6, 7, 8],
    )


def test_many_rooms_stand_on_several_sheets():
    rooms = [f"Room {n}" for n in range(8)]
    sessions = (session(n, "9:30", room=room) for n, room in enumerate(rooms))
    day = programme(*sessions, session(9, "12:00", is_for_everybody=True))
    sheets = grids(day.days()[0], rooms)

    assert [(len(sheet.columns), sorted(cell.session.key for cell in sheet.cells)) for sheet in sheets] == [
        (6, [0, 1, 2, 3, 4, 5, 9]),
        (2, [6, 7, 9]),
    ]


def test_a_slip_to_fill_in_has_each_hour_once():
    day = programme(
        session(1, "9:30", room="Library"),
        session(2, "9:30", room="Main hall"),
        session(3, "12:00", is_for_everybody=True),
    )
    slips = blank(day, many=4)

    assert len(slips) == 4
    assert [(row.hours[0], row.title) for row in slips[0].programme.sessions] == [("9:30", ""), ("12:00", "Session 3")]


def test_a_slip_asks_for_no_choice_where_one_session_runs():
    day = programme(session(1, "9:30"), session(2, "11:00", room="Library"), session(3, "11:00", room="Main hall"))

    [slip] = blank(day, many=1)

    assert [(row.hours[0], row.title) for row in slip.programme.sessions] == [("9:30", "Session 1"), ("11:00", "")]
