from goldenthread.gatherings.bookings.models.addressing import Addressing
from goldenthread.gatherings.bookings.models.booking import Booking
from goldenthread.gatherings.bookings.models.booking_answer import BookingAnswer
from goldenthread.gatherings.bookings.models.booking_question import BookingQuestion
from goldenthread.gatherings.bookings.models.brought_in import BroughtIn
from goldenthread.gatherings.bookings.models.feature import Feature
from goldenthread.gatherings.bookings.models.imported import Import, ImportedLine
from goldenthread.gatherings.bookings.models.kind_no import KindNo
from goldenthread.gatherings.bookings.models.opening import HeldPlaces, Opening
from goldenthread.gatherings.bookings.models.owed import Owed
from goldenthread.gatherings.bookings.models.quiet_word import QuietWord
from goldenthread.gatherings.bookings.models.reminder import Reminded, Reminder
from goldenthread.gatherings.bookings.models.sector_counts import SectorCounts
from goldenthread.gatherings.bookings.models.showing import Showing
from goldenthread.gatherings.bookings.models.state import State
from goldenthread.gatherings.bookings.models.withdrawal import Withdrawal
from goldenthread.gatherings.bookings.models.written_to import WrittenTo

__all__ = [
    "Addressing",
    "Booking",
    "BookingAnswer",
    "BookingQuestion",
    "BroughtIn",
    "Feature",
    "HeldPlaces",
    "Import",
    "ImportedLine",
    "KindNo",
    "Opening",
    "Owed",
    "QuietWord",
    "Reminded",
    "Reminder",
    "SectorCounts",
    "Showing",
    "State",
    "Withdrawal",
    "WrittenTo",
]
