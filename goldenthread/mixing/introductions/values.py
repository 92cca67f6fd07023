"""What is asked of the matcher, and what it answers: frozen values that say nothing of how it is done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seeker:
    """Somebody who may be introduced: what they care about, what they offer and what they need, in single words or phrases.

    `limit` is how many introductions they want at most (None: as many as everybody). Whoever pauses is left in peace.
    """

    id: str
    name: str = ""
    sector: str | None = None
    interests: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    limit: int | None = None
    pauses: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """Who is there, who knows whom already, and who must never be introduced to whom.

    `each` is how many introductions a person has at most; `candidates` how many candidates each is compared with at most;
    `step` how much better a pair must be before the difference counts.
    """

    seekers: tuple[Seeker, ...]
    known: frozenset[frozenset[str]] = frozenset()
    never: frozenset[frozenset[str]] = frozenset()
    each: int = 3
    candidates: int = 20
    step: int = 1


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two people, the score that they share, and the reason in words. `never` pairs are not told anywhere."""

    one: str
    other: str
    score: int
    because: str


@dataclass(frozen=True, slots=True)
class Introductions:
    """Who meets whom, the best first; `without` names those who asked and for whom nobody was found, and why."""

    introductions: tuple[Introduction, ...]
    without: tuple[tuple[str, str], ...]
    candidates: int
