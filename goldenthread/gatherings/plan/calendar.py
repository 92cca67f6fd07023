"""Gatherings as calendars know them (RFC 5545, RFC 7986)."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from icalendar import Calendar, Event, vText, vUri

from goldenthread.gatherings.plan.in_words import where
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import Status, status_of
from goldenthread.kit import clock
from goldenthread.kit.address import absolute
from goldenthread.kit.prose import plain

STATUS = {Status.CANCELLED: "CANCELLED", Status.SETTLED: "CONFIRMED", Status.FULL: "CONFIRMED"}


def calendar(gatherings: Iterable[Gathering], *, name: str, now: datetime) -> bytes:
    """One calendar of all gatherings that have a day, with the time zones they need."""
    whole = Calendar()
    whole.add("prodid", "-//Golden Thread//Gatherings//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    # Told as text, for the library does not know these two and would let a line break through.
    whole.add("name", vText(plain(name)))
    whole.add("x-wr-calname", vText(plain(name)))
    # How often a calendar that follows us should look again.
    whole.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    with_a_day = [gathering for gathering in gatherings if gathering.day]
    for gathering in with_a_day:
        whole.add_component(_event(gathering, now))
    add_zones(whole, [day for gathering in with_a_day for day in (gathering.day, gathering.last_day) if day])
    return bytes(whole.to_ical())


def calendar_to_send(gathering: Gathering) -> str:
    """The calendar of this one gathering as an e-mail brings it; nothing while there is no day."""
    if not gathering.day:
        return ""
    return _calendar_of((gathering.uid, gathering.changed_at, gathering.slug, get_language()))


# To hundreds at once it is the same file, and it takes longer to make than all the rest of an e-mail. The key names the
# moment of the version and not its number: one that was only looked at and taken back leaves its number to the next.
@lru_cache(maxsize=32)
def _calendar_of(key: tuple[UUID, datetime, str, str | None]) -> str:
    gathering = Gathering.objects.with_facts().get(uid=key[0])
    return calendar([gathering], name=gathering.title, now=clock.now()).decode()


def add_zones(whole: Calendar, days: Collection[date]) -> None:
    """The time zones of all that is in this calendar, on these days."""
    whole.add_missing_timezones(*_years(days))
    for clock_change in [*whole.walk("STANDARD"), *whole.walk("DAYLIGHT")]:
        # The library names the hour that clocks go on to. It is to be the one that they leave (RFC 5545, 3.6.5).
        skipped = max(timedelta(), clock_change.decoded("tzoffsetto") - clock_change.decoded("tzoffsetfrom"))
        begins = clock_change.decoded("dtstart") - skipped
        clock_change.pop("dtstart")
        clock_change.add("dtstart", begins)
        if later := clock_change.pop("rdate", None):
            # Thunderbird's parser reads one moment of each RDATE, and where there are some, no DTSTART.
            for moment in [begins, *(each.dt - skipped for each in later.dts)]:
                clock_change.add("rdate", moment)


def _years(days: Collection[date]) -> tuple[date, date]:
    """The years whose clock changes concern these days, and one on either side."""
    years = [day.year for day in days]
    return date(min(years, default=1970) - 1, 1, 1), date(max(years, default=2038) + 2, 1, 1)


def _event(gathering: Gathering, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{gathering.uid}")
    event.add("sequence", gathering.sequence)
    event.add("dtstamp", gathering.changed_at.astimezone(UTC))
    event.add("last-modified", gathering.changed_at.astimezone(UTC))
    event.add("summary", plain(gathering.title))
    _add_times(event, gathering)
    stands = status_of(gathering, now)
    postponed_or_draft = "TENTATIVE" if not gathering.is_settled or gathering.is_postponed else "CONFIRMED"
    event.add("status", STATUS.get(stands, postponed_or_draft))
    page = absolute(gathering.get_absolute_url())
    event.add("description", plain("\n\n".join(filter(None, [str(stands.label), gathering.lede, page]))))
    if place := where(gathering):
        event.add("location", plain(place))
    event["url"] = vUri(page)
    return event


def _add_times(event: Event, gathering: Gathering) -> None:
    if gathering.from_time is None:
        last_day = gathering.last_day or gathering.day
        event.add("dtstart", gathering.day)
        # In a calendar the end of whole days is the morning after.
        event.add("dtend", last_day and last_day + timedelta(days=1))
        return
    event.add("dtstart", gathering.starts_at)
    if gathering.to_time:
        event.add("dtend", gathering.ends_at)
    elif gathering.last_day:
        # The hour is open, the last day is not: without an end, a calendar would show the first day only.
        morning_after = gathering.last_day + timedelta(days=1)
        event.add("dtend", datetime.combine(morning_after, time.min, ZoneInfo(gathering.time_zone)))
