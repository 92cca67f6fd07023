"""The launch conference as it was announced in December 2022. What was not announced is made up, and says so beside it."""

from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet

from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening, Gathering, OfferOfHelp, Settlement
from goldenthread.people.models import Person

CONVENORS = ["Rex Haigh", "Nick Benefield", "Mike Burns"]
DAY = date(2023, 5, 30)
MADE_UP = "Made up for this sample"
PLAN = {
    "slug": "launch",
    "title": "Launching the Relational Practice Movement",
    "lede": "A one-day conference for people who are familiar with the practice and people who are interested, from every sector.",
    "about": (
        "A day that launches the movement. Its plan has been open to everybody from the first line.\n\n"
        "**Announced in December 2022:** the day, the place, who convenes it, who hosts it, and that speakers are to be "
        f"confirmed.\n\n**{MADE_UP}:** the hours, the price, how the day goes, how to get there, what we find out "
        "about the building, and everybody who comes."
    ),
    "easy_read": (
        "It is a day about relationships at work.\n\nGood relationships help people. We talk about how to have them.\n\n"
        "We sit at tables. We talk. We eat lunch together.\n\nIt is for everybody. You may work with people. You may use "
        f"services. You may just want to know more.\n\n*({MADE_UP}.)*"
    ),
    "for_whom": (
        "People who are familiar with relational practice and people who are interested in it: from health, social care, "
        "criminal justice, education and the third sector, and people with lived experience of them."
    ),
    "day": DAY,
    "from_time": time(9, 30),
    "to_time": time(16),
    "venue": "RCPsych",
    "address": "Prescot Street, London E1 8BB",
    "getting_there": (
        "Aldgate, Aldgate East and Tower Hill stations are about ten minutes away on foot. If you would like somebody to "
        f"walk with you from the station, say so on the page of your place.\n\n*({MADE_UP}.)*"
    ),
    "hosted_by": "the College Centre for Quality Improvement’s Enabling Environments project",
    "cost": f"£40 if your employer pays; £15 if you pay; free if money is short ({MADE_UP.lower()})",
    "expect": (
        "- **9:00** Doors open, tea\n- **9:30** Welcome\n- **10:00** First tables: what brings us here\n- **10:45** Tea\n"
        "- **11:15** New tables: what gets in the way\n- **12:00** Anybody who would like to stand up and say something\n"
        "- **12:45** Lunch\n- **14:00** New tables: what we do next\n- **14:45** Tea\n"
        f"- **15:15** Everybody together: what do we call ourselves?\n- **16:00** Home\n\n*({MADE_UP}.)*"
    ),
    "voices": "Speakers are to be confirmed. Would you stand up and say something?",
    # Not announced, either: as many as are hoped for.
    "places": 180,
    # Not announced: the banner and the page say that these are an illustration.
    "aims": {
        "health": 40, "criminal_justice": 30, "social_care": 30, "education": 25, "third_sector": 30, "lived_experience": 25,
    },
}  # fmt: skip
# What stays an open point until the plan is settled.
FOUND_LATER = {
    "step_free": True,
    "hearing_loop": True,
    "quiet_room": True,
    "safeguarding": f"Anybody with a golden ribbon, at the door and at every table ({MADE_UP.lower()})",
}
SETTLED_AT = datetime(2023, 5, 2, 9, tzinfo=LONDON)
# From invented people, and nobody's words but theirs: what of the plan they could help with.
OFFERS = [
    ("amina.appletree@example.org", "voices", "I could tell how our ward began to eat together, in ten minutes."),
    ("farah.juniperson@example.org", "voices", "A question, not a talk: who is not in the room?"),
    ("hana.lanternhill@example.org", "access", "I know the building and can walk through it with you."),
]


def announce() -> Gathering:
    """The three convenors are named, and have no address: nobody can sign in as one of them."""
    launch = Gathering(**PLAN)
    launch.record(Gathering.Turn.BEGUN, by=None)
    for name in CONVENORS:
        Convening.objects.create(gathering=launch, person=Person.objects.create_person(name))
    turns.publish(launch, by=None)
    return launch


def offer_help(launch: Gathering, now: datetime) -> None:
    people = Person.objects.in_bulk([email for email, *_rest in OFFERS], field_name="email")
    OfferOfHelp.objects.bulk_create(
        OfferOfHelp(gathering=launch, person=people[email], point=point, words=words, at=now)
        for email, point, words in OFFERS
    )


def settle(launch: Gathering, _now: datetime) -> None:
    """Four weeks before the day. Not again where a keeper has opened the plan since."""
    if launch.history.filter(turn=Gathering.Turn.SETTLED).exists():
        return
    for field, value in FOUND_LATER.items():
        setattr(launch, field, value)
    launch.record(Gathering.Turn.EDITED, by=None)
    turns.settle(launch, by=None)


def settled_by_itself(launch: Gathering) -> QuerySet[Any]:
    """The versions in which that happened; none where somebody has written on the plan since, for that stays."""
    since: QuerySet[Any] = launch.history.filter(history_date__gte=SETTLED_AT)
    return since.none() if since.exclude(history_user=None).exists() else since


def unsettle(launch: Gathering) -> None:
    """Where those versions are gone: as if it had never been."""
    newest = launch.history.latest().instance
    if newest.sequence < launch.sequence:
        Settlement.objects.filter(gathering=launch).delete()
        newest.save_without_historical_record()
