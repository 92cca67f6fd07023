"""Programmes of others become a list, one event in each line; what means harm is refused in a sentence."""

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.reading import limits
from goldenthread.kit.reading.events import rows
from goldenthread.kit.reading.limits import PAGE
from goldenthread.kit.spreadsheets import read

CALENDAR = (
    "BEGIN:VCALENDAR\r\n{zone}BEGIN:VEVENT\r\nUID:1@here\r\nSUMMARY:Bread\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
# How many sessions each of the shared programmes has.
SHARED = {
    "frab-camp2019.json": 79,
    "pretalx-democon.json": 36,
    "debconf23.xml": 117,
    "fosdem_2021.xml": 773,
    "scale-22x.json": 296,
    "linux_conf_au_2020.ics": 262,
}


def xml(event, day='date="2026-03-07"', conference=""):
    return (
        f"<schedule><conference>{conference}</conference><day {day}><room name='Hall'>"
        f"<event id='7'>{event}<title>Bread</title></event></room></day></schedule>"
    ).encode()


def begins(content):
    [_headings, (_number, cells)] = rows("file", content)
    return cells[2:4]


@pytest.mark.parametrize(("file", "sessions"), SHARED.items(), ids=SHARED)
def test_a_shared_programme_is_read_whole(file, sessions, needed):
    content = (needed("shared") / "data" / "programmes" / file).read_bytes()

    assert len(list(rows(file, content))) == sessions + 1


@pytest.mark.parametrize(
    ("event", "conference", "expected"),
    [
        # The hour for people is right, whatever zone the moment is written in.
        (
            "<date>2026-03-07T05:00:00+00:00</date><start>10:30</start><duration>00:20</duration>",
            "<time_zone_name>Asia/Kolkata</time_zone_name>",
            ["2026-03-07T10:30:00+05:30", "20"],
        ),
        (
            "<date>2026-03-07T09:00:00+01:00</date><start>09:00</start><duration>1:30</duration>",
            "<time_zone_name>UTC</time_zone_name>",
            ["2026-03-07T09:00:00+01:00", "90"],
        ),
        # A night belongs to the day before it.
        (
            "<start>01:15</start><duration>00:45</duration>",
            "<day_change>04:00:00</day_change>",
            ["2026-03-08T01:15:00", "45"],
        ),
        ("<start>9:15</start><duration>1:00:30</duration>", "", ["2026-03-07T09:15:00", "1470"]),
        ("<start>noon</start><duration>long</duration>", "", ["2026-03-07 noon", "long"]),
    ],
)
def test_an_hour_in_xml_is_as_the_wall_shows_it(event, conference, expected):
    assert begins(xml(event, conference=conference)) == expected


@pytest.mark.parametrize(
    ("lines", "zone", "expected"),
    [
        ("DTSTART:20260307T100000Z\r\nDTEND:20260307T104500Z", "", ["2026-03-07T10:00:00Z", "45"]),
        (
            "DTSTART:20260307T100000Z\r\nDURATION:PT1H",
            "X-WR-TIMEZONE:Australia/Brisbane\r\n",
            ["2026-03-07T20:00:00+10:00", "60"],
        ),
        (
            "DTSTART;TZID=Europe/Paris;VALUE=DATE-TIME:20260307T100000\r\nDTEND:20260307T110000",
            "",
            ["2026-03-07T10:00:00+01:00", "60"],
        ),
        ("DTSTART;VALUE=DATE:20260307", "", ["2026-03-07", ""]),
        ("DTSTART:20260307T100000\r\nRRULE:FREQ=DAILY", "", ["repeats more than 200 times", ""]),
        ("DTSTART:20260307T100000\r\nRRULE:FREQ=SECONDLY", "", ["repeats by a rule that we cannot read", ""]),
        ("DTSTART:20260307T100000\r\nDURATION:P999999999W", "", ["2026-03-07T10:00:00", "P999999999W"]),
    ],
)
def test_an_hour_in_a_calendar_is_as_the_wall_shows_it(lines, zone, expected):
    assert begins(CALENDAR.format(lines=lines, zone=zone).encode()) == expected


def test_who_speaks_stands_first_in_the_words_of_a_calendar():
    content = CALENDAR.format(lines="DESCRIPTION:Speaker: Ann Weir\\, Bo Hill\\nAbout bread", zone="").encode()
    [_headings, (_number, cells)] = rows("file", content)

    assert cells[5:7] == ["Ann Weir\nBo Hill", "About bread"]


def test_any_list_in_json_has_its_own_headings():
    content = b'{"sessions": [{"Name": "Bread", "Speakers": [{"name": "Ann"}, "Bo"], "n": 2}, "odd"]}'

    assert list(rows("file", content)) == [
        (1, ["Name", "Speakers", "n"]),
        (2, ["Bread", "Ann\nBo", "2"]),
        (3, ["", "", "odd"]),
    ]


def test_a_spreadsheet_is_read_as_every_other():
    assert list(rows("file", b"Title,From\nBread,9:30\n")) == [(1, ["Title", "From"]), (2, ["Bread", "9:30"])]


def test_frab_json_of_a_strange_make_is_read_as_far_as_it_says_anything():
    days = b'[1, {"rooms": [1]}, {"rooms": {"A": [5, {"title": "Bread", "persons": ["Ann"], "start": 5}]}}]'
    [_headings, *events] = rows("file", b'{"schedule": {"conference": {"days": %b}}}' % days)

    assert [cells[:7] for _number, cells in events] == [
        ["", "", "", "", "A", "", "5"],
        ["", "Bread", "5", "", "A", "Ann", ""],
    ]


ENTITIES = b'<!DOCTYPE schedule [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><schedule>&b;</schedule>'
HOSTILE = {
    "entities": (ENTITIES, "defines words of its own"),
    "deep JSON": (b"[" * 100_000, "is damaged"),
    "deep XML": (b"<schedule>" + b"<a>" * 200_000, "is damaged"),
    "a number": (b"[" + b"9" * 100_000 + b"]", "is damaged"),
    "other XML": (b"<feed/>", "is XML, but no programme"),
    "other JSON": (b'{"a": {"b": 1}}', "holds no list of sessions"),
    "one proposal of pretalx": (
        b'/* from its documentation */ {"title": "Bread", "speakers": [{"name": "Ann"}], "tags": ["food"]}',
        "is what one person offers, and no programme",
    ),
    "a web page": (b"<!doctype html><p>Bread", "is a web page"),
    "half a calendar": (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Bread\r\n", "breaks off"),
    "much": (b'[{"a": "' + b"x" * 4_500_000 + b'"}]', "holds more than we can take in"),
    "large": (b" " * (limits.BYTES + 1), "is larger than 10 MB"),
}


@pytest.mark.parametrize(("content", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_what_means_harm_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read("file", content, limits=PAGE, holds="events")


def test_who_brings_in_people_is_told_that_a_calendar_holds_none():
    with pytest.raises(Unreadable, match="holds events, and no list of people"):
        read("file", CALENDAR.format(lines="", zone="").encode())
