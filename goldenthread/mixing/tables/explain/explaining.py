"""Why people sit where they sit, in plain words: as data, and as text.

What is said here may be read by everybody in the room. So the instance is first stripped of all that is nobody else's
concern (wishes to sit apart, needs, lived experience): what is not there cannot leave a trace.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from goldenthread.mixing.tables.explain.wishes import Named, listed
from goldenthread.mixing.tables.instance.least_repeats import least_repeats
from goldenthread.mixing.tables.instance.meetings import Meetings, met_before
from goldenthread.mixing.tables.instance.values import KINDS, Guest, Instance, Plan, Spread, Tally


@dataclass(frozen=True, slots=True)
class Why:
    """Why a table (person is empty) or a person at it came out so. Rounds count from 0."""

    round: int
    table: str
    person: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmet:
    """Something soft that could not be met: how often, the least that any plan can have (where known), the price of forcing it."""

    what: str
    often: int
    least: int | None
    in_words: str
    to_force_it: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    seats: tuple[Why, ...]
    tables: tuple[Why, ...]
    met: tuple[str, ...]
    unmet: tuple[Unmet, ...]
    new_faces: str

    def as_lists(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    def in_short(self) -> str:
        lines = [*self.met, *(f"{one.in_words} {one.to_force_it}".strip() for one in self.unmet), self.new_faces]
        return "\n".join(filter(None, lines))

    def as_text(self, named: Named = str) -> str:
        lines = [self.in_short()]
        for table in self.tables:
            lines += ["", f"Round {table.round + 1}, {table.table}: {' '.join(table.because)}"]
            here = (seat for seat in self.seats if (seat.round, seat.table) == (table.round, table.table))
            lines += [f"  {named(seat.person)} {listed(list(seat.because))}." for seat in here]
        return "\n".join(lines) + "\n"


def explain(instance: Instance, plan: Plan, tally: Tally, named: Named = str) -> Explanation:
    """The whole explanation. What forcing would cost is added by `forcing.priced`, because it takes time."""
    instance = for_everybody(instance)
    meetings = Meetings.of(instance, plan)
    whys = [why for number in range(len(plan.rounds)) for why in _round(instance, plan, number, meetings, named)]
    unmet = tuple(_unmet(instance, tally, meetings))
    return Explanation(
        seats=tuple(why for why in whys if why.person),
        tables=tuple(why for why in whys if not why.person),
        met=tuple(_met(instance, {one.what for one in unmet})),
        unmet=unmet,
        new_faces=_new_faces(tally),
    )


def for_everybody(instance: Instance) -> Instance:
    """The instance without what is nobody else's concern."""
    people = tuple(replace(guest, needs=frozenset(), lived=False) for guest in instance.people)
    tables = tuple(replace(table, features=frozenset()) for table in instance.tables)
    return replace(instance, people=people, tables=tables, apart=())


def _round(instance: Instance, plan: Plan, round_: int, meetings: Meetings, named: Named) -> Iterator[Why]:
    guests = {guest.id: guest for guest in instance.people}
    before = met_before(plan, round_)
    for table, people in zip(instance.tables, plan.rounds[round_], strict=False):
        here = [guests[person] for person in people if person in guests]
        if not here:
            continue
        hosts = [host.person for host in instance.hosts if host.table == table.id and host.hosts(round_)]
        yield Why(round_, table.id, "", tuple(_of_table(here, before, [named(one) for one in hosts if one in people])))
        for guest in here:
            others = [other for other in here if other is not guest]
            because = _of_seat(guest, others, before, named)
            stay = listed([named(other.id) for other in others if meetings.stay(guest.id, other.id)])
            home = any(round_ in group and round_ != group[0] for group in instance.home)
            more = (
                ["hosts this table"] * (guest.id in hosts)
                + [f"stays with {stay}"] * bool(stay)
                + ["stays with the home group"] * home
            )
            yield Why(round_, table.id, guest.id, (*more, *because))


def _of_table(here: Sequence[Guest], before: set[frozenset[str]], hosts: Sequence[str]) -> Iterator[str]:
    yield f"{_many(len(here), 'person', 'people')}."
    if hosts:
        yield f"{listed(list(hosts))} {'hosts' if len(hosts) == 1 else 'host'}."
    sectors = Counter(guest.sector for guest in here if guest.sector)
    if len(sectors) > 1:
        yield f"{len(sectors)} sectors are here."
    new = sum(guest.familiar is False for guest in here)
    if new:
        yield f"{_many(new, 'newcomer')} and {sum(bool(guest.familiar) for guest in here)} who know the practice."
    known = sum(frozenset((a.id, b.id)) in before for at, a in enumerate(here) for b in here[:at])
    if known:
        yield f"{_many(known, 'pair')} met in an earlier round."


