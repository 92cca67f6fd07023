"""What a move would do, before it is done: whom it concerns, and what does not go together there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from goldenthread.gatherings.programme.forms import SpotForm
from goldenthread.gatherings.programme.free_hours import days_of, free_hours, thought_of
from goldenthread.gatherings.programme.loaded import LoadedPlacing, LoadedProgramme, Speaker
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.placing import NOT_PLACED
from goldenthread.gatherings.programme.spans import Span, day_span
from goldenthread.gatherings.programme.warnings import PlacingWarning, warnings_at
from goldenthread.kit import clock


@dataclass(frozen=True)
class MovePreview:
    """Where it would be, and what there would be to look at."""

    placing: LoadedPlacing
    warnings: Sequence[PlacingWarning]
    # Another session begins in that room at that minute: that is refused, and not only warned of.
    is_taken: bool = False

    @property
    def stamp(self) -> str:
        """Of exactly this: whoever changes the hour, or whose warnings changed meanwhile, sees it once more."""
        words = "\n".join([where_in_words(self.placing), *(warning.words for warning in self.warnings)])
        return sha256(words.encode()).hexdigest()[:32]

    @property
    def where(self) -> str:
        return where_in_words(self.placing)


class MovePage:
    """Where a session stands, where it is to go as a form says, and where it would fit."""

    def __init__(self, programme: LoadedProgramme, session: Session, number: int, form: SpotForm) -> None:
        self.programme, self.session, self.number, self.form = programme, session, number, form
        self.loaded = next(each for each in programme.sessions if each.pk == session.pk)
        times = (placing for placing in programme.placings if placing.session.pk == session.pk)
        self.there = next((placing for placing in times if placing.number == number), None)

    @property
    def version(self) -> int:
        return self.there.version if self.there else NOT_PLACED

    @cached_property
    def preview(self) -> MovePreview:
        """Of a form that is in order."""
        moment, room_pk = self.form.moment(), self.form.room_pk
        room = next((room for room in self.programme.rooms if room.pk == room_pk), None)
        placing = thought_of(self.programme, self.loaded, self.number, moment, room)
        is_taken = any(_begin_together(placing, other) for other in self.programme.placings if other.pk != placing.pk)
        return MovePreview(placing, warnings_at(self.programme, placing), is_taken)

    @property
    def free_hours(self) -> list[MovePreview]:
        offered = free_hours(self.programme, self.loaded, self.number, clock.now())
        return [MovePreview(placing, ()) for placing in offered]

    @property
    def away_all_day(self) -> list[str]:
        """Who brings it and is there on no day of the gathering: no hour fits."""
        days = [day_span(day, self.programme.gathering.zone) for day in days_of(self.programme)]
        return [speaker.name for speaker in self.loaded.voices if days and _is_away_on(speaker, days)]

    @property
    def context(self) -> dict[str, Any]:
        is_in_order = self.form.is_bound and not self.form.errors
        return {
            "gathering": self.programme.gathering,
            "session": self.session,
            "loaded": self.loaded,
            "there": self.there,
            "away": self.away_all_day,
            "where": where_in_words(self.there) if self.there else "",
            "since": self.version,
            "needs_room": not (self.programme.rooms or self.loaded.is_for_everybody),
            "form": self.form,
            "preview": self.preview if is_in_order else None,
        }


def _is_away_on(speaker: Speaker, days: Sequence[Span]) -> bool:
    return all(
        any(away.starts_at <= day.starts_at and day.ends_at <= away.ends_at for away in speaker.away) for day in days
    )


def _begin_together(placing: LoadedPlacing, other: LoadedPlacing) -> bool:
    is_one_room = placing.room is not None and other.room is not None and placing.room.pk == other.room.pk
    return is_one_room and placing.span.starts_at == other.span.starts_at


def where_in_words(placing: LoadedPlacing) -> str:
    """Such as "Tuesday 30 May, 11:30 to 12:15, The library"."""
    return spot_in_words(placing.starts_at, placing.ends_at, placing.room.name if placing.room else "")


def spot_in_words(starts_at: datetime, ends_at: datetime, room: str) -> str:
    words = {
        "day": date_format(starts_at, "l j F"),
        "start": time_format(starts_at, "G:i"),
        "end": time_format(ends_at, "G:i"),
        "room": room,
    }
    if room:
        return _("%(day)s, %(start)s to %(end)s, %(room)s") % words
    return _("%(day)s, %(start)s to %(end)s") % words
