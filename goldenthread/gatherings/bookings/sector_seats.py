"""Who is coming: the seats hoped for and taken, sector by sector."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Sector


@dataclass(frozen=True)
class SectorRow:
    """One sector: seats hoped for, and about how many are taken; 0 where that may not be shown."""

    sector: str
    hoped_for: int
    taken: int

    @property
    def words(self) -> str:
        if not self.taken:
            return ngettext("%(n)s seat", "%(n)s seats", self.hoped_for) % {"n": self.hoped_for}
        return _("about %(taken)s of %(n)s") % {"taken": self.taken, "n": self.hoped_for}


def sector_seats(gathering: Gathering, taken: Mapping[str, int]) -> list[SectorRow]:
    """A row for each sector that the convenors hope for. `taken`: as many of each as may be shown (`kit.suppression`)."""
    hoped_for = [(sector, gathering.aims.get(sector.value, 0)) for sector in Sector]
    return [SectorRow(str(sector.label), seats, taken.get(sector.value, 0)) for sector, seats in hoped_for if seats]
