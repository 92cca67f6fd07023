"""Who is coming together: the seats hoped for and taken, sector by sector."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Sector

# Fewer than these are told as "a few", so that nobody can be counted out.
FLOOR = 5


@dataclass(frozen=True)
class Row:
    """One sector: seats hoped for, and seats taken."""

    sector: str
    hoped_for: int
    taken: int

    @property
    def few(self) -> bool:
        return 0 < self.taken < FLOOR

    @property
    def shown(self) -> int:
        return 0 if self.few else self.taken

    @property
    def words(self) -> str:
        if not self.taken:
            return ngettext("%(n)s seat", "%(n)s seats", self.hoped_for) % {"n": self.hoped_for}
        if self.few:
            return _("a few of %(n)s") % {"n": self.hoped_for}
        return _("%(taken)s of %(n)s") % {"taken": self.taken, "n": self.hoped_for}


def weave(gathering: Gathering, taken: dict[str, int]) -> list[Row]:
    """A row for each sector that the convenors hope for. `taken`: people coming, by sector."""
    hoped_for = [(sector, gathering.aims.get(sector.value, 0)) for sector in Sector]
    return [Row(str(sector.label), seats, taken.get(sector.value, 0)) for sector, seats in hoped_for if seats]
