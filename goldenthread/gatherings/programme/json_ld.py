"""Sessions as search engines know them: schema.org's subEvent, with who performs."""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.public import PublicProgramme
from goldenthread.gatherings.programme.public_parts import PublicPlacing


def sub_events(programme: PublicProgramme) -> list[dict[str, Any]]:
    """All but breaks, for which nobody searches."""
    return [_event(placing) for placing in programme.placings if placing.session.kind != SessionKind.BREAK]


def _event(placing: PublicPlacing) -> dict[str, Any]:
    session = placing.session
    event = {
        "@type": "Event",
        "name": session.title,
        "startDate": placing.starts_at.isoformat(),
        "endDate": placing.ends_at.isoformat(),
        "url": placing.url,
        "location": {"@type": "Place", "name": placing.room.name} if placing.room else None,
        "performer": [{"@type": "Person", "name": name} for name in session.speakers.values()] or None,
    }
    return {name: value for name, value in event.items() if value is not None}
