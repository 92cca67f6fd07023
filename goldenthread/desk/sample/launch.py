"""The launch conference, exactly as it was announced in December 2022. What was not announced is not settled."""

from datetime import date

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.people.models import Person

CONVENORS = ["Rex Haigh", "Nick Benefield", "Mike Burns"]
PLAN = {
    "slug": "launch",
    "title": "Launching the Relational Practice Movement",
    "lede": "A one-day conference for people who are familiar with the practice and people who are interested, from every sector.",
    "about": (
        "This is a draft of the plan for a day that launches the movement. It is shown while it is still being made, "
        "with an open invitation to take part."
    ),
    "for_whom": (
        "People who are familiar with relational practice and people who are interested in it: from health, social care, "
        "criminal justice, education and the third sector, and people with lived experience of them."
    ),
    "day": date(2023, 5, 30),
    "venue": "RCPsych",
    "address": "Prescot Street, London E1 8BB",
    "hosted_by": "the College Centre for Quality Improvement’s Enabling Environments project",
    "voices": "Speakers are to be confirmed. Would you stand up and say something?",
    # Not announced, either: as many as are hoped for.
    "places": 180,
    # Not announced: the banner and the page say that these are an illustration.
    "aims": {
        "health": 40, "criminal_justice": 30, "social_care": 30, "education": 25, "third_sector": 30, "lived_experience": 25,
    },
}  # fmt: skip


def announce() -> None:
    """The three convenors are named, and have no address: nobody can sign in as one of them."""
    gathering = Gathering(**PLAN)
    gathering.record(Gathering.Turn.BEGUN, by=None)
    for name in CONVENORS:
        Convening.objects.create(gathering=gathering, person=Person.objects.create_person(name))
    turns.publish(gathering, by=None)
