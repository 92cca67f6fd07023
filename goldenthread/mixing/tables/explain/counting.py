"""What plain counting knows of a sitting: that it cannot be done, and the facts that are told beside a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goldenthread.mixing.tables.explain.wishes import Wish, WishedSitting, listed
from goldenthread.mixing.tables.instance.values import Guest, Table


def too_many(sitting: WishedSitting) -> tuple[Wish, ...]:
    """Wishes that plain counting shows to be too many, if it shows any. Milliseconds; `feasibility` then says which."""
    return next(filter(None, (_of_round(sitting, round_) for round_ in sitting.rounds)), ())


def _of_round(sitting: WishedSitting, round_: int) -> tuple[Wish, ...]:
    there = [guest for guest in sitting.people if guest.is_there(round_)]
    tables = [table for table in sitting.tables if table.is_open(round_)]
    hosted = {wish.table for wish in sitting.wishes if wish.kind == "hosts"}
    closed = hosted - {table.id for table in tables}
    hats = {guest.id for guest in there if guest.lived}
    if closed:
        return tuple(wish for wish in sitting.wishes if wish.table in closed)
    if len(hats) == 1:
        return tuple(wish for wish in sitting.wishes if wish.kind == "company" and wish.people[0] in hats)
    for needs in {guest.needs for guest in there}:
        like = {guest.id for guest in there if guest.needs >= needs}
        if len(like) > seats([table for table in tables if table.features >= needs]):
            of_these = (wish for wish in sitting.wishes if wish.kind == "needs" and wish.people[0] in like and needs)
            return (Wish("most"), *of_these)
    if not _fills(tables, hosted, len(there)):
        return tuple(wish for wish in sitting.wishes if wish.kind in {"most", "least", "hosts"})
    return ()


def _fills(tables: Sequence[Table], hosted: set[str], people: int) -> bool:
    """Whether so many people can be dealt out within the sizes: bit n says that n people can."""
    can, all_ = 1, (1 << people + 1) - 1
    for table in tables:
        least, most = min(table.min, people + 1), min(table.max, people)
        used = can << least if most >= least else 0
        reach = 1
        while used and reach <= most - least:
            step = min(reach, most - least + 1 - reach)
            used |= used << step
            reach += step
        can = (used if table.id in hosted else used | can) & all_
    return bool(can >> people & 1)


def seats(tables: Sequence[Table]) -> int:
    """How many people these tables take."""
    return sum(table.max for table in tables)


def facts(sitting: WishedSitting, wishes: tuple[Wish, ...]) -> Iterator[str]:
    """What is so, in words, as far as these wishes depend on it."""
    kinds, round_ = {wish.kind for wish in wishes}, sitting.rounds[0]
    there = [guest for guest in sitting.people if guest.is_there(round_)]
    tables = [table for table in sitting.tables if table.is_open(round_)]
    if "company" in kinds:
        yield _hats(sum(guest.lived for guest in there))
    for needs in dict.fromkeys(wish.needs for wish in wishes if wish.needs):
        places = seats([table for table in tables if table.features.issuperset(needs)])
        yield f"There {_are(places, 'seat')} with {listed(list(needs))}."
    closed = {table.id for table in sitting.tables} - {table.id for table in tables}
    yield from (f"{wish.table} is not open in this round." for wish in wishes if wish.table in closed)
    if kinds & {"most", "least", "apart"} or not tables:
        yield from _sizes(there, tables, kinds)


def _sizes(there: Sequence[Guest], tables: Sequence[Table], kinds: set[str]) -> Iterator[str]:
    yield f"{_many(len(there), 'person', 'people')} {'is' if len(there) == 1 else 'are'} there."
    places = f", with {_many(seats(tables), 'seat')}" if "most" in kinds else ""
    least = f", for at least {min(table.min for table in tables)} each" if "least" in kinds and tables else ""
    yield f"{_many(len(tables), 'table')} {'is' if len(tables) == 1 else 'are'} open{places}{least}."


def _hats(hats: int) -> str:
    return (
        "Only one person in this round has lived experience."
        if hats == 1
        else f"{hats} people in this round have lived experience."
    )


def _are(number: int, word: str) -> str:
    return f"{'is' if number == 1 else 'are'} {_many(number, word)}"


def _many(number: int, word: str, words: str = "") -> str:
    return f"{number} {word if number == 1 else words or word + 's'}"
