"""schedule.xml, by c3voc's schema."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.schedule import GENERATOR, Schedule, ScheduleDay, ScheduleEvent


def schedule_xml(programme: PublicProgramme) -> bytes:
    schedule = Schedule(programme)
    root = Element("schedule")
    SubElement(root, "generator", {"name": GENERATOR})
    _texts(root, {"url": schedule.url, "version": schedule.version})
    _conference(root, schedule)
    for day in schedule.days:
        _day(root, day, schedule)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _conference(root: Element, schedule: Schedule) -> None:
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
    _texts(SubElement(root, "conference"), texts)


def _day(root: Element, day: ScheduleDay, schedule: Schedule) -> None:
    attributes = {
        "index": str(day.index),
        "date": day.day.isoformat(),
        "start": day.starts_at.isoformat(),
        "end": day.ends_at.isoformat(),
    }
    element = SubElement(root, "day", attributes)
    for name, events in day.rooms.items():
        room = SubElement(element, "room", {"name": name, "guid": schedule.room_guids[name]})
        for event in events:
            _event(room, event, schedule.language)


def _event(room: Element, event: ScheduleEvent, language: str) -> None:
    element = SubElement(room, "event", {"guid": event.guid, "id": str(event.id)})
    texts = {
        "date": event.date,
        "start": event.start,
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": event.url,
        "title": event.title,
        "subtitle": "",
        "track": "",
        "type": event.kind,
        "language": language,
        "abstract": event.words,
        "description": "",
    }
    _texts(element, texts)
    persons = SubElement(element, "persons")
    for key, name in event.persons:
        SubElement(persons, "person", {"id": str(key)}).text = name
    SubElement(element, "links")


def _texts(parent: Element, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text
