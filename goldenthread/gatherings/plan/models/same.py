"""Whether a save would change anything."""

from typing import Any


def is_as(gathering: Any, plan: dict[str, Any]) -> bool:
    """It says all this already. How a browser ends lines is no change."""
    return all(_bare(getattr(gathering, field)) == _bare(value) for field, value in plan.items())


def _bare(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
