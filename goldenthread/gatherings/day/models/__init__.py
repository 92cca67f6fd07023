from goldenthread.gatherings.day.models.arrival import GONE, PRESENT, WAS_HERE, Arrival, Source, Standing
from goldenthread.gatherings.day.models.day_sheet import DaySheet
from goldenthread.gatherings.day.models.held_round import HeldRound
from goldenthread.gatherings.day.models.last_call import LastCall
from goldenthread.gatherings.day.models.reflection import Reflection
from goldenthread.gatherings.day.models.tick import Tick

__all__ = [
    "GONE",
    "PRESENT",
    "WAS_HERE",
    "Arrival",
    "DaySheet",
    "HeldRound",
    "LastCall",
    "Reflection",
    "Source",
    "Standing",
    "Tick",
]