def _of_seat(guest: Guest, others: Sequence[Guest], before: set[frozenset[str]], named: Named) -> Iterator[str]:
    familiar = [other for other in others if other.familiar]
    if guest.familiar is False and familiar:
        yield f"is new, and sits with {named(familiar[0].id)}, who knows the practice"
    if guest.familiar and (new := sum(other.familiar is False for other in others)):
        yield f"can meet {_many(new, 'newcomer')}"
    sectors = {other.sector for other in others if other.sector} - {guest.sector}
    if sectors:
        yield f"meets {_many(len(sectors), 'other sector')}"
    new_faces = sum(frozenset((guest.id, other.id)) not in before for other in others)
    yield f"sees {_many(new_faces, 'new face')}"


def _met(instance: Instance, unmet: set[str]) -> Iterator[str]:
    yield "Everybody has one seat in each round in which they are there."
    if instance.hosts:
        yield "Every host who is there is at their table."
    if instance.together:
        yield "Those who asked to stay together do."
    said = {
        "repeats": "Nobody meets anybody twice.",
        "ties": "Nobody sits with somebody they already knew." if instance.ties else "",
        "orphans": _known(instance, "familiar") + "Every newcomer sits with somebody who knows the practice.",
    } | {f"{kind}s": f"{_known(instance, kind)}The {kind}s are spread as evenly as possible." for kind in KINDS}
    asked = {"orphans": False in [g.familiar for g in instance.people]}
    asked |= {f"{kind}s": any(getattr(guest, kind) for guest in instance.people) for kind in KINDS}
    yield from (words for what, words in said.items() if words and asked.get(what, True) and what not in unmet)


def _known(instance: Instance, what: str) -> str:
    """What a sentence rests on, unless it rests on everybody."""
    word = {"familiar": "experience"}.get(what, what)
    known, people = sum(getattr(guest, what) is not None for guest in instance.people), len(instance.people)
    return "" if known == people else f"We know the {word} of {known} of {people} people. "


def _unmet(instance: Instance, tally: Tally, meetings: Meetings) -> Iterator[Unmet]:
    if tally.repeats:
        least = least_repeats(instance)
        best = f" No plan can have fewer than {least}." if least else ""
        yield Unmet(
            "repeats",
            tally.repeats,
            least,
            f"{_often(tally.repeats)} two people who have already met sit together again.{best}",
        )
    known = meetings.of_ties(instance)
    if known:
        yield Unmet("ties", known, None, f"{_often(known)} people who already know each other sit together.")
    if tally.orphans:
        words = f"{_many(tally.orphans, 'table has', 'tables have')} a newcomer and nobody who knows the practice."
        yield Unmet("orphans", tally.orphans, None, words)
    yield from (_uneven(instance, kind, tally.spread[kind]) for kind in KINDS if tally.spread[kind].above > 0)
    if tally.moved:
        yield Unmet("moved", tally.moved, None, f"{_many(tally.moved, 'seat')} changed from what was announced.")


def _uneven(instance: Instance, kind: str, spread: Spread) -> Unmet:
    above, by_chance = spread.above, max(0, round(spread.by_chance - spread.least))
    more = f"{_many(above, 'pair')} more of one {kind} {'sits' if above == 1 else 'sit'} together than if all were spread evenly."
    return Unmet(f"{kind}s", above, 0, f"{_known(instance, kind)}{more} By chance it would be about {by_chance}.")


def _new_faces(tally: Tally) -> str:
    if tally.fewest_new_faces is None or tally.usual_new_faces is None:
        return ""
    fewest, usual = round(100 * tally.fewest_new_faces), round(100 * tally.usual_new_faces)
    return (
        f"On average, {usual} in 100 of the people somebody sits with are new to them."
        f" For the person with the fewest new faces, it’s {fewest} in 100."
    )


def _often(number: int) -> str:
    return "Once," if number == 1 else f"{number} times,"


def _many(number: int, word: str, words: str = "") -> str:
    return f"{number} {word if number == 1 else words or word + 's'}"
