"""Which column of a list holds what, guessed by its heading. Headings are in English and Welsh, and never tidy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.kit.spreadsheets import Spreadsheet

# “List of names for the launch” is a title.
LONGEST_SINGLE_HEADING = 16
# The first that fits takes the column.
EMAIL = re.compile(r"e-?mail|e-?bost|mail address|cyfeiriad e")
SUPPORTER = re.compile(r"supporter|carer|companion|plus one|\+ ?1|cefnog|gofalwr")
NEEDS = re.compile(r"need|access|diet|food|allerg|adjust|anghen|hygyrch|bwyd|deiet")
FIRST_NAME = re.compile(r"\b(fore ?name|first ?name|given ?name|enw cyntaf)\b")
LAST_NAME = re.compile(r"\b(sur ?name|last ?name|family ?name|cyfenw)\b")
# The organisation's name is not a person's.
NOT_A_PERSON = re.compile(r"organi[sz]ation|team|company|employer|event|venue|file|user ?name|sefydliad|tîm")
NAME = re.compile(r"\b(names?|who|delegates?|attendees?|participants?|guests?|enwau|enw|pwy)\b")
LINE = re.compile(r"note|comment|message|remark|nodyn|nodiad|sylw|neges|^line$|^llinell$")
SEATS = re.compile(r"^seats$|^seddi$")
SECTOR = re.compile(r"\bsectors?\b|\bfield\b|\bsetting\b|sectorau|\bmaes\b")
ROLE = re.compile(r"\broles?\b|job title|\bposition\b|\boccupation\b|\bjob\b|swydd|\brôl\b|\brol\b")
REGION = re.compile(r"\bregions?\b|\bnation\b|rhanbarth|\bardal\b")
# How they stand: on our own lists, or on a mailing list; and when they left one (Mailchimp: UNSUB_TIME, CLEAN_TIME).
STATUS = re.compile(r"\bstatus\b|statws|^how it stands$|^y sefyllfa$")
LEFT_AT = re.compile(r"(unsub(scribed?)?|clean(ed)?|bounced?|opt(ed)?[ _-]?out|suppressed)[ _](time|date|at|on)")


@dataclass(frozen=True)
class Columns:
    """Headings by what stands below them, and those that are left out. A name may stand in two columns."""

    names: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    supporter: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    left_at: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def is_heading(cells: Sequence[str]) -> bool:
    """A row in which something is called a name. What stands alone and is long is a title above it."""
    filled = [cell for cell in cells if cell]
    return bool(_names(filled)) and (len(filled) > 1 or len(filled[0]) <= LONGEST_SINGLE_HEADING)


def guess(sheet: Spreadsheet) -> Columns:
    headings = list(sheet.headings)
    names = _names(headings)
    email = _first(EMAIL, headings, names) or _with_addresses(sheet, names)
    status, left_at = _first(STATUS, headings, names + email), _first(LEFT_AT, headings, names + email)
    seats = _first(SEATS, headings, names + email)
    headings = [heading for heading in headings if heading not in status + left_at + seats]
    supporter = _first(SUPPORTER, headings, names + email)
    needs = tuple(
        heading for heading in headings if NEEDS.search(heading.casefold()) and heading not in names + email + supporter
    )
    line = tuple(
        heading
        for heading in headings
        if LINE.search(heading.casefold()) and heading not in names + email + supporter + needs
    )
    used = names + email + supporter + needs + line
    sectors = _first(SECTOR, headings, used)
    role = _first(ROLE, headings, used + sectors)
    region = _first(REGION, headings, used + sectors + role)
    used += sectors + role + region
    left_out = tuple(heading for heading in headings if heading not in used)
    return Columns(names, email, needs, supporter, line, sectors, role, region, seats, status, left_at, left_out)


def _names(headings: Sequence[str]) -> tuple[str, ...]:
    """A first and a last name together, or one column that is called a name."""
    ours = [heading for heading in headings if not NOT_A_PERSON.search(heading.casefold())]
    first, last = _first(FIRST_NAME, ours), _first(LAST_NAME, ours)
    if first and last:
        return first + last
    others = [
        heading
        for heading in ours
        if not any(it.search(heading.casefold()) for it in (EMAIL, SUPPORTER, NEEDS, LAST_NAME))
    ]
    return _first(NAME, others) or first or last


def _first(pattern: re.Pattern[str], headings: Sequence[str], taken: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(heading for heading in headings if heading not in taken and pattern.search(heading.casefold()))[:1]


def _with_addresses(sheet: Spreadsheet, taken: tuple[str, ...]) -> tuple[str, ...]:
    """A column without a telling heading, in which addresses stand."""
    return tuple(
        heading
        for heading in sheet.headings
        if heading not in taken and any("@" in row.cells[heading] for row in sheet.rows)
    )[:1]
