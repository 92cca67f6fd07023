"""A programme as the machine is to see it: hours as slots, what has to find a place, and what stands already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil, gcd

from goldenthread.gatherings.programme.drafting_hours import hours_of, stretches
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme, LoadedRoom, LoadedSession, Speaker
from goldenthread.gatherings.programme.models import SessionKind
from goldenthread.gatherings.programme.spans import Span
from goldenthread.mixing.timetable.values import Programme, Room, Session, Slot

QUARTER = 15
ANY_NUMBER = 10**6
# How many people hope for both of two sessions, by their keys.
Interest = Mapping[tuple[int, int], int]


@dataclass(frozen=True)
class ToPlace:
    """A session that the machine finds a place for: which of the times that it is held, and where it stands so far."""

    session: LoadedSession
    number: int
    placing: LoadedPlacing | None

    @property
    def id(self) -> str:
        return f"{self.session.pk}.{self.number}"


@dataclass(frozen=True)
class DraftInput:
    """What the machine is asked, and what its slots and rooms are called here."""

    problem: Programme
    to_place: Mapping[str, ToPlace]
    slots: Mapping[str, Span]
    rooms: Mapping[str, LoadedRoom]


def to_place_of(programme: LoadedProgramme, *, keeps_placed: bool) -> list[ToPlace]:
    """Sessions without an hour; and those that have one which is not pinned, if they need not stay.

    What nobody brings, such as a welcome, has its hour from the convenors: it stays where they put it.
    """
    sessions = [session for session in programme.unplaced if _is_for_a_room(session)]
    waiting = [ToPlace(session, 1, None) for session in sessions]
    loose = [placing for placing in programme.placings if not placing.is_pinned and _is_brought(placing.session)]
    return waiting + [ToPlace(placing.session, placing.number, placing) for placing in loose if not keeps_placed]


def _is_brought(session: LoadedSession) -> bool:
    return bool(session.speakers) and _is_for_a_room(session)


def _is_for_a_room(session: LoadedSession) -> bool:
    return session.kind == SessionKind.CONTRIBUTION and not (session.is_withdrawn or session.is_turned_down)


def standing(programme: LoadedProgramme, to_place: Iterable[ToPlace]) -> list[LoadedPlacing]:
    """What stays where it is."""
    moving = {candidate.placing.pk for candidate in to_place if candidate.placing}
    return [placing for placing in programme.placings if placing.pk not in moving]


def coarsest_slot(to_place: Iterable[ToPlace]) -> int:
    """Minutes: as long as all lengths are multiples of it, so that sessions begin together. A quarter of an hour at least."""
    return max(QUARTER, gcd(*(candidate.session.minutes for candidate in to_place)))


def draft_input(
    programme: LoadedProgramme, to_place: list[ToPlace], minutes: int, interest: Interest | None = None
) -> DraftInput:
    """In slots of so many minutes. What stands already closes its room, and its voices are elsewhere meanwhile."""
    slots = {str(n): (str(day), span) for n, (day, span) in enumerate(_slots(stretches(programme), minutes))}
    spans = {name: span for name, (_day, span) in slots.items()}
    stays = standing(programme, to_place)
    # The smallest first: of two rooms that suit, the larger one stays free.
    rooms = sorted(programme.rooms, key=lambda room: (room.capacity is None, room.capacity or 0, room.number))
    problem = Programme(
        slots=tuple(Slot(name, day, _late(span, programme)) for name, (day, span) in slots.items()),
        rooms=tuple(_room(room, stays, spans) for room in rooms),
        sessions=tuple(_session(programme, candidate, minutes) for candidate in to_place),
        away=_away(programme, stays, spans),
        interest=tuple(_pairs(to_place, interest or {})),
    )
    return DraftInput(
        problem, {candidate.id: candidate for candidate in to_place}, spans, {str(room.pk): room for room in rooms}
    )


def _slots(parts: Iterable[Span], minutes: int) -> Iterator[tuple[int, Span]]:
    """Each with the stretch that it is in: no session lasts over a break."""
    step = timedelta(minutes=minutes)
    for number, part in enumerate(parts):
        begins = part.starts_at
        while begins + step <= part.ends_at:
            yield number, Span(begins, begins + step)
            begins += step


def _late(slot: Span, programme: LoadedProgramme) -> int:
    """How many minutes after its day began."""
    begun = max(hours.starts_at for hours in hours_of(programme.gathering) if hours.starts_at <= slot.starts_at)
    return (slot.starts_at - begun) // timedelta(minutes=1)


def _room(room: LoadedRoom, stays: Iterable[LoadedPlacing], slots: Mapping[str, Span]) -> Room:
    taken = [*room.closures, *(placing.span for placing in stays if placing.room and placing.room.pk == room.pk)]
    is_open = frozenset(name for name, slot in slots.items() if not any(span.meets(slot) for span in taken))
    return Room(str(room.pk), ANY_NUMBER if room.capacity is None else room.capacity, open=is_open)


def _session(programme: LoadedProgramme, candidate: ToPlace, minutes: int) -> Session:
    length = ceil(candidate.session.minutes / minutes)
    names = frozenset(key for voice in candidate.session.voices for key in keys_of(voice, programme))
    # Held twice, it is not held twice at once.
    return Session(
        candidate.id,
        speakers=names | {f"session {candidate.session.pk}"},
        demand=_demand(programme, candidate.session),
        length=length,
    )


def _demand(programme: LoadedProgramme, session: LoadedSession) -> int:
    """How many may come: as many as are let in, and otherwise an equal share of all who have a place at the gathering."""
    share = ceil((programme.gathering.places or 0) / max(1, len(programme.rooms)))
    return share if session.most_people is None else min(session.most_people, share or session.most_people)


def keys_of(speaker: Speaker, programme: LoadedProgramme) -> frozenset[str]:
    """By their address; where one of two has none, by the name (`Speaker.is_same_as`)."""
    if speaker.address:
        return frozenset({speaker.address})
    name = speaker.name.casefold()
    known = [voice for session in programme.sessions for voice in session.voices]
    return frozenset({name, *(voice.address for voice in known if voice.address and voice.name.casefold() == name)})


def _away(
    programme: LoadedProgramme, stays: Iterable[LoadedPlacing], slots: Mapping[str, Span]
) -> dict[str, frozenset[str]]:
    busy: defaultdict[str, set[Span]] = defaultdict(set)
    for session in programme.sessions:
        for voice in session.voices:
            for key in keys_of(voice, programme):
                busy[key].update(voice.away)
    for placing in stays:
        busy[f"session {placing.session.pk}"].add(placing.span)
        for voice in placing.session.voices:
            for key in keys_of(voice, programme):
                busy[key].add(placing.span)
    return {
        key: frozenset(name for name, slot in slots.items() if any(span.meets(slot) for span in spans))
        for key, spans in busy.items()
    }


def _pairs(to_place: Iterable[ToPlace], interest: Interest) -> Iterator[tuple[str, str, int]]:
    numbers: defaultdict[int, list[str]] = defaultdict(list)
    for candidate in to_place:
        numbers[candidate.session.pk].append(candidate.id)
    for (first_pk, second_pk), people in interest.items():
        yield from ((first, second, people) for first in numbers[first_pk] for second in numbers[second_pk])
