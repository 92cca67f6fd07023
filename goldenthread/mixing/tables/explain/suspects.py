"""Where to look first for what cannot be done: a few people and tables at a time, so that even thousands are quickly judged.

Each part leaves people, tables or wishes out in such a way that what cannot be done in it cannot be done at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from goldenthread.mixing.tables.explain.counting import seats, too_many
from goldenthread.mixing.tables.explain.wishes import WishedSitting
from goldenthread.mixing.tables.instance.values import Guest, Table

# A need that so few tables meet is looked at with the wishes of its people; where more do, people can evade each other.
RARE = 6
# So few people of lived experience are looked at with their wishes: of more, some can always sit together.
HANDFUL = 8


def parts(sitting: WishedSitting) -> Iterator[WishedSitting]:
    """Parts of this sitting, with their wishes, in which something may be impossible. `feasibility` must say whether it is."""
    if few := too_many(sitting):
        yield replace(sitting, wishes=few)
    for round_ in sitting.rounds:
        there = tuple(guest for guest in sitting.people if guest.is_there(round_))
        tables = tuple(table for table in sitting.tables if table.is_open(round_))
        one = replace(sitting, rounds=(round_,), people=there, tables=tables)
        yield from _crowds(one)
        yield from _needs(one)
        yield from _hats(one)


def _crowds(sitting: WishedSitting) -> Iterator[WishedSitting]:
    """People kept together for whom no table has the seats, or meets all their needs."""
    there = {guest.id: guest for guest in sitting.people}
    pinned = {wish.people[0]: wish.table for wish in sitting.wishes if wish.kind == "hosts"}
    places = {table.id: table for table in sitting.tables}
    for crowd in _kept_together(sitting):
        here = [there[person] for person in crowd if person in there]
        needs = frozenset(need for guest in here for need in guest.needs)
        at = {pinned[person] for person in crowd if person in pinned}
        tables = [places[table] for table in at if table in places] if at else sitting.tables
        fits = any(t.max >= len(here) and t.features >= needs and at <= {t.id} for t in tables)
        if here and not fits:
            yield _part(sitting, here, sitting.tables)


def _kept_together(sitting: WishedSitting) -> Iterable[set[str]]:
    crowd_of: dict[str, set[str]] = {}
    for wish in sitting.wishes:
        if wish.kind == "together":
            met = {id(crowd): crowd for person in wish.people if (crowd := crowd_of.get(person))}
            # The largest takes the others in, so that a long chain of people is not copied again and again.
            whole, *others = sorted(met.values(), key=len, reverse=True) or [set()]
            joining = set(wish.people).union(*others)
            whole |= joining
            crowd_of |= dict.fromkeys(joining, whole)
    return {id(crowd): crowd for crowd in crowd_of.values()}.values()


def _needs(sitting: WishedSitting) -> Iterator[WishedSitting]:
    """Who needs something, and who hosts where it is: they all sit at these tables, and perhaps they cannot."""
    for needs in dict.fromkeys(guest.needs for guest in sitting.people if guest.needs):
        tables = [table for table in sitting.tables if table.features >= needs]
        places = {table.id for table in tables}
        hosts = {wish.people[0] for wish in sitting.wishes if wish.table in places}
        like = [guest for guest in sitting.people if guest.needs >= needs or guest.id in hosts]
        few = _part(sitting, like, tables)
        if len(tables) <= RARE and any(wish.kind in {"together", "apart"} for wish in few.wishes):
            yield few
        elif len(like) > seats(tables):
            yield _part(sitting, like, tables, without={"together", "apart", "company"})


def _hats(sitting: WishedSitting) -> Iterator[WishedSitting]:
    hats = [guest for guest in sitting.people if guest.lived]
    few = _part(sitting, hats, sitting.tables)
    if 1 < len(hats) <= HANDFUL and any(wish.kind not in {"most", "company"} for wish in few.wishes):
        yield few


def _part(
    sitting: WishedSitting, people: Sequence[Guest], tables: Sequence[Table], without: Iterable[str] = ()
) -> WishedSitting:
    """With the wishes of these people among themselves. Who is of lived experience may find company outside."""
    here = {guest.id for guest in people}
    never = {"least", *without} | (set() if all(g.id in here for g in sitting.people if g.lived) else {"company"})
    wishes = tuple(wish for wish in sitting.wishes if wish.kind not in never and here.issuperset(wish.people))
    return replace(sitting, people=tuple(people), tables=tuple(tables), wishes=wishes)
