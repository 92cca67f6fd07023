"""What invented people bring to the day in Leeds, which the keeper of the sample convenes: so its convenors' pages can be seen."""

from datetime import date, datetime, time

from goldenthread.desk.sample.brought import Brought, SampleCall
from goldenthread.desk.sample.launch import MADE_UP
from goldenthread.desk.sample.people import KEEPER
from goldenthread.desk.sample_clock import BY_WORD, LONDON
from goldenthread.gatherings.voices.call_in_words import LAST_MINUTE
from goldenthread.gatherings.voices.models import DecisionAnswer, Leaning, OtherDoor

BROUGHT = (
    Brought(
        "The corridor that became a kitchen",
        "Forty boys, one corridor, and a kettle that nobody had permission for. Five minutes, and I’d bring the kettle.",
        "A story",
        ("gwil.bellweather@example.org",),
    ),
    Brought(
        "What the night bus driver knew",
        "He drove the same young people home for six years. We’d tell it between us, as he told it to us.",
        "A story",
        ("hestia.inglenook@example.org", "ines.dewpond@example.org"),
        help_with="There are two of us, and we don’t know yet who begins.",
    ),
    Brought(
        "Who opens the door at night?",
        "A question for a hostel, a ward and a school. Ten minutes, sitting down.",
        "A question",
        ("jude.kestrelby@example.org",),
        decision={"answer": DecisionAnswer.RESERVE},
    ),
    Brought(
        "Twelve slides about trust",
        "How we measured trust in eleven teams. I could do it in half an hour, with questions.",
        "A talk",
        ("lark.appletree@example.org",),
        decision={
            "answer": DecisionAnswer.NOT_THIS_TIME,
            "reason": f"We keep this day free of slides. What the eleven teams said is what we’d like to hear. ({MADE_UP}.)",
            "door": OtherDoor.WALL,
        },
    ),
    Brought(
        "Forty-one letters from inside",
        "My sister wrote them and I answered. I’d read two of them aloud. (Told on the telephone.)",
        "A story",
        ("Agnes",),
    ),
    Brought(
        "I nearly didn’t come",
        "I’ve been to three of these and never said anything. This time I would.",
        "A story",
        ("zofia.foxglove@example.org",),
        decision={},
    ),
)
# The keeper convenes it and reads, too; one of these is left for whoever looks around.
READERS = {
    KEEPER[1]: False,
    "noor.cloudesley@example.org": True,
    "oren.appletree@example.org": True,
}
READINGS = (
    (0, 0, Leaning.IN, "I’d like the kettle to stand on the table all day."),
    (0, 1, Leaning.IN, "That is how it was where I lived, too."),
    (1, 0, Leaning.IN, "Two voices, and neither is the one who did it. It works because they say so."),
    (1, 2, Leaning.ANOTHER_FORM, "Could they sit at a table with it, and be asked?"),
    (2, 0, Leaning.NOT_NOW, "A good question. Is it a second one beside the question of the afternoon?"),
    (2, 1, Leaning.IN, "Ask it early, before people are tired."),
    (3, 0, Leaning.ANOTHER_FORM, "Without the slides I’d want to hear it."),
    (3, 2, Leaning.NOT_NOW, "Half an hour is more than we have."),
    (4, 0, Leaning.IN, "Two letters, and then nothing for a minute."),
    (4, 1, Leaning.TOO_CLOSE, ""),
)
CALL = SampleCall(
    looked_for=f"Five minutes about something that only you can tell. No slides; bring a thing, if you like.\n\n*({MADE_UP}.)*",
    until=datetime.combine(date(2023, 5, 28), LAST_MINUTE, LONDON),
    brought=BROUGHT,
    readers=READERS,
    readings=READINGS,
    read_from=BY_WORD["planning"].moment,
    read_at=datetime.combine(date(2023, 5, 16), time(19), LONDON),
    # Held back a week before the launch and on its day; people know it two days later.
    told_at=datetime.combine(date(2023, 5, 31), time(10), LONDON),
    accepted_at=datetime.combine(date(2023, 5, 31), time(18), LONDON),
)
