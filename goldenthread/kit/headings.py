"""Which row of a list names its columns, and which column the people: the same for a list on a page and one at a terminal.

Headings are in English and Welsh, and never tidy: “Participant name”, with a title above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# “List of names for the launch” is a title.
LONGEST_SINGLE_HEADING = 16
EMAIL = re.compile(r"e-?mail|e-?bost|mail address|cyfeiriad e")
SUPPORTER = re.compile(r"supporter|carer|companion|plus one|\+ ?1|cefnog|gofalwr")
NEEDS = re.compile(r"need|access|diet|food|allerg|adjust|anghen|hygyrch|bwyd|deiet")
FIRST_NAME = re.compile(r"\b((fore|first|given) ?names?|enwau? cyntaf)\b")
LAST_NAME = re.compile(r"\b((sur|last|family) ?names?|cyfenw(au)?)\b")
WHOLE_NAME = re.compile(r"\b(full|whole|complete|display)\b|llawn")
# The organisation's name is not a person's, and a friend's is not theirs.
NOT_A_PERSON = re.compile(
    r"organi[sz]ation|team|company|employer|event|venue|file|user ?name|friend|sefydliad|tîm|ffrind"
)
NAME = re.compile(r"\b(names?|who|delegates?|attendees?|participants?|guests?|enwau|enw|pwy)\b")


def is_heading(cells: Sequence[str]) -> bool:
    """A row in which something is called a name. What stands alone and is long is a title above it."""
    filled = [cell for cell in cells if cell]
    return bool(name_columns(filled)) and (len(filled) > 1 or len(filled[0]) <= LONGEST_SINGLE_HEADING)


def name_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """A first and a last name together, or one column that is called a name."""
    ours = [heading for heading in headings if not NOT_A_PERSON.search(heading.casefold())]
    others = [
        heading
        for heading in ours
        if not any(it.search(heading.casefold()) for it in (EMAIL, SUPPORTER, NEEDS, LAST_NAME))
    ]
    first, last, name = first_like(FIRST_NAME, ours), first_like(LAST_NAME, ours), first_like(NAME, others)
    # Beside a surname, what is only called a name is the first one.
    if last and not first and not any(WHOLE_NAME.search(heading.casefold()) for heading in name):
        first = name
    # “Surname, First name” is one column, in which names are written from behind.
    return first if first and first == last else first + last if first and last else name or first or last


def is_turned(heading: str) -> bool:
    """Whether the names below are written as “Peel, Ann”."""
    last, first = LAST_NAME.search(heading.casefold()), FIRST_NAME.search(heading.casefold())
    return bool(last and first and last.start() < first.start())


def turned_back(name: str) -> str:
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and last.strip() else name


def first_like(pattern: re.Pattern[str], headings: Sequence[str], taken: tuple[str, ...] = ()) -> tuple[str, ...]:
    return tuple(heading for heading in headings if heading not in taken and pattern.search(heading.casefold()))[:1]
