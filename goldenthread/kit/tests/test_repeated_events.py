"""An event that repeats is as many events, by the clock on the wall; and one that never ends is none."""

import pytest

from goldenthread.kit.reading.events_in_calendars import rows

CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Tea\r\n{lines}\r\nEND:VEVENT\r\n"


def read(*events):
    text = CALENDAR.format(events="".join(EVENT.format(lines="\r\n".join(lines)) for lines in events))
    return [(cells[0], cells[2]) for _number, cells in list(rows("file", text))[1:]]


def begins(*lines):
    return [begin for _id, begin in read(lines)]


def test_the_hour_on_the_wall_stays_when_the_clocks_change():
    assert begins("DTSTART;TZID=Europe/London:20260327T100000", "RRULE:FREQ=DAILY;COUNT=3") == [
        "2026-03-27T10:00:00+00:00",
        "2026-03-28T10:00:00+00:00",
        "2026-03-29T10:00:00+01:00",
    ]


@pytest.mark.parametrize(
    ("start", "until", "times"),
    [
        ("DTSTART;TZID=Europe/Berlin:20260327T100000", "20260403T080000Z", 2),
        ("DTSTART;TZID=Europe/Berlin:20260327T100000", "20260403T075959Z", 1),
        ("DTSTART:20260327T100000Z", "20260403T100000Z", 2),
        ("DTSTART:20260327T100000", "20260403T235959Z", 2),
        ("DTSTART:20260327T100000", "20260403", 2),
        ("DTSTART;VALUE=DATE:20260327", "20260403", 2),
    ],
)
def test_it_ends_when_the_rule_says(start, until, times):
    assert len(begins(start, f"RRULE:FREQ=WEEKLY;UNTIL={until}")) == times


def test_what_is_left_out_added_or_moved_is_as_it_was_said():
    master = ["DTSTART:20260327T100000", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260328T100000", "RDATE:20260405T110000"]
    moved = ["RECURRENCE-ID:20260329T100000", "DTSTART:20260329T150000"]

    assert read(master, moved) == [
        ("a 2026-03-27T10:00", "2026-03-27T10:00:00"),
        ("a 2026-04-05T11:00", "2026-04-05T11:00:00"),
        ("a 2026-03-29T10:00", "2026-03-29T15:00:00"),
    ]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=DAILY;COUNT=201", "repeats more than 200 times"),
        ("FREQ=DAILY", "repeats more than 200 times"),
        ("FREQ=SECONDLY;COUNT=2", "repeats by a rule that we cannot read"),
        ("FREQ=NEVER", "repeats by a rule that we cannot read"),
    ],
)
def test_what_is_no_programme_is_not_written_out(rule, why):
    assert begins("DTSTART:20260327T100000", f"RRULE:{rule}") == [why]


def test_two_hundred_times_are_read():
    assert len(begins("DTSTART:20260327T100000", "RRULE:FREQ=DAILY;COUNT=200")) == 200
