"""Why somebody has no table in a round, what happens next, and who sees to it. It follows from places, seats and the clock alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.coming import TO_HAVE_A_TABLE, present
from goldenthread.gatherings.tables.models import Mix, Round
from goldenthread.gatherings.tables.newcomers import free_seats
from goldenthread.gatherings.tables.wishing import wish_at
from goldenthread.kit import clock

ON_THE_WAITING_LIST = gettext_lazy(
    "You’re on the waiting list. If you come and there’s room, a host will find you a table: please ask."
)
# Who holds no place, whatever they have asked for.
WITHOUT_A_PLACE = {
    State.WAITING: ON_THE_WAITING_LIST,
    State.ASKED: gettext_lazy("You’ve asked for a place, and the convenors haven’t answered yet."),
}
WHEN_HERE = gettext_lazy(
    "You don’t have a table yet: you’ll get one once you’re here. Press “I am here”, or say hello to a host."
)


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
    why = {}
    for round_ in rounds:
        if round_.number in out:
            why[round_.pk] = NoTable(_("You asked to sit this round out."), is_sat_out=True)
        elif round_.has_begun(now):
            why[round_.pk] = NoTable(_begun(round_, now))
        elif booking.state in WITHOUT_A_PLACE and booking.pk not in (present_keys or ()):
            why[round_.pk] = NoTable(str(WITHOUT_A_PLACE[State(booking.state)]))
        elif present_keys is None and booking.state not in TO_HAVE_A_TABLE:
            why[round_.pk] = NoTable(_("You don’t have a table yet: confirm your place, and you’ll get one."))
        elif present_keys is not None and booking.pk not in present_keys:
            why[round_.pk] = NoTable(str(WHEN_HERE))
        else:
            why[round_.pk] = NoTable(_not_yet(has_room=free[round_.pk] >= booking.seats))
    return why


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
