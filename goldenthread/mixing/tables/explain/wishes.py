"""Hard wishes, one by one and in words, so that those which do not go together can be named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby

from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table

Named = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that must be so in a round. `kind` is one of KINDS."""

    kind: str
    people: tuple[str, ...] = ()
    table: str = ""
    needs: tuple[str, ...] = ()

    def in_words(self, named: Named = str) -> str:
        """For whoever made the wishes, and for nobody else."""
        people = listed([named(one) for one in self.people])
        return KINDS[self.kind].format(people=people, table=self.table, needs=listed(list(self.needs)))


KINDS = {
    "most": "No table seats more than it has seats.",
    "least": "Each table that is used seats at least as many as it should.",
    "needs": "{people} needs a table with {needs}.",
    "company": "{people} should not be the only one with lived experience at their table.",
    "hosts": "{people} hosts {table}.",
    "together": "{people} sit together.",
    "apart": "{people} sit apart.",
}


@dataclass(frozen=True, slots=True)
class WishedSitting:
    """One round, or several that form one home group: everybody sits at one table in all of them."""

    rounds: tuple[int, ...]
    people: tuple[Guest, ...]
    tables: tuple[Table, ...]
    hosts: tuple[Host, ...]
    wishes: tuple[Wish, ...]

    def are_together(self, *people: Guest) -> bool:
        """Whether they are all there in some round of it."""
        return any(all(guest.is_there(round_) for guest in people) for round_ in self.rounds)


def sittings(instance: Instance) -> Iterator[WishedSitting]:
    """What is still to be seated; what was held is not judged any more."""
    to_come = range(len(instance.past), instance.rounds)
    homes = [tuple(round_ for round_ in home if round_ in to_come) for home in instance.home]
    grouped = {round_ for home in homes for round_ in home}
    for rounds in [*filter(None, homes), *((round_,) for round_ in to_come if round_ not in grouped)]:
        people = tuple(guest for guest in instance.people if any(map(guest.is_there, rounds)))
        hosts = tuple(host for host in instance.hosts if any(map(host.hosts, rounds)))
        sitting = WishedSitting(rounds, people, instance.tables, hosts, ())
        yield WishedSitting(rounds, people, instance.tables, hosts, tuple(_wishes(instance, sitting)))


def _wishes(instance: Instance, sitting: WishedSitting) -> Iterator[Wish]:
    """In the order in which we would rather name them last: the first to be given up is the last in this list."""
    there = {guest.id: guest for guest in sitting.people}
    yield Wish("most")
    if any(table.min > 1 for table in sitting.tables):
        yield Wish("least")
    for guest in sitting.people:
        if guest.needs:
            yield Wish("needs", (guest.id,), needs=tuple(sorted(guest.needs)))
    yield from (Wish("company", (guest.id,)) for guest in sitting.people if guest.lived)
    yield from (
        Wish("hosts", (host.person,), table=host.table) for host in sitting.hosts if _hosts(host, sitting, there)
    )
    for kind, sets in (("together", instance.together), ("apart", instance.apart)):
        for one in dict.fromkeys(sets):
            here = tuple(sorted(person for person in one if person in there))
            if any(sitting.are_together(there[a], there[b]) for a, b in combinations(here, 2)):
                yield Wish(kind, here)


def _hosts(host: Host, sitting: WishedSitting, there: Mapping[str, Guest]) -> bool:
    return host.person in there and any(host.hosts(r) and there[host.person].is_there(r) for r in sitting.rounds)


def listed(words: list[str]) -> str:
    """`Ann`, `Ann and Bo`, `Ann, Bo and Cy`."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def in_words(wishes: tuple[Wish, ...], named: Named = str) -> list[str]:
    """One line per wish; needs that are alike share one."""
    lines: list[str] = []
    for (kind, needs), alike in groupby(wishes, key=lambda wish: (wish.kind, wish.needs)):
        same = list(alike)
        if kind == "needs" and len(same) > 1:
            people = listed([named(wish.people[0]) for wish in same])
            lines.append(f"{len(same)} people need a table with {listed(list(needs))}: {people}.")
        else:
            lines += [wish.in_words(named) for wish in same]
    return lines
