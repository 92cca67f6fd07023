"""Two of one first name at one table are told apart by where else they sit, which everybody in the room can see anyway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from goldenthread.gatherings.tables.models import Mix, Round, Seat


def told_apart_by_table(mix: Mix, round_: Round, names: Mapping[int, str]) -> Mapping[int, str]:
    """By the keys of bookings, as those at their table may read them. Asked of the database only where two are alike."""
    called: dict[str, list[int]] = defaultdict(list)
    for key, name in names.items():
        called[name.casefold()].append(key)
    alike = [keys for keys in called.values() if len(keys) > 1]
    if not alike:
        return names
    keys = [key for keys in alike for key in keys]
    seats: dict[int, list[Seat]] = defaultdict(list)
    others = mix.seats.filter(booking__in=keys).exclude(round=round_).select_related("round", "table")
    for seat in others.order_by("round__number"):
        seats[seat.booking_id].append(seat)
    return {**names, **{key: _with_table(names[key], group, seats, key) for group in alike for key in group}}


def _with_table(name: str, group: Sequence[int], seats: Mapping[int, Sequence[Seat]], key: int) -> str:
    """By one round in which no two of them sit together, or else by all."""
    mine = seats.get(key, ())
    telling = [seat for seat in mine if _tells(seat, group, seats)][:1] or mine
    where = ", ".join(_("at %(table)s in “%(round)s”") % {"round": seat.round, "table": seat.table} for seat in telling)
    return _("%(name)s (the one %(where)s)") % {"name": name, "where": where} if where else name


def _tells(seat: Seat, group: Sequence[int], seats: Mapping[int, Sequence[Seat]]) -> bool:
    tables = [other.table_id for key in group for other in seats.get(key, ()) if other.round_id == seat.round_id]
    return len(set(tables)) == len(tables)
