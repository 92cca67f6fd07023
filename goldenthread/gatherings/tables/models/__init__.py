"""What is kept about tables."""

from goldenthread.gatherings.tables.models.arrangement import Arrangement, Round, Table
from goldenthread.gatherings.tables.models.emphasis import Emphasis
from goldenthread.gatherings.tables.models.mix import Announcement, Mix, Seat
from goldenthread.gatherings.tables.models.noted_wish import NotedWish
from goldenthread.gatherings.tables.models.table_change import TableChange
from goldenthread.gatherings.tables.models.wish import TableWish

__all__ = [
    "Announcement",
    "Arrangement",
    "Emphasis",
    "Mix",
    "NotedWish",
    "Round",
    "Seat",
    "Table",
    "TableChange",
    "TableWish",
]
