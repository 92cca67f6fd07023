"""What is kept about people on the day."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

TWO_WEEKS_AFTER = Expiry(_("two weeks after the gathering"), "goldenthread.gatherings.day.chores.forget_day_sheets")
TICKS = Expiry(
    _("until two people who ticked each other have a thread, or two weeks"),
    "goldenthread.gatherings.day.chores.forget_ticks",
)

KEPT = [
    Kept(
        "day.Tick",
        ("gathering", "by", "to"),
        _("To begin a thread where both would like one. Nobody else sees it."),
        TICKS,
    ),
    Kept(
        "day.Arrival",
        ("gathering", "booking", "standing", "way", "by", "at", "heard_at", "was", "once"),
        _("To know who is here, and who said so; afterwards, to say that you were."),
        A_YEAR_AFTER,
    ),
    Kept(
        "day.DaySheet",
        ("gathering", "by", "at", "turn_to", "safeguarding"),
        _("To tell everybody on the day who they can go to."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "day.DaySheet",
        ("quiet_room", "breaks", "meeting", "comes_next", "word"),
        _("To tell everybody what they need to know on the day."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "day.LastCall",
        ("gathering", "by", "at"),
        _("To know that the list of arrivals is complete."),
        WITHOUT_YOUR_NAME,
    ),
]
