"""Sectors and regions as lists write them, in English and Welsh: read where one can be sure, and otherwise asked of a convenor.

Lived experience is read from no list. People say that of themselves, or nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from hashlib import blake2b

from django.conf import settings
from django.utils import translation

from goldenthread.kit.one_at_a_time import giving_way
from goldenthread.kit.spreadsheets import Spreadsheet, SpreadsheetRow
from goldenthread.people.models import Region, Sector

SECTORS = [choice for choice in Sector.choices if choice[0] != Sector.LIVED_EXPERIENCE]
REGIONS = list(Region.choices)
# Beside the names that the house gives them.
ALSO: dict[str, str] = {
    Sector.HEALTH: r"nhs.*|health ?care|mental health|public health|iechyd meddwl",
    Sector.SOCIAL_CARE: r"social (care|work|services)|adult social care",
    Sector.CRIMINAL_JUSTICE: r"prisons?|probation|justice|police|carchar(dai)?",
    Sector.EDUCATION: r"schools?|universit(y|ies)|academi[ac]|higher education|further education|ysgol(ion)?|prifysgol",
    Sector.THIRD_SECTOR: r"charit(y|ies)|voluntary( sector)?|vcse|vcs|ngo|elusen(nau)?",
    Sector.POLICY: r"policy|commission(er|ers|ing)|government|civil service|polisi|llywodraeth",
    Region.NORTH_EAST: r"north[ -]?east",
    Region.NORTH_WEST: r"north[ -]?west",
    Region.YORKSHIRE: r"yorkshire|humber(side)?",
    Region.EAST_MIDLANDS: r"east midlands",
    Region.WEST_MIDLANDS: r"west midlands",
    Region.EAST: r"east anglia|east england|eastern",
    Region.LONDON: r"greater london",
    Region.SOUTH_EAST: r"south[ -]?east",
    Region.SOUTH_WEST: r"south[ -]?west",
    Region.NORTHERN_IRELAND: r"n\.? ?ireland|ni",
}
# More words than this are no sectors.
MOST_WORDS = 30
# Nobody says more than this of themselves.
MOST_OF_ONE = 50


def sectors_in(cell: str, words: Mapping[str, str] = {}) -> list[str]:
    sectors = (_read("sectors", word, words) for word in _apart(cell)[:MOST_OF_ONE])
    return list(dict.fromkeys(filter(None, sectors)))


def region_in(cell: str, words: Mapping[str, str] = {}) -> str:
    return _read("region", " ".join(cell.split()), words)


def unread(sheet: Spreadsheet, headings: Collection[str], what: str) -> list[str]:
    """What stands in these columns and cannot be read, each once, as it was written first."""
    questions: dict[str, str] = {}
    for row in giving_way(sheet.rows):
        for word in _of_one(row, headings, what):
            plain = word.casefold()
            if plain in questions or _read(what, word, {}) or _is_lived(word):
                continue
            questions[plain] = word
            if len(questions) == MOST_WORDS:
                return list(questions.values())
    return list(questions.values())


def _of_one(row: SpreadsheetRow, headings: Collection[str], what: str) -> list[str]:
    if what == "sectors":
        return _apart(";".join(row.cells[heading] for heading in headings))[:MOST_OF_ONE]
    return [word for heading in headings if (word := " ".join(row.cells[heading].split()))]


def field_of(what: str, word: str) -> str:
    """The name of the question about it, whatever stands in it."""
    return f"word_{what}_{blake2b(word.casefold().encode(), digest_size=6).hexdigest()}"


def _read(what: str, word: str, words: Mapping[str, str]) -> str:
    chosen = words.get(field_of(what, word)) if words else None
    return chosen or _known(what, word.casefold())


@lru_cache(maxsize=2000)
def _known(what: str, plain: str) -> str:
    """A list says the same few words over and over."""
    choices = SECTORS if what == "sectors" else REGIONS
    names = _names()
    return next(
        (str(key) for key, _label in choices if plain in names[key] or re.fullmatch(ALSO.get(key, "(?!)"), plain)), ""
    )


def _apart(cell: str) -> list[str]:
    """“Policy and commissioning” is one of them, so “and” parts nothing."""
    return [word for part in re.split(r"[;,/|\n]", cell) if (word := " ".join(part.split()))]


def _is_lived(word: str) -> bool:
    return word.casefold() in _names()[Sector.LIVED_EXPERIENCE]


@cache
def _names() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for key, label in (*Sector.choices, *REGIONS):
                names.setdefault(key, {key.replace("_", " ")}).add(str(label).casefold())
    return names
