"""A finished gathering as one folder of plain HTML that needs no house: what everybody could read, and nothing else."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from goldenthread.gatherings.afterwards import feeding_back
from goldenthread.gatherings.afterwards.models import Outcome
from goldenthread.gatherings.day.held_tables import rounds_of
from goldenthread.gatherings.day.models import Reflection
from goldenthread.gatherings.plan import in_words
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.address import absolute

PAGES = ["index", "wall", "feedback"]
STYLESHEET = Path(__file__).resolve().parent / "templates" / "afterwards" / "archive" / "archive.css"


def pages(gathering: Gathering, now: datetime) -> dict[str, str]:
    """File names and what stands in them. Nobody who came is named; convenors are, as on the page of the gathering."""
    context: dict[str, Any] = {
        "gathering": gathering,
        "when": in_words.when(gathering),
        "hours": in_words.hours(gathering),
        "where": in_words.where(gathering),
        "convenors": [convening.person.known_as for convening in gathering.current_convenings],
        "rounds": [str(round_) for round_ in rounds_of(gathering)],
        "outcome": Outcome.objects.filter(gathering=gathering).first(),
        "reflections": list(Reflection.objects.filter(gathering=gathering).on_the_wall()),
        "questions": feeding_back.by_question(feeding_back.shown_back(gathering, now)),
        "address": absolute(gathering.get_absolute_url()),
    }
    written = {f"{name}.html": render_to_string(f"afterwards/archive/{name}.html", context) for name in PAGES}
    return written | {"archive.css": STYLESHEET.read_text(encoding="utf-8")}


def as_zip(gathering: Gathering, now: datetime) -> bytes:
    """The same folder, to take away in one file. Made twice, it is the same to the byte."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in pages(gathering, now).items():
            packed.writestr(zipfile.ZipInfo(f"{gathering.slug}/{name}"), words)
    return held.getvalue()


def as_folder(gathering: Gathering, now: datetime, folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, words in pages(gathering, now).items():
        (folder / name).write_text(words, encoding="utf-8")
        written.append(folder / name)
    return written
