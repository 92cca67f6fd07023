"""Which column of a list holds what, guessed by its heading. Headings are in English and Welsh, and never tidy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from goldenthread.kit.headings import EMAIL, NEEDS, SUPPORTER, first_like, name_columns
from goldenthread.kit.spreadsheets import Spreadsheet

# The first that fits takes the column.
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


def guess(sheet: Spreadsheet) -> Columns:
    headings = list(sheet.headings)
    names = name_columns(headings)
    email = first_like(EMAIL, headings, names) or _with_addresses(sheet, names)
    status, left_at = first_like(STATUS, headings, names + email), first_like(LEFT_AT, headings, names + email)
    seats = first_like(SEATS, headings, names + email)
    headings = [heading for heading in headings if heading not in status + left_at + seats]
    supporter = first_like(SUPPORTER, headings, names + email)
    needs = tuple(
        heading for heading in headings if NEEDS.search(heading.casefold()) and heading not in names + email + supporter
    )
    line = tuple(
        heading
        for heading in headings
        if LINE.search(heading.casefold()) and heading not in names + email + supporter + needs
    )
    used = names + email + supporter + needs + line
    sectors = first_like(SECTOR, headings, used)
    role = first_like(ROLE, headings, used + sectors)
    region = first_like(REGION, headings, used + sectors + role)
    used += sectors + role + region
    left_out = tuple(heading for heading in headings if heading not in used)
    return Columns(names, email, needs, supporter, line, sectors, role, region, seats, status, left_at, left_out)


def _with_addresses(sheet: Spreadsheet, taken: tuple[str, ...]) -> tuple[str, ...]:
    """A column without a telling heading, in which addresses stand."""
    return tuple(
        heading
        for heading in sheet.headings
        if heading not in taken and any("@" in row.cells[heading] for row in sheet.rows)
    )[:1]
