from collections.abc import Sequence

from goldenthread.desk.keeping import KEPT
from goldenthread.kit.keeping import Kept
from goldenthread.kit.registry import Room


class Desk(Room):
    """The pages about this site, as those below them see them."""

    def kept(self) -> Sequence[Kept]:
        return KEPT
