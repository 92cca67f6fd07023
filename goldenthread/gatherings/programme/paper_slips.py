"""Slips of paper with somebody's own day: their sessions and tables, what is for everybody, and lines to write on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.paper_tables import tables_by_booking, with_tables
from goldenthread.gatherings.programme.printed_programme import PaperProgramme, PaperSession, as_the_day_goes
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
    tables = tables_by_booking(gathering)
    bookings = Booking.objects.filter(gathering=gathering, pk__in=sessions_by_booking).select_related("person")
    made = [
        PaperSlip(booking.known_as, with_own(programme, sessions_by_booking[booking.pk], tables.get(booking.pk, ())))
        for booking in bookings
        if booking.is_named
    ]
    return sorted(made, key=lambda slip: by_first_name(slip.name))


def blank(programme: PaperProgramme, *, many: int) -> list[PaperSlip]:
    """Each hour at which one can choose, once, with a line to write on; and what is for everybody, or is all there is then."""
    to_write_on = with_own(programme, _without_a_choice(programme), ())
    return [PaperSlip("", to_write_on)] * many if to_write_on.sessions else []


def _without_a_choice(programme: PaperProgramme) -> set[int]:
    """Sessions beside which nothing else ever goes on."""
    sessions = [session for session in programme.sessions if not session.is_for_everybody]
    has_choice = {
        session.key for session in sessions if any(_meet(session, other) for other in sessions if other is not session)
    }
    return {session.key for session in sessions} - has_choice


def with_own(programme: PaperProgramme, keys: Collection[int], tables: Sequence[PaperSession]) -> PaperProgramme:
    """Where one can choose and has no chair, there is a line to write on."""
    own = [session for session in programme.sessions if session.is_for_everybody or session.key in keys]
    chosen = [session for session in own if not session.is_for_everybody]
    lines: dict[object, PaperSession] = {}
    for session in programme.sessions:
        if not session.is_for_everybody and not any(_meet(session, other) for other in chosen):
            lines.setdefault(session.starts_at, replace(session, title="", names="", room=""))
    own_day = sorted([*with_tables(own, tables), *lines.values()], key=as_the_day_goes)
    return replace(programme, sessions=tuple(own_day))


def _meet(one: PaperSession, other: PaperSession) -> bool:
    """Compared as time passes, also where the clock changes between."""
    starts_at, ends_at = other.starts_at.astimezone(UTC), other.ends_at.astimezone(UTC)
    return one.starts_at.astimezone(UTC) < ends_at and starts_at < one.ends_at.astimezone(UTC)
