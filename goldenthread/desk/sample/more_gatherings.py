"""Two more gatherings to come, so that there is always something to go to. The people, the places and the hours are made up."""

from datetime import date, datetime, time
from typing import Any

from goldenthread.desk.sample.bookings import coming_to
from goldenthread.desk.sample.launch import MADE_UP
from goldenthread.gatherings.bookings.models import Booking, Opening
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.people.models import Person

PLANS: list[dict[str, Any]] = [
    {
        "slug": "evening-in-bristol",
        "title": "An evening of soup and stories",
        "lede": "Two hours, one long table, and a story from anybody who has one.",
        "about": f"We cook, we sit down, and three people tell of something that went better than they thought. *({MADE_UP}.)*",
        "for_whom": "Anybody who is curious. You need not know a word of what we talk about.",
        "day": date(2023, 9, 14),
        "from_time": time(18, 30),
        "to_time": time(20, 30),
        "venue": "The Lantern Room",
        "address": "Tallow Yard, Bristol",
        "getting_there": "Twelve minutes on foot from Temple Meads. The blue door, then up in the lift.",
        "step_free": True,
        "quiet_room": True,
        "hearing_loop": False,
        "hosted_by": "the Lantern Room’s kitchen",
        "places": 30,
        "cost": "Free. A plate goes round for the soup.",
        "expect": "Soup at half past six, three stories, and washing up together.",
        "safeguarding": "Beca, who cooks",
        "voices": "Would you tell a story? Ten minutes, no slides.",
        "aims": {"health": 8, "education": 8, "third_sector": 8},
    },
    {
        "slug": "day-in-leeds",
        "title": "Relational practice in the north: a day in Leeds",
        "lede": "What schools, prisons, wards and hostels learn from each other when they sit at one table.",
        "about": f"A day of tables: no talks before lunch, and nobody sells anything. *({MADE_UP}.)*",
        "for_whom": "People who work in the north of England, or live there, and people who would like to.",
        "day": date(2023, 10, 17),
        "from_time": time(10),
        "to_time": time(15, 30),
        "venue": "The Old Tram Shed",
        "address": "Carder Street, Leeds",
        "getting_there": "A quarter of an hour on foot from the station, by the canal. Two parking spaces for blue badges.",
        "step_free": True,
        "quiet_room": True,
        "hearing_loop": True,
        "hosted_by": "Tram Shed Together, a housing co-operative",
        "places": 80,
        "cost": "£10, or what you can",
        "expect": "- **10:00** Tea\n- **10:30** Tables\n- **12:30** Lunch\n- **13:30** What people bring\n- **14:30** Tables\n- **15:00** What next\n- **15:30** Home",
        "safeguarding": "Kofi or Lark, in the green scarves",
        "voices": "Is there something that only you can say about your work? Say it for five minutes.",
        "aims": {"health": 20, "social_care": 15, "criminal_justice": 15, "education": 15, "third_sector": 15},
    },
]
SETTLED = {"day-in-leeds"}
# Which of the people convene it, from whom on they come, and how many. The keeper convenes the second: whoever looks
# around is signed in as the keeper, and sees there what convenors see.
CONVENED = [(11, 19), (0, 35, 36)]
COME = [(60, 17), (70, 34)]


def plan_more(people: list[Person], now: datetime) -> None:
    for plan, convenors, (first, how_many) in zip(PLANS, CONVENED, COME, strict=True):
        gathering = Gathering(**plan)
        gathering.record(Gathering.Turn.BEGUN, by=None)
        for number in convenors:
            Convening.objects.create(gathering=gathering, person=people[number])
        turns.publish(gathering, by=None)
        if gathering.slug in SETTLED:
            turns.settle(gathering, by=None)
        Opening.objects.create(gathering=gathering, by=None, at=now)
        Booking.objects.bulk_create(coming_to(gathering, people[first : first + how_many], now))
