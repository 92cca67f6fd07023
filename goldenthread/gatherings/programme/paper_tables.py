"""Where somebody sits in each round, as it stands on their slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.printed_programme import PaperSession
from goldenthread.gatherings.tables.models import Seat


def tables_by_booking(gathering: Gathering) -> dict[int, list[PaperSession]]:
    """As it was announced. Nobody else at a table stands on a slip; a round without an hour has no line on it."""
    seats = Seat.objects.announced().of_those_who_come().filter(mix__arrangement__gathering=gathering)
    tables: dict[int, list[PaperSession]] = defaultdict(list)
    for seat in seats.select_related("round", "table").order_by("round__number"):
        if seat.round.starts_at and seat.round.ends_at:
            tables[seat.booking_id].append(
                PaperSession(
                    key=-seat.pk,
                    title=str(seat.round),
                    names="",
                    room=str(seat.table),
                    starts_at=seat.round.starts_at.astimezone(gathering.zone),
                    ends_at=seat.round.ends_at.astimezone(gathering.zone),
                    is_for_everybody=True,
                )
            )
    return tables


def with_tables(sessions: Iterable[PaperSession], tables: Sequence[PaperSession]) -> list[PaperSession]:
    """Where the programme has the round as a session of its own, the table stands there; otherwise in a line of its own."""
    at = {table.starts_at: table for table in tables}
    met = []
    for session in sessions:
        table = at.pop(session.starts_at, None) if session.is_for_everybody else None
        met.append(replace(session, room=", ".join(filter(None, [session.room, table.room]))) if table else session)
    return [*met, *at.values()]
