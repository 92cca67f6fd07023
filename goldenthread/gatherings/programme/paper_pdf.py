"""A programme as a PDF: a list, a wall, a book in the pocket, large print, a sheet for each door, slips."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.paper_grid import grids
from goldenthread.gatherings.programme.paper_slips import PaperSlip, blank, of_bookings
from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperSession
from goldenthread.kit.address import absolute
from goldenthread.kit.pdf.sheets import PaperSize, sheet
from goldenthread.kit.qr_code import drawn

TEMPLATES = Path(__file__).resolve().parent / "templates" / "programme"
# What can be printed, in the order in which it is offered, and on which paper.
KINDS: dict[str, str | Promise] = {
    "list": gettext_lazy("A list"),
    "wall": gettext_lazy("For the wall"),
    "fold": gettext_lazy("For the pocket"),
    "large": gettext_lazy("In large print"),
    "doors": gettext_lazy("For each door"),
    "slips": gettext_lazy("Slips to fill in"),
}
WORDS = {
    "list": gettext_lazy("Hour by hour, with who brings it and where it is."),
    "wall": gettext_lazy(
        "One large sheet for each day, with the rooms beside each other. The day can be read from two metres."
    ),
    "fold": gettext_lazy(
        "One sheet that folds into a book of eight small pages. How to fold it is printed on the back."
    ),
    "large": gettext_lazy("The same list in type that is easy to read."),
    "doors": gettext_lazy("A sheet for the door of each room, with what happens in it."),
    "slips": gettext_lazy("Four on a sheet, to write down what you have chosen."),
}
SIZES = {
    "wall": (PaperSize.A3, PaperSize.A4),
    "fold": (PaperSize.A4, PaperSize.LETTER),
    "large": (PaperSize.A4, PaperSize.A3, PaperSize.LETTER),
    "doors": (PaperSize.A4, PaperSize.A3, PaperSize.LETTER),
}
# Across and down, in millimetres, with the long side across.
LONG_WAY = {PaperSize.A4: (297, 210), PaperSize.A3: (420, 297), PaperSize.LETTER: (279.4, 215.9)}
# Of a sheet that hangs on a wall: the largest letters, and the smallest with which one sheet is tried.
LETTERS = {PaperSize.A3: (32, 10), PaperSize.A4: (20, 7)}
BLANK_SLIPS = 4
USUAL_SCALE, LARGE_SCALE, DOOR_SCALE = 1.0, 1.6, 1.25


def pdf(kind: str, gathering: Gathering, programme: PaperProgramme, size: PaperSize) -> bytes:
    """One of `KINDS`."""
    if kind == "wall":
        return _wall(gathering, programme, size)
    if kind == "fold":
        across, down = LONG_WAY[size]
        more = {"days": _days(programme), "width": across, "height": down}
        return sheet(TEMPLATES / "fold.typ", _alike(gathering, programme) | more, size)
    if kind == "slips":
        return _slips(gathering, programme, blank(programme, many=BLANK_SLIPS), size)
    return _list(kind, gathering, programme, size)


def slips(
    gathering: Gathering,
    programme: PaperProgramme,
    sessions_by_booking: Mapping[int, Collection[int]],
    size: PaperSize = PaperSize.A4,
) -> bytes:
    """One for each booking, with its own sessions (keys of placings), its tables and what is for everybody."""
    return _slips(gathering, programme, of_bookings(gathering, programme, sessions_by_booking), size)


def one_slip(gathering: Gathering, programme: PaperProgramme, slip: PaperSlip, size: PaperSize) -> bytes:
    """Somebody's own."""
    return _slips(gathering, programme, [slip], size)


def _list(kind: str, gathering: Gathering, programme: PaperProgramme, size: PaperSize) -> bytes:
    if kind == "doors":
        in_use = {session.room for session in programme.sessions}
        rooms = [room for room in programme.rooms if room.name in in_use]
        parts = [(room.name, room.words, programme.in_room(room.name)) for room in rooms]
    else:
        parts = [("", "", programme)]
    data = _alike(gathering, programme) | {
        "scale": {"large": LARGE_SCALE, "doors": DOOR_SCALE}.get(kind, USUAL_SCALE),
        "parts": [{"room": room, "words": words, "days": _days(part)} for room, words, part in parts],
    }
    return sheet(TEMPLATES / "list.typ", data, size)


def _wall(gathering: Gathering, programme: PaperProgramme, size: PaperSize) -> bytes:
    rooms = [room.name for room in programme.rooms]
    sheets = [(in_words.a_day(day.day), grid) for day in programme.days() for grid in grids(day, rooms)]
    largest, smallest = LETTERS[size]
    data = _alike(gathering, programme) | {
        "width": LONG_WAY[size][0],
        "largest": largest,
        "smallest": smallest,
        "grids": [
            {
                "name": name,
                "columns": grid.columns,
                "hours": [in_words.an_hour(hour.time()) for hour in grid.hours],
                "cells": [
                    _session(cell.session)
                    | {"column": cell.column, "row": cell.row, "columns": cell.columns, "rows": cell.rows}
                    for cell in grid.cells
                ],
            }
            for name, grid in sheets
        ],
    }
    return sheet(TEMPLATES / "wall.typ", data, size)


def _slips(gathering: Gathering, programme: PaperProgramme, made: Iterable[PaperSlip], size: PaperSize) -> bytes:
    data = _alike(gathering, programme) | {
        "slips": [{"name": slip.name, "days": _days(slip.programme)} for slip in made]
    }
    return sheet(TEMPLATES / "slips.typ", data, size)


def _days(programme: PaperProgramme) -> list[dict[str, Any]]:
    return [
        {"name": in_words.a_day(day.day), "sessions": [_session(session) for session in day.sessions]}
        for day in programme.days()
    ]


def _session(session: PaperSession) -> dict[str, Any]:
    starts, ends = session.hours
    return {
        "from": starts,
        "to": ends,
        "until": _("to %(hour)s") % {"hour": ends},
        "title": session.title,
        "names": session.names,
        "room": session.room,
        "everybody": session.is_for_everybody,
    }


def _alike(gathering: Gathering, programme: PaperProgramme) -> dict[str, Any]:
    # Of what was not shown nobody but its convenors has a page yet.
    page = reverse("pages:gathering", args=[gathering.slug])
    address = absolute(f"{page}programme/" if programme.is_shown else page)
    place = list(filter(None, [gathering.venue, programme.version]))
    return {
        "title": gathering.title,
        "under": " · ".join(filter(None, [in_words.when_it_will_be(gathering), *place])),
        "place": " · ".join(place),
        "draft": _("Draft") if programme.is_draft else "",
        "address": address.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "picture": drawn(address, error="l").decode(),
        "words": {
            "name": _("Name"),
            "notes": _("Notes"),
            "nothing": _("Nothing has an hour yet."),
            "picture": _("QR code that leads to %(address)s") % {"address": address},
            "how": _(
                "Fold the sheet in half three times and open it again. Fold it in half across, cut along the dashed line, open"
                " it, fold it along its length, and push the ends together."
            ),
        },
    }
