"""A page in a state that one can find it in."""

from dataclasses import dataclass, field

FURNISHED, EMPTY, UNFOUNDED, LOCKED = "furnished", "empty", "unfounded", "locked"


@dataclass(frozen=True)
class State:
    """A page as somebody finds it. What stands in braces in its path is named by the house (furnishing.py)."""

    who: str
    path: str
    status: int = 200
    house: str = FURNISHED
    writes: dict[str, str] = field(default_factory=dict, hash=False)
    presses: str = ""

    @property
    def name(self) -> str:
        words = " ".join(" ".join(self.writes.values()).split())
        after = f", {self.presses} {words[:20]}".rstrip() if self.presses else ""
        return f"{self.who} at {self.path}{after} ({self.house}, {self.status})"


def seen_by(people: list[str], *paths: str, status: int = 200, house: str = FURNISHED) -> list[State]:
    return [State(who, path, status, house) for path in paths for who in people]
