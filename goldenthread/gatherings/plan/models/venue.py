"""What was checked of a venue is true of that venue, and not of the next one."""

import re
from typing import Any

# A gathering or one of its earlier versions, which carries the same fields.
Plan = Any
CHECKED_THERE = ("step_free", "hearing_loop", "quiet_room")
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b")


def has_moved(before: Plan, after: Plan) -> bool:
    """Another place, or another postcode. An address that was added, or is spelled in another way, is where it was."""
    is_elsewhere = bool(before.address) and _address(before) != _address(after)
    return is_elsewhere or _words(before.venue) != _words(after.venue)


def is_to_be_checked(before: Plan, after: Plan) -> list[str]:
    """What was known of the place before, and nobody said anew of this one."""
    known = [field for field in CHECKED_THERE if getattr(before, field) is not None]
    return [field for field in known if getattr(after, field) == getattr(before, field)]


def _address(plan: Plan) -> list[str]:
    """The postcode, if it has one: the street before it is written in many ways."""
    postcode = POSTCODE.search(plan.address.lower())
    return list(postcode.groups()) if postcode else _words(plan.address)


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold())
