"""What is plainly in the way of any plan, known by counting what convenors may count anyway: seats, people and tables.

What people asked for is in nobody's way, and never named here. One thing of it is told beside a plan, without a name: that no table
offers what somebody needs, for whoever can bring a ramp must know.
"""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.tables.coming import TO_BE_SEATED
from goldenthread.gatherings.tables.mixer_input import MixerInput
from goldenthread.gatherings.tables.models import Mix, TableWish

Trouble = dict[str, Any]


def in_the_way(mixer_input: MixerInput) -> Trouble | None:
    """None: nothing that one can count. The mixer may still find that locked seats do not go together."""
    open_ = [table for table in mixer_input.tables if not table.is_closed]
    people = sum(booking.seats for booking in mixer_input.coming)
    if not people:
        return {"what": "nobody"}
    if not mixer_input.rounds or not open_:
        return {"what": "nothing"}
    seats = sum(table.most for table in open_)
    if seats < people:
        return {"what": "seats", "seats": seats, "people": people}
    if people < min(table.least for table in open_):
        return {"what": "least", "people": people}
    return None


def missing(mix: Mix) -> list[str]:
    """What no open table offers and somebody needs who has a place, be they here or not: who it is shows by nobody's coming."""
    tables = mix.arrangement.tables.filter(is_closed=False)
    placed = TableWish.objects.filter(
        booking__gathering=mix.arrangement.gathering_id, booking__state__in=TO_BE_SEATED
    ).exclude(features="")
    needed = {feature for wish in placed.only("features") for feature in wish.features.split()}
    return sorted(needed - {feature for table in tables for feature in table.features})
