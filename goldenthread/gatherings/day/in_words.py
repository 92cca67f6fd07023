"""The day as people speak of it."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import time_format

from goldenthread.gatherings.plan.models import Gathering


def clock_time(moment: datetime | None, gathering: Gathering) -> str:
    """Such as "14:05", where the gathering is."""
    return time_format(moment.astimezone(gathering.zone), "G:i") if moment else ""
