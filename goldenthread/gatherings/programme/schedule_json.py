"""schedule.json, by c3voc's schema."""

from __future__ import annotations

import json
from typing import Any

from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.schedule import GENERATOR, Schedule, ScheduleDay, ScheduleEvent
from goldenthread.kit.address import house_address

SCHEMA = "https://c3voc.de/schedule/schema.json"


def schedule_json(programme: PublicProgramme) -> bytes:
    schedule = Schedule(programme)
    whole = {
        "$schema": SCHEMA,
        "generator": {"name": GENERATOR, "url": house_address()},
        "schedule": {"version": schedule.version, "base_url": schedule.url, "conference": _conference(schedule)},
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _conference(schedule: Schedule) -> dict[str, Any]:
    days = schedule.days
    conference = {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": days[0].day.isoformat(),
        "end": days[-1].day.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": "00:05",
        "url": schedule.url,
        "rooms": [{"name": name, "guid": guid} for name, guid in schedule.room_guids.items()],
        "days": [_day(day, schedule) for day in days],
    }
    return conference | ({"time_zone_name": schedule.time_zone} if schedule.time_zone else {})


def _day(day: ScheduleDay, schedule: Schedule) -> dict[str, Any]:
    return {
        "index": day.index,
        "date": day.day.isoformat(),
        "day_start": day.starts_at.isoformat(),
        "day_end": day.ends_at.isoformat(),
        "rooms": {room: [_event(event, schedule) for event in events] for room, events in day.rooms.items()},
    }


def _event(event: ScheduleEvent, schedule: Schedule) -> dict[str, Any]:
    return {
        "guid": event.guid,
        "id": event.id,
        "date": event.date,
        "start": event.start,
        "end": event.end,
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": event.url,
        "title": event.title,
        "subtitle": "",
        "track": None,
        "type": event.kind,
        "language": schedule.language,
        "abstract": event.words,
        "description": "",
        # `public_name` and `id`, and no `name`: with both, the schema takes it for two kinds of person and refuses it.
        "persons": [{"id": key, "public_name": name} for key, name in event.persons],
        "links": [],
    }
