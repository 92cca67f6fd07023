"""Why somebody has no table in a round, what happens next, and who sees to it. It follows from places, seats and the clock alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.coming import TO_HAVE_A_TABLE, present
from goldenthread.gatherings.tables.models import Mix, Round
from goldenthread.gatherings.tables.newcomers import free_seats
from goldenthread.gatherings.tables.wishing import wish_at
from goldenthread.kit import clock


@dataclass(frozen=True)
class NoTable:
    """That somebody has no table in a round."""

    in_words: str
    is_sat_out: bool = False


def why_no_table(booking: Booking, mix: Mix, rounds: Sequence[Round]) -> Mapping[int, NoTable]:
    """By the keys of these rounds. Asked of nothing where there are none."""
    if not rounds:
        return {}
    now, out = clock.now(), set(wish_at(booking).sits_out)
    present_keys = present(mix.arrangement.gathering)
    free = free_seats(mix, rounds)
    return {
        round_.pk: NoTable(_("You asked to sit this round out."), is_sat_out=True)
        if round_.number in out
        else NoTable(_begun(round_, now))
        if round_.has_begun(now)
        else NoTable(_of_this_booking(booking, present_keys) or _not_yet(has_room=free[round_.pk] >= booking.seats))
        for round_ in rounds
    }


def _of_this_booking(booking: Booking, present_keys: Collection[int] | None) -> str:
    """What they can do themselves; nothing where it is the tables that are not there yet."""
    if booking.state == State.WAITING and booking.pk not in (present_keys or ()):
        return _("You’re on the waiting list. If you come and there’s room, a host will find you a table: please ask.")
    if present_keys is None and booking.state not in TO_HAVE_A_TABLE:
        return _("You don’t have a table yet: confirm your place, and you’ll get one.")
    if present_keys is not None and booking.pk not in present_keys:
        return _(
            "You don’t have a table yet: you’ll get one once you’re here. Press “I am here”, or say hello to a host."
        )
    return ""


def _begun(round_: Round, now: datetime) -> str:
    if round_.ends_at and round_.ends_at <= now:
        return _("You had no table in this round.")
    return _("This round has begun. A host will find you a seat: please ask.")


def _not_yet(*, has_room: bool) -> str:
    if has_room:
        return _("You don’t have a table yet: we’re finding you one. Look again in a minute, or ask a host.")
    return _(
        "You don’t have a table yet: they’re all full in this round. The convenors will make room for you; on the day, ask a host."
    )
