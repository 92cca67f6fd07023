"""What cannot be done is said, not bent: a smallest set of hard wishes that do not go together, in words.

`at_a_glance` is quick enough to ask before every mixing; `conflict` is exact and asks `feasibility`. Neither ever raises a false
alarm: what they name is proved impossible. Minimal means that without any one of the wishes named it could be done.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.mixing.tables.explain.contradictions import contradiction
from goldenthread.mixing.tables.explain.counting import facts
from goldenthread.mixing.tables.explain.minimal_conflict import Impossible, blocks_of, reduced
from goldenthread.mixing.tables.explain.suspects import parts
from goldenthread.mixing.tables.explain.wishes import Named, Wish, WishedSitting, in_words, sittings
from goldenthread.mixing.tables.instance.values import Instance


@dataclass(frozen=True, slots=True)
class Conflict:
    """Wishes that cannot all be met in a round (counted from 0), and the facts that make it so, in words."""

    round: int
    wishes: tuple[Wish, ...]
    facts: tuple[str, ...] = ()
    is_smallest: bool = True

    def in_words(self, named: Named = str) -> str:
        """For whoever made the wishes, and for nobody else."""
        lines = [*self.facts, *in_words(self.wishes, named)]
        return "\n".join([f"Round {self.round + 1} cannot be seated:", *(f"  - {line}" for line in lines)])


def at_a_glance(instance: Instance, seconds: float = 1.8) -> Conflict | None:
    """What to ask before mixing: the conflicts of few people and tables, and those that plain counting shows.

    Milliseconds when there is none. What it cannot see, `doubting` asks of `feasibility` while the search gets nowhere.
    """
    ends = time.monotonic() + seconds
    for sitting in sittings(instance):
        found = _missing_host(sitting) or _contradiction(sitting, ends)
        if found:
            return found
        if found := next(filter(None, (_within(sitting, part, ends) for part in parts(sitting))), None):
            return found
    return None


def _within(sitting: WishedSitting, part: WishedSitting, ends: float) -> Conflict | None:
    """What cannot be done in a part of a sitting cannot be done in the whole: there the smallest set is looked for."""
    is_impossible = _impossible(part, ends)(part.wishes)
    return _named(sitting, blocks_of(sitting, part.wishes), ends) if is_impossible else None


def conflict(instance: Instance, seconds: float = 1.8) -> Conflict | None:
    """A smallest conflict, by the exact programme; None when there is none, or when it could not be known in this time."""
    ends = time.monotonic() + seconds
    different = list(_different(instance))
    for sitting in different:
        found = _missing_host(sitting) or _contradiction(sitting, ends)
        if found:
            return found
    # What is quick to know is asked of every round before what is slow.
    for stage in range(STAGES):
        for sitting in different:
            if found := _smallest(sitting, ends, stage):
                return found
    return None


def _different(instance: Instance) -> Iterator[WishedSitting]:
    """Rounds to which the same people come with the same wishes are judged once."""
    seen: set[object] = set()
    for sitting in sittings(instance):
        open_ = tuple(table.is_open(sitting.rounds[0]) for table in sitting.tables)
        look = (sitting.people, sitting.wishes, open_, sitting.rounds[1:] and sitting.rounds)
        if look not in seen:
            seen.add(look)
            yield sitting


def _missing_host(sitting: WishedSitting) -> Conflict | None:
    """A host who is asked for in a round in which they are not there."""
    there = {guest.id: guest for guest in sitting.people}
    for host in sitting.hosts:
        for round_ in sitting.rounds if host.rounds is not None else ():
            away = host.person not in there or not there[host.person].is_there(round_)
            if host.hosts(round_) and away:
                wish = Wish("hosts", (host.person,), table=host.table)
                return Conflict(round_, (wish,), (f"The host of {host.table} is not there in round {round_ + 1}.",))
    return None


def _contradiction(sitting: WishedSitting, ends: float) -> Conflict | None:
    found = contradiction(sitting) if len(sitting.rounds) == 1 else None
    # Smaller still, if there is only one table: then nobody can sit apart, together or not.
    return _named(sitting, [[wish] for wish in found], ends) if found else None


def _smallest(sitting: WishedSitting, ends: float, stage: int = 0) -> Conflict | None:
    wishes = _more_and_more(sitting.wishes)[stage]
    if stage and wishes == _more_and_more(sitting.wishes)[stage - 1]:
        return None
    is_impossible = _impossible(sitting, ends)(wishes)
    return _named(sitting, blocks_of(sitting, wishes), ends) if is_impossible else None


STAGES = 3


def _more_and_more(wishes: tuple[Wish, ...]) -> tuple[tuple[Wish, ...], ...]:
    """Without the wishes that name two people, because then most people can be counted instead of told apart, which is much
    quicker and often enough; then with those whose people all have other wishes too; then all."""
    simple = tuple(wish for wish in wishes if wish.kind not in PAIRED)
    busy = Counter(person for wish in wishes for person in wish.people)
    close = tuple(wish for wish in wishes if wish.kind not in PAIRED or all(busy[person] > 1 for person in wish.people))
    return simple, close, wishes


PAIRED = {"together", "apart"}


def _impossible(sitting: WishedSitting, ends: float) -> Impossible:
    from goldenthread.mixing.tables.explain.feasibility import can_be_done

    def ask(wishes: Sequence[Wish]) -> bool:
        left = ends - time.monotonic()
        return left > 0 and can_be_done(sitting, wishes, left) is False

    return ask


def _named(sitting: WishedSitting, blocks: list[list[Wish]], ends: float) -> Conflict:
    smallest = tuple(reduced(blocks, _impossible(sitting, ends)))
    return Conflict(sitting.rounds[0], smallest, tuple(facts(sitting, smallest)), time.monotonic() < ends)
