"""schedule.xml, by c3voc's schema. Written line by line: five hundred sessions as a tree of elements take three times as long."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.schedule import GENERATOR, Schedule, ScheduleDay, ScheduleEvent


def schedule_xml(programme: PublicProgramme) -> bytes:
    return "\n".join(_lines(Schedule(programme))).encode()


def _lines(schedule: Schedule) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f"<schedule><generator name={quoteattr(GENERATOR)}/>"
    yield _texts({"url": schedule.url, "version": schedule.version})
    yield f"<conference>{_conference(schedule)}</conference>"
    for day in schedule.days:
        yield from _day(day, schedule)
    yield "</schedule>"


def _conference(schedule: Schedule) -> str:
    days = schedule.days
    texts = {
        "title": schedule.title,
        "acronym": schedule.acronym,
        "start": days[0].day.isoformat(),
        "end": days[-1].day.isoformat(),
        "days": str(len(days)),
        "timeslot_duration": "00:05",
        "base_url": schedule.url,
        "url": schedule.url,
        "time_zone_name": schedule.programme.gathering.time_zone,
    }
    return _texts(texts)


def _day(day: ScheduleDay, schedule: Schedule) -> Iterator[str]:
    lasts = f'start="{day.starts_at.isoformat()}" end="{day.ends_at.isoformat()}"'
    yield f'<day index="{day.index}" date="{day.day.isoformat()}" {lasts}>'
    for name, events in day.rooms.items():
        yield f'<room name={quoteattr(name)} guid="{schedule.room_guids[name]}">'
        for event in events:
            yield f'<event guid="{event.guid}" id="{event.id}">{_event(event, schedule)}</event>'
        yield "</room>"
    yield "</day>"


def _event(event: ScheduleEvent, schedule: Schedule) -> str:
    persons = "".join(f'<person id="{key}">{escape(name)}</person>' for key, name in event.persons)
    # Only what somebody wrote can need escaping, and a slug is letters, digits and hyphens.
    return (
        f"<date>{event.date}</date><start>{event.start}</start><duration>{event.duration}</duration>"
        f"<room>{escape(event.room)}</room><slug>{event.slug}</slug><url>{escape(event.url)}</url>"
        f"<title>{escape(event.title)}</title><subtitle></subtitle><track></track><type>{escape(event.kind)}</type>"
        f"<language>{schedule.language}</language><abstract>{escape(event.words)}</abstract><description></description>"
        f"<persons>{persons}</persons><links/>"
    )


def _texts(texts: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())
