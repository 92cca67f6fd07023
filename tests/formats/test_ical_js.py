"""Calendars as Thunderbird reads them."""

from goldenthread.gatherings.plan import turns
from tests.formats.conftest import KINDS, NASTY


def test_every_kind_stands_at_its_moment(judged, client, one_of_each):
    [calendar] = judged("calendar.mjs", client.get("/gatherings.ics").content)

    assert calendar["zones"] == ["America/New_York", "Asia/Kolkata", "Europe/London"]
    assert {event["summary"]: (event["start"], event["end"]) for event in calendar["events"]} == {
        kind: times for kind, (_plan, times) in KINDS.items()
    }


def test_without_its_zone_a_moment_would_be_another(judged, client, planned):
    planned(**KINDS["elsewhere"][0])
    whole = client.get("/gatherings.ics").content
    zone = whole[whole.index(b"BEGIN:VTIMEZONE") : whole.index(b"BEGIN:VEVENT")]

    [right, wrong] = judged("calendar.mjs", whole, whole.replace(zone, b""))

    assert right["events"][0]["start"] == "2023-03-20T13:00:00Z"
    assert wrong["events"][0]["start"] == "2023-03-20T09:00:00Z"


def test_a_cancellation_is_told_of_the_same_event(judged, client, planned, ada):
    gathering = planned(**KINDS["elsewhere"][0])
    before = client.get("/gatherings.ics").content
    turns.call_off(gathering, by=ada, because="Snow")

    [[was], [is_]] = [
        calendar["events"] for calendar in judged("calendar.mjs", before, client.get("/gatherings.ics").content)
    ]

    assert (was["uid"], was["status"], was["sequence"]) == (is_["uid"], "TENTATIVE", 3)
    assert (is_["status"], is_["sequence"]) == ("CANCELLED", 4)


def test_whatever_people_write_stays_their_words(judged, client, planned):
    [planned(kind, lede=text, venue=text, **KINDS["a whole day"][0]) for kind, text in NASTY.items()]

    [calendar] = judged("calendar.mjs", client.get("/gatherings.ics").content)

    events = {
        event["summary"]: (event["location"], event["description"].split("\n\n")[1]) for event in calendar["events"]
    }
    assert events == {kind: (readable(text), readable(text)) for kind, text in NASTY.items()}


def readable(text):
    """The same words; the format has one kind of line break and no control characters."""
    for control in "\x01\x08\x0b\x0c\x1b\x7f\x85\ufffe\uffff":
        text = text.replace(control, "")
    return text.replace("\r\n", "\n").replace("\r", "\n")
