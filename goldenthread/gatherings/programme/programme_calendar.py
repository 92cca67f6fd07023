"""The programme as calendars know it: an event for each time that something is held (RFC 5545)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vText, vUri

from goldenthread.gatherings.plan import in_words as plan_in_words
from goldenthread.gatherings.plan.calendar import add_zones
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing
from goldenthread.kit.address import absolute
from goldenthread.kit.prose import plain


def calendar_of(
    programme: PublicProgramme, placings: Collection[PublicPlacing], *, cancelled: Collection[PublicPlacing] = ()
) -> bytes:
    """`cancelled` stand in it as what they are: a calendar that has them takes them out."""
    whole = Calendar()
    whole.add("prodid", "-//Golden Thread//Programme//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    name = plain(programme.gathering.title)
    # As text, for the library does not know these two and would let a line break through.
    whole.add("name", vText(name))
    whole.add("x-wr-calname", vText(name))
    # How often a calendar that follows us should look again.
    whole.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    stands = "CANCELLED" if programme.gathering.is_called_off else "CONFIRMED"
    for event in [*_events(programme, placings, stands), *_events(programme, cancelled, "CANCELLED")]:
        whole.add_component(event)
    add_zones(whole, {placing.day for placing in [*placings, *cancelled]})
    return bytes(whole.to_ical())


def _events(programme: PublicProgramme, placings: Iterable[PublicPlacing], status: str) -> Iterable[Event]:
    venue = plan_in_words.where(programme.gathering)
    shown_at = programme.at.astimezone(UTC)
    for placing in placings:
        event = Event()
        event.add("uid", str(placing.guid))
        # It grows with every release, whether this one session moved or not.
        event.add("sequence", programme.number)
        event.add("dtstamp", shown_at)
        event.add("last-modified", shown_at)
        event.add("summary", plain(placing.session.title))
        event.add("dtstart", _moment(placing.starts_at))
        event.add("dtend", _moment(placing.ends_at))
        event.add("status", status)
        event.add("location", plain(", ".join(filter(None, [placing.room_name, venue]))))
        event.add("description", plain("\n\n".join(filter(None, _lines(placing)))))
        event["url"] = vUri(absolute(placing.address))
        yield event


def _moment(moment: datetime) -> datetime:
    """By the clock on the wall; an hour that it shows twice means the first of them to a calendar, so the second is in UTC."""
    return moment if moment.utcoffset() == moment.replace(fold=0).utcoffset() else moment.astimezone(UTC)


def _lines(placing: PublicPlacing) -> list[str]:
    return [placing.session.names, placing.session.words, absolute(placing.address)]
