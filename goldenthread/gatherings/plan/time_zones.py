"""The time zones that a gathering may stand in."""

from functools import cache
from zoneinfo import available_timezones


@cache
def time_zones() -> list[tuple[str, str]]:
    """As this machine knows them; it reads six hundred small files for it."""
    return [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())]
