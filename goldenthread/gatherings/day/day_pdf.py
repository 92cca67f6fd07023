"""The day on paper as a PDF: the list for the door, and slips for those without a telephone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from goldenthread.gatherings.day.door_list import DoorListRow
from goldenthread.gatherings.day.door_qr_code import of_slip
from goldenthread.gatherings.day.models import DaySheet, Standing
from goldenthread.gatherings.day.slips import Slip, SlipRow
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.name_order import by_surname
from goldenthread.kit.pdf.sheets import PaperSize, sheet
from goldenthread.kit.qr_code import drawn

TEMPLATES = Path(__file__).resolve().parent / "templates" / "day"
# Lines for people who are on no list.
FREE_LINES = 8


def door_list(gathering: Gathering, rows: Sequence[DoorListRow], size: PaperSize) -> bytes:
    """Everybody by surname, with boxes to tick. Who is here already is ticked."""
    data = {
        "title": gathering.title,
        "when": ", ".join(filter(None, [in_words.when(gathering), gathering.venue])),
        "rows": [_on_the_list(row) for row in sorted(rows, key=lambda row: by_surname(row.name.split(" (")[0]))],
        "free": FREE_LINES,
        "words": {
            "heading": _("Who is here"),
            "name": _("Name"),
            "here": _("Here"),
            "late": _("Joined late, at"),
            "left": _("Left early, at"),
            "slip": _("Took a slip"),
            "others": _("Not on the list"),
            "nobody": _("Nobody has a place yet."),
            "how": _(
                "Tick who comes in, and write the time beside those who join late or leave early. Then type it in under “Who is here”."
                " A slip is for people without a phone who would like to stay in touch with somebody they sit with."
            ),
        },
    }
    return sheet(TEMPLATES / "arrivals.typ", data, size)


def slips(gathering: Gathering, made: Sequence[Slip], day_sheet: DaySheet | None, size: PaperSize) -> bytes:
    """One for each person, to cut out: where they sit, and whom they would like to stay in touch with."""
    to_know = [
        (_("Who you can go to"), day_sheet.turn_to if day_sheet else ""),
        (_("Quiet room"), day_sheet.quiet_room if day_sheet else ""),
    ]
    data = {
        "title": gathering.title,
        "slips": [_slip(gathering, slip) for slip in made],
        "to_know": [(label, words) for label, words in to_know if words],
        "words": {
            "heading": _("Slips"),
            "code": _("QR code for the door"),
            "none": _("Once the tables are announced, the slips are here."),
            "ask": _(
                "Who would you like to stay in touch with? Tick them, and put this slip in the basket. A host types it in, sees it and tears it up. If they don’t tick you, nobody else finds out."
            ),
        },
    }
    return sheet(TEMPLATES / "slips.typ", data, size)


def _on_the_list(row: DoorListRow) -> dict[str, Any]:
    supporter = _("+ supporter") if row.booking.has_supporter else ""
    waits = _("waiting list") if row.waits else ""
    apologies = str(row.standing.label) if row.standing in {Standing.APOLOGIES, Standing.ABSENT} else ""
    return {
        "name": row.name,
        "beside": ", ".join(filter(None, [supporter, waits, apologies])),
        "here": row.is_here or row.standing == Standing.LEFT,
    }


def _slip(gathering: Gathering, slip: Slip) -> dict[str, Any]:
    return {
        "name": slip.name,
        "code": drawn(of_slip(gathering, slip.code)).decode(),
        "rounds": [_round(gathering, row) for row in slip.places],
    }


def _round(gathering: Gathering, row: SlipRow) -> tuple[str, str, Sequence[str]]:
    begins = row.round.starts_at
    starts = in_words.an_hour(begins.astimezone(gathering.zone).time()) if begins else ""
    where = ", ".join(filter(None, [row.table.label, row.table.room]))
    return ", ".join(filter(None, [str(row.round), starts])), where, row.others
