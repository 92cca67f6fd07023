"""Days, hours, lengths and names as people and programs write them; what cannot be a session is named with its reason."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from goldenthread.gatherings.programme import file_hours
from goldenthread.gatherings.programme.import_columns import SessionColumns, guess, is_heading
from goldenthread.gatherings.programme.session_entries import CannotBeASession, LineReader, as_text, names_in
from goldenthread.kit.spreadsheets import SpreadsheetRow, spreadsheet_of

LONDON, DAY = ZoneInfo("Europe/London"), date(2027, 4, 20)


def wall(*when):
    """As a clock shows it, wherever it hangs."""
    return datetime(*when)  # noqa: DTZ001


def entry(zone=LONDON, **cells):
    sheet = spreadsheet_of("file", [(1, list(cells)), (2, list(cells.values()))])
    lines = LineReader(guess(sheet), zone, DAY)
    return lines.entry(sheet.rows[0]), [words for _line, words in lines.remarks]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-03-07", date(2026, 3, 7)),
        ("7/3/2026", date(2026, 3, 7)),
        ("07.03.26", None),
        ("Saturday 7th March 2026", date(2026, 3, 7)),
        ("Sat, 7 Mar 2026", date(2026, 3, 7)),
        ("March 7, 2026", date(2026, 3, 7)),
        ("0007-03-07", None),
        ("Day 1", None),
    ],
)
def test_a_day(words, expected):
    assert file_hours.a_day(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("9:30", time(9, 30)),
        ("09.30", time(9, 30)),
        ("9.30am", time(9, 30)),
        ("12.15 p.m.", time(12, 15)),
        ("12 am", time(0)),
        ("09:30:00", time(9, 30)),
        ("24:00", None),
        ("13 pm", None),
        ("noon", None),
    ],
)
def test_an_hour(words, expected):
    assert file_hours.an_hour(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("45", 45),
        ("45 min", 45),
        ("1h", 60),
        ("1 h 30", 90),
        ("0:45", 45),
        ("01:30:00", 90),
        ("long", None),
        ("", None),
    ],
)
def test_a_length(words, expected):
    assert file_hours.a_length(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("9:30–10:15", ("9:30", "10:15")),
        ("9:30 to 10", ("9:30", "10")),
        ("9:30-10", ("9:30", "10")),
        ("9:30", ("9:30", "")),
    ],
)
def test_from_and_to_in_one(words, expected):
    assert file_hours.hours(words) == expected


@pytest.mark.parametrize(
    ("cells", "begins", "minutes"),
    [
        ({"Starts": "2025-03-09T09:00:00-07:00", "EndTime": "2025-03-09T10:15:00-07:00"}, wall(2025, 3, 9, 9), 75),
        ({"Starts": "2027-07-01T09:00:00Z", "Minutes": "30"}, wall(2027, 7, 1, 10), 30),
        ({"From": "22:30", "To": "0:15"}, wall(2027, 4, 20, 22, 30), 105),
        ({"Date": "2027-04-21 00:00:00", "Time": "9.30am", "Duration": "1h"}, wall(2027, 4, 21, 9, 30), 60),
        ({"Day": "21/4/2027", "Minutes": "20"}, None, 20),
        ({"Room": "Hall"}, None, 45),
    ],
)
def test_when_and_how_long(cells, begins, minutes):
    read, _remarks = entry(Title="Bread", **cells)

    assert (read.starts, read.minutes) == (begins, minutes)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"Title": "", "Room": "Hall"}, "There’s no title."),
        ({"Title": "Bread", "Starts": "repeats by a rule"}, "when it begins, “repeats by a rule”"),
        ({"Title": "Bread", "Day": "Day 1", "From": "9:30"}, "when it begins, “Day 1 9:30”"),
        ({"Title": "Bread", "Starts": "9999999-01-01T10:00:00"}, "when it begins"),
        ({"Title": "Bread", "From": "9:30", "Minutes": "9986400"}, "would take longer than a day"),
        ({"Title": "Bread", "From": "9:30", "Minutes": "P999W"}, "how long it takes, “P999W”"),
        ({"Title": "Bread", "From": "9:30", "Minutes": "0"}, "how long it takes, “0”"),
        ({"Title": "Bread", "From": "9:30", "To": "late"}, "how long it takes, “late”"),
    ],
)
def test_a_line_that_cannot_be_a_session_says_why(cells, why):
    with pytest.raises(CannotBeASession, match=why):
        entry(**cells)


def test_what_is_changed_as_it_comes_in_is_said():
    read, remarks = entry(Title="B" * 200, Day="20/4/2027", Words="w" * 5000)

    assert (len(read.title), len(read.words)) == (160, 4000)
    assert [words.split("B")[0] for words in remarks] == [
        "“",
        "Nothing says how long “",
        "The title of “",
        "The words of “",
    ]


def test_of_an_hour_that_the_clock_shows_twice_the_second_is_kept():
    when = ["2027-10-31T01:30:00+01:00", "2027-10-31T01:30:00+00:00", "2027-03-28T01:30:00+01:00"]

    assert [entry(Title="Bread", Starts=starts)[0].is_second_hour for starts in when] == [False, True, False]


def test_the_same_key_twice_is_two_sessions():
    rows = [(1, ["Id", "Title"]), (2, ["7", "Bread"]), (3, ["7", "Salt"]), (4, ["", "Bread"]), (5, ["", "Bread"])]
    sheet = spreadsheet_of("file", rows)
    lines = LineReader(guess(sheet), LONDON, DAY)

    keys = [lines.entry(row).key for row in sheet.rows]
    assert keys == ["7", "7 (2)", "title: Bread", "title: Bread (2)"]


def test_columns_are_known_by_their_headings():
    foreign = spreadsheet_of("file", [(1, ["Name", "Location", "StartTime", "EndTime", "Speakers", "Topic"])])
    welsh = spreadsheet_of("file", [(1, ["Teitl", "Dydd", "Dechrau", "Ystafell", "Pwy"])])

    assert guess(foreign) == SessionColumns(
        title="Name", room="Location", starts="StartTime", ends="EndTime", who="Speakers"
    )
    assert guess(welsh) == SessionColumns(title="Teitl", day="Dydd", starts="Dechrau", room="Ystafell", who="Pwy")
    assert [is_heading(cells) for cells in (["Title", "From"], ["Title"], ["Our programme"])] == [True, False, False]


def test_names_and_words_are_plain():
    assert names_in("Ann Weir, Bo  Hill") == ["Ann Weir", "Bo Hill"]
    assert names_in("Weir, Ann; Hill, Bo") == ["Weir, Ann", "Hill, Bo"]
    assert (
        as_text('<p>One &amp; <a href="x">two</a></p><script>x()</script><p>three<br>four</p>')
        == "One & two\nthree\nfour"
    )
    assert as_text("a < b and c > d") == "a < b and c > d"


def test_a_moment_of_utc_keeps_its_wall_where_it_says_its_offset():
    assert file_hours.a_moment("2027-07-01T09:00:00+00:00") == datetime(2027, 7, 1, 9, tzinfo=UTC)
    assert entry(Title="Bread", Starts="2027-07-01T09:00:00+00:00")[0].starts == wall(2027, 7, 1, 9)


def test_what_no_row_holds_is_nothing():
    row = SpreadsheetRow(2, {"Title": "Bread"})
    read = LineReader(SessionColumns(title="Title"), LONDON, None).entry(row)

    assert (read.room, read.names, read.words, read.starts) == ("", (), "", None)


def test_what_ends_before_it_begins_is_refused_and_what_ends_after_midnight_is_said():
    with pytest.raises(CannotBeASession, match="would end before it begins: 15:00 to 14:00"):
        entry(Title="Bread", Day="20/4/2027", Time="15:00–14:00")

    read, remarks = entry(Title="Songs", Day="20/4/2027", Time="11pm–1am")
    assert (read.minutes, remarks) == (120, ["“Songs” ends after midnight, at 01:00."])
