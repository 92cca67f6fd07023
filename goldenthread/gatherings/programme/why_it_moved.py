"""Why the day of a programme moved, as its convenors said it."""

from __future__ import annotations

from datetime import datetime

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.reasons import reasons_since
from goldenthread.gatherings.plan.urgent_changes import differences_since


def why_it_moved(gathering: Gathering, since: datetime) -> str:
    """For whoever knows a version of the programme of that moment. Empty if the day is the same."""
    versions = gathering.history.filter(changed_at__lte=since).order_by("-sequence")
    number: int | None = versions.values_list("sequence", flat=True).first()
    if number is None or not any(difference.key == "when" for difference in differences_since(gathering, number)):
        return ""
    return "\n\n".join(reasons_since(gathering, number))
