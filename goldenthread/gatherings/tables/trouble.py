"""What is plainly in the way of any plan, known by counting what convenors may count anyway: seats, people and tables.

What people asked for is never named here. A feature is, without a name: whoever can bring a ramp must know that one is missing.
"""

from __future__ import annotations

from typing import Any

from goldenthread.gatherings.tables.asked import Asked
from goldenthread.gatherings.tables.knowing import wish_of

Trouble = dict[str, Any]


def in_the_way(asked: Asked) -> Trouble | None:
    """None: nothing that one can see. The mixer may still find that not all wishes go together."""
    open_ = [table for table in asked.tables if not table.is_closed]
    people = sum(booking.seats for booking in asked.coming)
    if not people:
        return {"what": "nobody"}
    if not asked.rounds or not open_:
        return {"what": "nothing"}
    seats = sum(table.most for table in open_)
    if seats < people:
        return {"what": "seats", "seats": seats, "people": people}
    if people < min(table.least for table in open_):
        return {"what": "least", "people": people}
    needed = {feature for b in asked.coming if (wish := wish_of(b)) for feature in wish.features.split()}
    missing = sorted(needed - {feature for table in open_ for feature in table.features})
    return {"what": "feature", "feature": missing[0]} if missing else None
