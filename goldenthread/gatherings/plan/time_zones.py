"""The time zones that a gathering may stand in."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

# Where people live. Beside them the machine knows names of states and of rules, and even "Factory".
AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
# Nearly every gathering is here.
FIRST = "Europe/London"

Zones = list[tuple[str, str]]


def time_zones(besides: str = "") -> list[tuple[str, str | Zones]]:
    """Ours, and the one that a plan has already; every other real place is one step away."""
    own = [(besides, _in_words(besides))] if besides not in {"", FIRST} else []
    return [
        (FIRST, _("United Kingdom (London)")),
        *own,
        (_("Another time zone"), [place for place in _places() if place[0] not in {FIRST, besides}]),
    ]


@cache
def _places() -> Zones:
    """As this machine knows them; it reads six hundred small files for it."""
    return [(zone, _in_words(zone)) for zone in sorted(available_timezones()) if zone.split("/")[0] in AREAS]


def _in_words(zone: str) -> str:
    return zone.replace("_", " ")
