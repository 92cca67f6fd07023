"""The time zones that a gathering may stand in."""

from functools import cache
from zoneinfo import available_timezones

# Where people live. Beside them the machine knows names of states and of rules, and even "Factory".
AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def time_zones(besides: str = "") -> list[tuple[str, str]]:
    """Real places, and the one that a plan has already."""
    places = _places()
    return (
        places if not besides or (besides, _in_words(besides)) in places else [*places, (besides, _in_words(besides))]
    )


@cache
def _places() -> list[tuple[str, str]]:
    """As this machine knows them; it reads six hundred small files for it."""
    return [(zone, _in_words(zone)) for zone in sorted(available_timezones()) if zone.split("/")[0] in AREAS]


def _in_words(zone: str) -> str:
    return zone.replace("_", " ")
