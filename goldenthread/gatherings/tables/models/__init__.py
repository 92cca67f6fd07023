"""What is kept about tables."""

from goldenthread.gatherings.tables.models.arrangement import Arrangement, Round, Table
from goldenthread.gatherings.tables.models.mix import Announcement, Mix, Seat
from goldenthread.gatherings.tables.models.table_change import TableChange
from goldenthread.gatherings.tables.models.wish import TableWish

__all__ = ["Announcement", "Arrangement", "Mix", "Round", "Seat", "Table", "TableChange", "TableWish"]
