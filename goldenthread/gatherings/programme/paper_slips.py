"""Slips of paper with somebody's own programme: what they signed up for, or lines to write on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperSession
from goldenthread.kit.name_order import by_first_name


@dataclass(frozen=True)
class PaperSlip:
    """One person's programme. Without a name it is for somebody who writes it down."""

    name: str
    programme: PaperProgramme


def of_bookings(
    gathering: Gathering, programme: PaperProgramme, sessions_by_booking: Mapping[int, Collection[int]]
) -> list[PaperSlip]:
    """By name; nobody else stands on a slip."""
    bookings = Booking.objects.filter(gathering=gathering, pk__in=sessions_by_booking).select_related("person")
    made = [
        PaperSlip(booking.known_as, _with_own(programme, sessions_by_booking[booking.pk]))
        for booking in bookings
        if booking.is_named
    ]
    return sorted(made, key=lambda slip: by_first_name(slip.name))


def blank(programme: PaperProgramme, *, many: int) -> list[PaperSlip]:
    """Each hour at which one can choose, once, with a line to write on; and what is for everybody."""
    sessions: dict[object, PaperSession] = {}
    for session in programme.sessions:
        key = session.key if session.is_for_everybody else session.starts_at
        sessions.setdefault(key, session if session.is_for_everybody else replace(session, title="", names="", room=""))
    if not sessions:
        return []
    to_write_on = replace(programme, sessions=tuple(sessions.values()))
    return [PaperSlip("", to_write_on)] * many


def _with_own(programme: PaperProgramme, keys: Collection[int]) -> PaperProgramme:
    own = (session for session in programme.sessions if session.is_for_everybody or session.key in keys)
    return replace(programme, sessions=tuple(own))
