"""A finished gathering as one folder of plain pages that need no site: what everybody could read, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.afterwards import feeding_back
from goldenthread.gatherings.afterwards.models import Outcome
from goldenthread.gatherings.bookings.glance import glance
from goldenthread.gatherings.bookings.sector_seats import sector_seats
from goldenthread.gatherings.day.held_tables import rounds_of
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.changes import changes_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.by_time import by_time
from goldenthread.gatherings.programme.programme_calendar import calendar_of
from goldenthread.gatherings.programme.public import PublicProgramme, public_programme
from goldenthread.gatherings.programme.schedule_json import schedule_json
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from goldenthread.gatherings.tables.models import Round
from goldenthread.kit.address import absolute
from goldenthread.kit.house import the_house
from goldenthread.kit.stylesheet import JOINED, joined

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

PAGES = {
    "index": gettext_lazy("The gathering"),
    "wall": gettext_lazy("The wall"),
    "feedback": gettext_lazy("Feedback"),
    "changes": gettext_lazy("What changed"),
}
# Where one was shown.
OF_THE_PROGRAMME = {"programme": gettext_lazy("Programme")}


def files(gathering: Gathering, now: datetime) -> dict[str, bytes]:
    """File names and what stands in them. Nobody who came is named; convenors are, as on the page of the
    gathering, and who brings something, as in the programme."""
    context, programme = _context(gathering, now), public_programme(gathering, now)
    names = PAGES | (OF_THE_PROGRAMME if programme else {})
    context |= {"programme": programme, "days": by_time(programme.placings) if programme else []}
    pages = {
        f"{name}.html": render_to_string(f"afterwards/archive/{name}.html", context | {"menu": _menu(names, name)})
        for name in names
    }
    written = {name: page.encode() for name, page in pages.items()}
    return written | {JOINED: joined().encode()} | _programme_files(programme) | dict(_fonts())


def _menu(names: Mapping[str, StrPromise], current: str) -> list[tuple[str, str, bool]]:
    return [(f"{name}.html", str(words), name == current) for name, words in names.items()]


def _programme_files(programme: PublicProgramme | None) -> dict[str, bytes]:
    """For calendars and for the programs of others, as on the site: not of a draft."""
    if programme is None or programme.is_draft:
        return {}
    return {
        "schedule.xml": schedule_xml(programme),
        "schedule.json": schedule_json(programme),
        "schedule.ics": calendar_of(programme, programme.placings),
    }


def as_zip(gathering: Gathering, now: datetime) -> bytes:
    """The same folder, to take away in one file. Made twice, it is the same to the byte."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files(gathering, now).items():
            packed.writestr(zipfile.ZipInfo(f"{gathering.slug}/{name}"), content)
    return held.getvalue()


def as_folder(gathering: Gathering, now: datetime, folder: Path) -> list[Path]:
    written = []
    for name, content in files(gathering, now).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        written.append(folder / name)
    return written


def _context(gathering: Gathering, now: datetime) -> dict[str, Any]:
    house, outcome = the_house(), Outcome.objects.filter(gathering=gathering).first()
    return {
        "gathering": gathering,
        "site": house.name if house else "",
        "when": in_words.when(gathering),
        "facts": _facts(gathering),
        "texts": _texts(gathering, outcome.words if outcome else ""),
        "rounds": [(_hours_of(round_, gathering), str(round_)) for round_ in rounds_of(gathering)],
        "seats": sector_seats(gathering, taken=glance(gathering, now).coming),
        "changes": changes_of(gathering),
        "reflections": list(gathering.reflections.on_the_wall()),
        "questions": feeding_back.by_question(feeding_back.shown_back(gathering, now)),
        "address": absolute(gathering.get_absolute_url()),
        "day": in_words.a_day(timezone.localdate(now)),
    }


def _facts(gathering: Gathering) -> list[tuple[str, str]]:
    convenors = ", ".join(convening.person.known_as for convening in gathering.current_convenings)
    return [
        (_("When"), ", ".join(filter(None, [in_words.when(gathering), in_words.hours(gathering)]))),
        (_("Where"), in_words.where(gathering)),
        (_("Access"), in_words.access(gathering)),
        (_("Convened by"), convenors),
        (_("Hosted by"), gathering.hosted_by),
        (_("Places"), str(gathering.places or "")),
        (_("Cost"), gathering.cost),
        (_("Somebody to turn to"), gathering.safeguarding),
    ]


def _texts(gathering: Gathering, outcome: str) -> list[tuple[str, str]]:
    return [
        (_("What came of it"), outcome),
        (_("What it is about"), gathering.about),
        (_("Who it is for"), gathering.for_whom),
        (_("The day"), gathering.expect),
        (_("Getting there"), gathering.getting_there),
    ]


def _hours_of(round_: Round, gathering: Gathering) -> str:
    return in_words.an_hour(round_.starts_at.astimezone(gathering.zone).time()) if round_.starts_at else ""


def _fonts() -> Iterator[tuple[str, bytes]]:
    """In the same place, so that the style sheet finds them on a memory stick, too."""
    folder = finders.find("fonts")
    for file in sorted(Path(folder).iterdir()) if folder else []:
        yield f"fonts/{file.name}", file.read_bytes()
