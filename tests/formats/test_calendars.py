"""Calendars as two libraries read them that are strict about the format."""

import vobject
from icalendar import Calendar

from goldenthread.gatherings.plan import turns
from tests.formats.conftest import KINDS, by_utc


def read(client, address="/gatherings.ics"):
    return Calendar.from_ical(client.get(address).content)


def test_nothing_that_the_format_asks_for_is_missing(client, one_of_each):
    everything = read(client).walk()

    assert {(part.name, tuple(name for name in part.required if name not in part)) for part in everything} == {
        (name, ()) for name in ["VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"]
    }
    assert [part.errors for part in everything if part.errors] == []


def test_something_missing_would_be_noticed():
    [event] = Calendar.from_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").walk("VEVENT")

    assert set(event.required) - set(event) == {"UID", "DTSTAMP"}


def test_a_second_library_finds_it_valid(client, one_of_each):
    text = client.get("/gatherings.ics").content.decode()

    assert [calendar.validate(raiseException=True) for calendar in vobject.readComponents(text)] == [True]


def test_every_kind_stands_at_its_moment(client, one_of_each):
    events = read(client).walk("VEVENT")

    # Without an end, an event of the format ends when it starts.
    assert {str(event["summary"]): (by_utc(event.start), by_utc(event.end)) for event in events} == {
        kind: times for kind, (_plan, times) in KINDS.items()
    }


def test_every_zone_is_told(client, one_of_each):
    calendar = read(client)

    assert calendar.get_missing_tzids() == set()
    assert sorted(zone.tz_name for zone in calendar.timezones) == ["America/New_York", "Asia/Kolkata", "Europe/London"]


def test_a_calendar_of_its_own_holds_one_gathering(client, one_of_each):
    address = one_of_each["elsewhere"].get_absolute_url()

    alone = read(client, f"{address}calendar.ics")

    assert [str(event["summary"]) for event in alone.walk("VEVENT")] == ["elsewhere"]
    assert [zone.tz_name for zone in alone.timezones] == ["America/New_York"]


def test_it_stays_the_same_event_as_the_plan_changes(client, planned, ada):
    gathering = planned(**KINDS["a whole day"][0])
    tell = [read(client).walk("VEVENT")[0]]
    turns.settle(gathering, by=ada)
    tell += read(client).walk("VEVENT")
    turns.postpone(gathering, by=ada, because="Snow")
    tell += read(client).walk("VEVENT")
    turns.call_off(gathering, by=ada, because="More snow")
    tell += read(client).walk("VEVENT")

    assert {str(event["uid"]) for event in tell} == {str(gathering.uid)}
    assert [(event["sequence"], str(event["status"])) for event in tell] == [
        (3, "TENTATIVE"),
        (4, "CONFIRMED"),
        (5, "TENTATIVE"),
        (6, "CANCELLED"),
    ]


def test_it_is_published_under_a_name_that_can_be_followed(client, one_of_each):
    answer = client.get("/gatherings.ics")
    calendar = Calendar.from_ical(answer.content)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (str(calendar["method"]), str(calendar["version"]), str(calendar["x-wr-calname"])) == (
        "PUBLISH",
        "2.0",
        "Home",
    )


def test_a_draft_by_link_is_in_its_own_calendar_only(client, planned, draft, ada):
    planned("Seen by all", **KINDS["a whole day"][0])
    draft.replan(KINDS["several days"][0], since=draft.sequence, by=ada, is_small=False)

    assert [str(event["summary"]) for event in read(client).walk("VEVENT")] == ["Seen by all"]
    own = read(client, f"{draft.get_absolute_url()}calendar.ics").walk("VEVENT")
    assert [str(event["summary"]) for event in own] == ["A spring day"]


def test_without_a_day_there_is_no_event_yet(client, planned):
    gathering = planned(when_wish="a Tuesday in May")

    assert read(client, f"{gathering.get_absolute_url()}calendar.ics").walk("VEVENT") == []


def test_the_same_plan_is_told_in_the_same_bytes(client, one_of_each):
    assert client.get("/gatherings.ics").content == client.get("/gatherings.ics").content


def test_lines_are_short_enough_and_end_as_they_must(client, planned):
    planned("Begegnung 🎉 " * 9, lede="خيط ذهبي " * 20, venue="é" * 110, **KINDS["a whole day"][0])

    lines = client.get("/gatherings.ics").content.split(b"\r\n")

    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert lines[-1] == b""
