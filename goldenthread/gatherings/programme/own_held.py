"""What somebody brought before they became a convenor: while the decision about it is held back, the draft does not tell it to them."""

from __future__ import annotations

from dataclasses import replace

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.last_moves import Move
from goldenthread.gatherings.programme.loaded import LoadedProgramme
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.releasing import NextRelease
from goldenthread.gatherings.voices.deciding import bring
from goldenthread.gatherings.voices.models import Decision
from goldenthread.people.models import Person


def hidden_from(person: Person, gathering: Gathering) -> set[int]:
    """The keys of their sessions of which they are not told yet."""
    own = bring(person, gathering)
    if not own:
        return set()
    made_known = Decision.objects.of(gathering).made_known().values("contribution")
    held_back = Session.objects.of(gathering).filter(contribution__in=own).exclude(contribution__in=made_known)
    return set(held_back.values_list("pk", flat=True))


def without_sessions(programme: LoadedProgramme, hidden: set[int]) -> LoadedProgramme:
    sessions = tuple(session for session in programme.sessions if session.pk not in hidden)
    placings = tuple(placing for placing in programme.placings if placing.session.pk not in hidden)
    return replace(programme, sessions=sessions, placings=placings)


def moves_without(moves: list[Move], hidden: set[int]) -> list[Move]:
    return [move for move in moves if move.change.session_id not in hidden]


def release_without(coming: NextRelease, hidden: set[int]) -> NextRelease:
    """It shows the same to everybody: only what is said to convenors beside it is less."""
    left_out = [left for left in coming.frozen.left_out if left.session.pk not in hidden]
    return replace(coming, frozen=replace(coming.frozen, left_out=left_out))
