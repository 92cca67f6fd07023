"""What does not go together in a programme, in words. It warns and refuses nothing: convenors may know better.

Pure functions over a loaded programme.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum

from django.utils.translation import gettext as _

from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme
from goldenthread.gatherings.programme.models import SessionKind

AT_TABLES = {SessionKind.TABLES, SessionKind.MEETING}


class WarningKind(StrEnum):
    """What a warning is about."""

    ELSEWHERE = "elsewhere"
    AWAY = "away"
    GONE = "gone"
    WITHDRAWN = "withdrawn"
    NO_ROOM = "no_room"
    TOO_SMALL = "too_small"
    CLOSED = "closed"
    OVERLAP = "overlap"
    TABLES = "tables"
    HOURS = "hours"


@dataclass(frozen=True)
class PlacingWarning:
    """One thing to look at, about one placing."""

    kind: WarningKind
    words: str


def warnings_of(programme: LoadedProgramme) -> dict[int, list[PlacingWarning]]:
    """By the key of each placing."""
    beside = _beside(programme.placings)
    return {placing.pk: warnings_beside(programme, placing, beside[placing.pk]) for placing in programme.placings}


def warnings_at(programme: LoadedProgramme, placing: LoadedPlacing) -> list[PlacingWarning]:
    """Of a placing that is only thought of."""
    return warnings_beside(programme, placing, others_beside(programme, placing))


def warnings_beside(
    programme: LoadedProgramme, placing: LoadedPlacing, beside: Sequence[LoadedPlacing]
) -> list[PlacingWarning]:
    """The same, for whoever asks about several rooms at one hour."""
    return list(_warnings(programme, placing, beside))


def others_beside(programme: LoadedProgramme, placing: LoadedPlacing) -> list[LoadedPlacing]:
    """What goes on at that time. Where it has been placed already, that does not stand in its way."""
    return [other for other in programme.placings if other.pk != placing.pk and other.span.meets(placing.span)]


def _beside(placings: Sequence[LoadedPlacing]) -> dict[int, list[LoadedPlacing]]:
    """What is going on while each of them is. They come in the order in which they begin."""
    beside: dict[int, list[LoadedPlacing]] = {placing.pk: [] for placing in placings}
    running: list[LoadedPlacing] = []
    for placing in placings:
        running = [other for other in running if other.span.meets(placing.span)]
        for other in running:
            beside[placing.pk].append(other)
            beside[other.pk].append(placing)
        running.append(placing)
    return beside


def _warnings(
    programme: LoadedProgramme, placing: LoadedPlacing, beside: Sequence[LoadedPlacing]
) -> Iterator[PlacingWarning]:
    beside = [other for other in beside if _is_in_the_way(other, placing)]
    yield from _about_the_session(placing)
    yield from _about_those_who_stand_up(placing, beside)
    yield from _about_the_room(placing, beside)
    yield from _about_the_tables(programme, placing, beside)
    yield from _about_the_hours(programme, placing)


def _is_in_the_way(other: LoadedPlacing, placing: LoadedPlacing) -> bool:
    """What nobody holds is not, but for whatever would begin in its room at the same minute (`placing.TakenAlready`)."""
    if placing.put_at and placing.is_dropped:
        return False
    is_same_room = other.room is not None and other.room == placing.room
    return not other.is_dropped or (is_same_room and other.span.starts_at == placing.span.starts_at)


def _about_the_session(placing: LoadedPlacing) -> Iterator[PlacingWarning]:
    if placing.lost_before(placing.session.withdrawn_at):
        yield PlacingWarning(WarningKind.WITHDRAWN, _("It was taken back by those who offered it."))
    elif placing.session.is_turned_down:
        yield PlacingWarning(WarningKind.WITHDRAWN, _("You have decided otherwise about it since."))
    for speaker in placing.session.speakers:
        if placing.lost_before(speaker.gone_at):
            has_left = _("Somebody who brought it has left this site.")
            words = has_left if speaker.is_forgotten else _("%(name)s has stepped back.") % {"name": speaker.name}
            yield PlacingWarning(WarningKind.GONE, words)


def _about_those_who_stand_up(placing: LoadedPlacing, beside: Sequence[LoadedPlacing]) -> Iterator[PlacingWarning]:
    for speaker in placing.session.voices:
        if any(away.meets(placing.span) for away in speaker.away):
            words = _("%(name)s isn’t there at that time.") % {"name": speaker.name}
            yield PlacingWarning(WarningKind.AWAY, words)
        for other in beside:
            if any(speaker.is_same_as(voice) for voice in other.session.voices):
                words = _("%(name)s is also in “%(title)s”.") % {"name": speaker.name, "title": other.session.title}
                yield PlacingWarning(WarningKind.ELSEWHERE, words)


def _about_the_room(placing: LoadedPlacing, beside: Sequence[LoadedPlacing]) -> Iterator[PlacingWarning]:
    room, most = placing.room, placing.session.most_people
    if room is None:
        if not placing.session.is_for_everybody:
            yield PlacingWarning(WarningKind.NO_ROOM, _("It has no room yet."))
        return
    if any(closure.meets(placing.span) for closure in room.closures):
        yield PlacingWarning(WarningKind.CLOSED, _("%(room)s is closed at that time.") % {"room": room.name})
    if room.capacity is not None and most is not None and most > room.capacity:
        numbers = {"room": room.name, "capacity": room.capacity, "most": most}
        words = _("%(room)s has room for %(capacity)s, and %(most)s may come.") % numbers
        yield PlacingWarning(WarningKind.TOO_SMALL, words)
    for other in beside:
        if other.room and other.room.pk == room.pk:
            words = _("“%(title)s” is in %(room)s at the same time.")
            yield PlacingWarning(WarningKind.OVERLAP, words % {"title": other.session.title, "room": room.name})


def _about_the_tables(
    programme: LoadedProgramme, placing: LoadedPlacing, beside: Sequence[LoadedPlacing]
) -> Iterator[PlacingWarning]:
    """Nobody can be at a table and in a session."""
    kind = placing.session.kind
    rounds = [round_.name for round_ in programme.rounds if round_.span.meets(placing.span)]
    if kind != SessionKind.TABLES:
        for name in rounds:
            words = _("People are at tables at the same time: %(round)s.") % {"round": name}
            yield PlacingWarning(WarningKind.TABLES, words)
    if kind == SessionKind.CONTRIBUTION:
        for other in beside:
            if _is_everywhere(other):
                words = _("Everybody is in “%(title)s” at the same time.") % {"title": other.session.title}
                yield PlacingWarning(WarningKind.TABLES, words)


def _is_everywhere(placing: LoadedPlacing) -> bool:
    """A break in one room, such as a quiet one, leaves the others free."""
    kind = placing.session.kind
    return kind in AT_TABLES or (kind == SessionKind.BREAK and placing.room is None)


def _about_the_hours(programme: LoadedProgramme, placing: LoadedPlacing) -> Iterator[PlacingWarning]:
    """As far as the plan knows them."""
    starts_at, ends_at = programme.gathering.starts_at, programme.gathering.ends_at
    if starts_at and placing.span.starts_at < starts_at.astimezone(UTC):
        yield PlacingWarning(WarningKind.HOURS, _("It begins before the gathering does."))
    if ends_at and placing.span.ends_at > ends_at.astimezone(UTC):
        yield PlacingWarning(WarningKind.HOURS, _("It ends after the gathering does."))
