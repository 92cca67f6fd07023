"""A gathering as search engines know it: schema.org's Event, in JSON-LD."""

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.status import Status, status_of
from goldenthread.gatherings.programme.json_ld import sub_events
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.kit import clock
from goldenthread.kit.address import absolute

STATUS = {Status.CANCELLED: "EventCancelled", Status.POSTPONED: "EventPostponed"}
MODE = {
    Gathering.Attendance.IN_PERSON: "OfflineEventAttendanceMode",
    Gathering.Attendance.ONLINE: "OnlineEventAttendanceMode",
    Gathering.Attendance.BOTH: "MixedEventAttendanceMode",
}


def event(gathering: Gathering, programme: PublicProgramme | None = None) -> SafeString | None:
    """The JSON to stand in the page, with what happens on the day; None while there is no day, for an Event needs one."""
    if not gathering.day:
        return None
    page = absolute(gathering.get_absolute_url())
    properties: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": gathering.title,
        "description": gathering.lede or None,
        "url": page,
        "startDate": _start(gathering),
        "endDate": _end(gathering),
        "eventStatus": f"https://schema.org/{STATUS.get(status_of(gathering, clock.now()), 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{MODE[Gathering.Attendance(gathering.way)]}",
        "location": _location(gathering, page),
        "organizer": {"@type": "Organization", "name": gathering.hosted_by, "url": page}
        if gathering.hosted_by
        else None,
        "maximumAttendeeCapacity": gathering.places,
        # A draft is not what somebody should find by searching for an hour.
        "subEvent": sub_events(programme) if programme and not programme.is_draft else None,
    }
    return _in_a_page({name: value for name, value in properties.items() if value is not None})


def _start(gathering: Gathering) -> str:
    moment = gathering.starts_at if gathering.from_time else gathering.day
    return moment.isoformat() if moment else ""


def _end(gathering: Gathering) -> str | None:
    moment = gathering.ends_at if gathering.to_time else gathering.last_day
    return moment.isoformat() if moment else None


def _location(gathering: Gathering, page: str) -> Any:
    place = None
    if gathering.venue or gathering.address:
        place = {
            "@type": "Place",
            "name": gathering.venue or gathering.address,
            "address": gathering.address or gathering.venue,
        }
    online = {"@type": "VirtualLocation", "url": page}
    return {Gathering.Attendance.IN_PERSON: place, Gathering.Attendance.ONLINE: online}.get(
        Gathering.Attendance(gathering.way), [place, online] if place else online
    )


def _in_a_page(properties: dict[str, Any]) -> SafeString:
    # A title may hold "</script>": no "<" gets into the page as it is.
    text = (
        json.dumps(properties, ensure_ascii=False)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return mark_safe(text)  # noqa: S308  # escaped in the line above, which a test attacks
