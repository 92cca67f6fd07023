"""Which part of the draft’s grid is on a page: all of it, or of very many rooms twelve, on one day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.programme.free_hours import days_of
from goldenthread.gatherings.programme.loaded import LoadedProgramme, LoadedRoom

MOST_ROOMS = 12


@dataclass(frozen=True)
class PartLink:
    """Leads to another part, or to the one that is on the page."""

    words: str
    address: str
    is_here: bool


@dataclass(frozen=True)
class GridPart:
    """These rooms on these days, and where the others are."""

    days: Sequence[date]
    rooms: Sequence[LoadedRoom]
    links: Sequence[Sequence[PartLink]] = ()


def all_days(programme: LoadedProgramme) -> list[date]:
    """Also those on which there are only tables."""
    zone = programme.gathering.zone
    return sorted({*days_of(programme), *(row.span.starts_at.astimezone(zone).date() for row in programme.rounds)})


def grid_part(programme: LoadedProgramme, query: Mapping[str, str]) -> GridPart:
    """What an address asks for; the first part, where it asks for none that there is."""
    days = all_days(programme)
    if len(programme.rooms) <= MOST_ROOMS or not days:
        return GridPart(days, programme.rooms)
    day = next((day for day in days if day.isoformat() == query.get("day")), days[0])
    pages = Paginator(programme.rooms, MOST_ROOMS)
    shown_page = pages.get_page(query.get("rooms"))
    to_days = [PartLink(date_format(each, "l j F"), _address(each, shown_page.number), each == day) for each in days]
    to_rooms = [
        PartLink(_in_words(list(page.object_list)), _address(day, page.number), page.number == shown_page.number)
        for page in pages
    ]
    return GridPart([day], list(shown_page.object_list), (to_days, to_rooms))


def _in_words(rooms: Sequence[LoadedRoom]) -> str:
    if len(rooms) == 1:
        return rooms[0].name
    return _("%(first)s to %(last)s") % {"first": rooms[0].name, "last": rooms[-1].name}


def _address(day: date, page: int) -> str:
    return f"?{urlencode({'view': 'grid', 'day': day.isoformat(), 'rooms': page})}"
