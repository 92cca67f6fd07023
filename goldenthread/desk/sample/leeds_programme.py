"""The day in Leeds as its convenors have drafted it: after lunch there is room for what people bring. All of it is made up."""

from datetime import date, time

from goldenthread.desk.sample.programme import Drafted
from goldenthread.gatherings.programme.models import SessionKind

SHED, SIGNAL_BOX = "The long shed", "The signal box"
IN_LEEDS = Drafted(
    day=date(2023, 10, 17),
    rooms=[
        (SHED, 80, True, "Through the big doors; the ramp is on the left."),
        (SIGNAL_BOX, 14, False, "Eleven steps up, with a view of the canal."),
    ],
    sessions=[
        (time(10), 30, SessionKind.BREAK, "Tea", "", None, []),
        (time(10, 30), 60, SessionKind.TABLES, "Tables: what we are proud of", "", SHED, []),
        (time(11, 30), 60, SessionKind.TABLES, "New tables: what we’d stop doing", "", SHED, []),
        (time(12, 30), 60, SessionKind.BREAK, "Lunch", "", None, []),
        (time(14, 30), 30, SessionKind.TABLES, "Last tables: who we’d like to ring next week", "", SHED, []),
        (time(15), 30, SessionKind.MEETING, "What next", "", SHED, []),
    ],
)
