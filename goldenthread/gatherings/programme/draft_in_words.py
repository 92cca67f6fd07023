"""What a draft by machine came to, as its convenors read it before anything is moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.programme.draft_page import an_hour
from goldenthread.gatherings.programme.loaded import LoadedProgramme, LoadedRoom, LoadedSession
from goldenthread.gatherings.programme.models import DraftRun
from goldenthread.gatherings.programme.spans import Span, wall_span

if TYPE_CHECKING:
    from goldenthread.gatherings.programme.models.draft_run import Move, NoPlace

TROUBLES = {
    "rooms": gettext_lazy("There are no rooms yet. Say which rooms there are, and the machine can draft."),
    "hours": gettext_lazy(
        "The plan doesn’t say yet when the gathering begins and ends. With its hours, the machine can draft."
    ),
    "nothing": gettext_lazy("There is nothing left to place: every session has its hour."),
    "full": gettext_lazy("There is no hour left between what is for everybody."),
    "worker": gettext_lazy("The draft couldn’t be made. Please tell the keeper (who runs this site)."),
}

REASONS = {
    "long": gettext_lazy(
        "It takes %(minutes)s minutes, and nowhere is so long a while without something for everybody."
    ),
    "away": gettext_lazy("%(names)s can’t be there at any time when it would fit."),
    "closed": gettext_lazy("No room is open for %(minutes)s minutes when it could be."),
    "full": gettext_lazy("No room is free for %(minutes)s minutes."),
    "full_after": gettext_lazy("%(names)s can’t be there before %(hour)s, and no room is free after."),
    "full_before": gettext_lazy("%(names)s can’t be there after %(hour)s, and no room is free before."),
    "full_then": gettext_lazy("No room is free for %(minutes)s minutes when %(names)s can be there."),
    "elsewhere": gettext_lazy("Whenever a room is free, %(names)s would be in another session."),
    "unfound": gettext_lazy("The machine found no way to fit it in. Another draft may, or you can by hand."),
}


@dataclass(frozen=True)
class DraftedLine:
    """A session, where it would be, and where it was."""

    at: datetime
    starts: str
    ends: str
    session: LoadedSession
    room: LoadedRoom
    was: str

    @property
    def names(self) -> str:
        return ", ".join(voice.name for voice in self.session.voices)


@dataclass(frozen=True)
class DraftedDay:
    """What would be put on one day."""

    heading: str
    lines: Sequence[DraftedLine]


@dataclass(frozen=True)
class Unplaced:
    """A session that found no place, and why in a sentence."""

    session: LoadedSession
    why: str


def drafted_days(programme: LoadedProgramme, run: DraftRun) -> list[DraftedDay]:
    lines = sorted(_lines(programme, run), key=lambda line: (line.at.astimezone(UTC), line.room.number))
    days = groupby(lines, key=lambda line: line.at.date())
    return [DraftedDay(date_format(day, "l j F"), tuple(on_it)) for day, on_it in days]


def unplaced_in_words(programme: LoadedProgramme, run: DraftRun) -> list[Unplaced]:
    sessions = {session.pk: session for session in programme.sessions}
    without: list[NoPlace] = run.content["without"]
    return [
        Unplaced(sessions[row["session"]], why_in_words(programme, sessions[row["session"]], row))
        for row in without
        if row["session"] in sessions
    ]


def trouble_in_words(run: DraftRun) -> str:
    return str(TROUBLES[run.content["trouble"]])


def _lines(programme: LoadedProgramme, run: DraftRun) -> Iterator[DraftedLine]:
    """A session or a room that was removed meanwhile is left out."""
    sessions = {session.pk: session for session in programme.sessions}
    rooms = {room.pk: room for room in programme.rooms}
    moves: list[Move] = run.content["moves"]
    for move in moves:
        if (session := sessions.get(move["session"])) and (room := rooms.get(move["room"])):
            span, zone = _span(programme, session, move), programme.gathering.zone
            starts_at, ends_at = span.starts_at.astimezone(zone), span.ends_at.astimezone(zone)
            yield DraftedLine(starts_at, an_hour(starts_at), an_hour(ends_at), session, room, _was(programme, move))


def _span(programme: LoadedProgramme, session: LoadedSession, move: Move) -> Span:
    return wall_span(
        date.fromisoformat(move["day"]),
        time.fromisoformat(move["from_time"]),
        programme.gathering.zone,
        minutes=session.minutes,
        is_second_hour=move["is_second_hour"],
    )


def _was(programme: LoadedProgramme, move: Move) -> str:
    """Where it stands so far; empty for one that has no hour."""
    who = (move["session"], move["number"])
    placing = next((p for p in programme.placings if (p.session.pk, p.number) == who), None)
    if placing is None or not move["since"]:
        return ""
    where = {"hour": an_hour(placing.starts_at), "room": placing.room.name if placing.room else ""}
    return (_("now %(hour)s, %(room)s") if placing.room else _("now %(hour)s, without a room")) % where


def why_in_words(programme: LoadedProgramme, session: LoadedSession, row: NoPlace) -> str:
    who = [voice.name for voice in session.voices if voice.pk in row.get("speakers", [])]
    hour = row.get("hour")
    words = {
        "minutes": session.minutes,
        "names": get_text_list(who, _("and")) if who else _("somebody who brings it"),
        "hour": an_hour(datetime.fromisoformat(hour).astimezone(programme.gathering.zone)) if hour else "",
    }
    return str(REASONS[row["what"]]) % words
