"""The list at the door as it is shown: in parts, with the presses and the table beside each name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.gatherings.day.door_buttons import DoorButtons
from goldenthread.gatherings.day.door_counts import DoorCounts
from goldenthread.gatherings.day.door_list import DoorListRow, DoorPart, in_parts
from goldenthread.gatherings.day.door_tables import DoorTables
from goldenthread.gatherings.day.models import Standing


@dataclass(frozen=True)
class ShownRow:
    """One person in one line."""

    row: DoorListRow
    presses: DoorButtons
    table: str | None


@dataclass(frozen=True)
class ShownPart:
    """A part of the list: of so many, those whose names were looked for."""

    part: DoorPart
    count: int
    rows: Sequence[ShownRow]


@dataclass(frozen=True)
class DoorPage:
    """One look at the list."""

    rows: Sequence[DoorListRow]
    counts: DoorCounts
    presses: Mapping[Standing, DoorButtons]
    tables: DoorTables

    @property
    def kinds(self) -> Sequence[DoorButtons]:
        """One for each way to stand: a list without network takes its buttons from here."""
        return list(self.presses.values())

    @property
    def parts(self) -> Iterator[ShownPart]:
        for part, rows in in_parts(self.rows).items():
            yield ShownPart(part, getattr(self.counts, part), [self._shown(row) for row in rows])

    def _shown(self, row: DoorListRow) -> ShownRow:
        return ShownRow(row, self.presses[row.standing], self.tables.labels.get(row.booking.pk))
