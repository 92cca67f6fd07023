"""What is asked of the mixer, and what it answers: frozen values that say nothing of how it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Round = tuple[tuple[str, ...], ...]
# By what people differ: each is a field of a guest, and None is not counted.
KINDS = ("sector", "role", "region")


@dataclass(frozen=True, slots=True)
class Guest:
    """One person who comes. `present` counts rounds from 0; None is every round."""

    id: str
    sector: str | None = None
    # True knows the practice, False is a newcomer, None has not said.
    familiar: bool | None = None
    # Wears a lived-experience hat and lets it be used for mixing: then never the only one at a table.
    lived: bool = False
    needs: frozenset[str] = frozenset()
    present: frozenset[int] | None = None
    role: str | None = None
    region: str | None = None

    def is_there(self, round_: int) -> bool:
        return self.present is None or round_ in self.present


@dataclass(frozen=True, slots=True)
class Table:
    """One table: how few and how many may sit there when it is used, what it offers, and when it is open (None: always)."""

    id: str
    min: int = 1
    max: int = 10**9
    features: frozenset[str] = frozenset()
    open: frozenset[int] | None = None

    def is_open(self, round_: int) -> bool:
        return self.open is None or round_ in self.open


@dataclass(frozen=True, slots=True)
class Host:
    """That a person hosts a table, in these rounds (None: in every round in which they are there)."""

    person: str
    table: str
    rounds: frozenset[int] | None = None

    def hosts(self, round_: int) -> bool:
        return self.rounds is None or round_ in self.rounds


@dataclass(frozen=True, slots=True)
class Tie:
    """That two people know each other, or met before so many times."""

    one: str
    other: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """What a blemish costs. The defaults are those of the independent checker, in the order of what matters."""

    repeat: float = 20
    tie: float = 10
    orphan: float = 10
    sector: float = 1
    # Only when some rounds were announced: one person whose announced table changes. Less than any other blemish.
    churn: float = 0.5
    role: float = 1
    region: float = 1

    def of_kind(self, kind: str) -> float:
        return {"sector": self.sector, "role": self.role, "region": self.region}[kind]


@dataclass(frozen=True, slots=True)
class Leanings:
    """What people asked for and nobody is to know: very dear, and never a reason to refuse a plan or to speak of it.

    Who would rather not sit with whom, who with whom, at which table; what a table should offer; and who would rather not be
    the only one with lived experience at theirs.
    """

    apart: frozenset[frozenset[str]] = frozenset()
    beside: frozenset[frozenset[str]] = frozenset()
    tables: tuple[Host, ...] = ()
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Instance:
    """A gathering as the mixer sees it.

    `apart` and `together` are sets of two people or more; `home` names rounds that form one stable group (each inner
    tuple: those rounds in which people sit as in the first of them). `past` holds rounds already held, from the first;
    `announced` the plan that people were told, in full length, which is disturbed as little as possible. Whoever gives
    `leanings`, be it empty ones, is answered within the time that they give, whatever those are.
    """

    rounds: int
    people: tuple[Guest, ...]
    tables: tuple[Table, ...]
    hosts: tuple[Host, ...] = ()
    apart: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    ties: tuple[Tie, ...] = ()
    home: tuple[tuple[int, ...], ...] = ()
    past: tuple[Round, ...] = ()
    announced: tuple[Round, ...] = ()
    weights: Weights = field(default_factory=Weights)
    name: str = ""
    leanings: Leanings | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sits where: for each round, for each table in the instance's order, the ids of the people there."""

    rounds: tuple[Round, ...]

    def seats(self) -> Iterator[tuple[int, int, str]]:
        """Each seat as (round, table, person)."""
        return (
            (number, table, person)
            for number, round_ in enumerate(self.rounds)
            for table, people in enumerate(round_)
            for person in people
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """How evenly one kind is spread over the tables: pairs alike at a table, the fewest there can be, and as many as by chance."""

    pairs: int = 0
    least: int = 0
    by_chance: float = 0.0

    @property
    def above(self) -> int:
        return self.pairs - self.least

    @property
    def mix(self) -> float:
        """1 when as even as can be, 0 as by chance."""
        if self.by_chance <= self.least:
            return 1.0
        return 1 - self.above / (self.by_chance - self.least)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a plan costs, counted as the independent checker counts, which knows sectors and no other kind. `hard` must be 0."""

    hard: int = 0
    repeats: int = 0
    tie_cost: float = 0.0
    orphans: int = 0
    spread: Mapping[str, Spread] = field(default_factory=lambda: dict.fromkeys(KINDS, Spread()))
    fewest_new_faces: float | None = None
    usual_new_faces: float | None = None
    moved: int = 0
    score: float = 0.0
