"""What invented people bring to the launch, and what invented readers make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from goldenthread.desk.sample.launch import MADE_UP
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.voices.call_in_words import LAST_MINUTE
from goldenthread.gatherings.voices.models import DecisionAnswer, Leaning, OtherDoor

UNTIL = datetime.combine(date(2023, 3, 31), LAST_MINUTE, LONDON)


@dataclass(frozen=True)
class Brought:
    """One thing that somebody brings, in invented words; on paper where nobody has an address. Its decision comes in April."""

    title: str
    words: str
    kind: str
    voices: tuple[str, ...]
    is_sent: bool = True
    # What they would like to think through with somebody.
    help_with: str = ""
    # IN, without a reason, where nothing else is said; empty where it is still open.
    decision: dict[str, str] = field(default_factory=lambda: {"answer": DecisionAnswer.IN})

    @property
    def is_on_paper(self) -> bool:
        return "@" not in self.voices[0]


@dataclass(frozen=True)
class SampleCall:
    """What one gathering of the sample asks for, what comes of it, who reads it, and at which moment what happens."""

    looked_for: str
    until: datetime
    brought: tuple[Brought, ...]
    # By address: whether they read from lived experience.
    readers: dict[str, bool]
    # Which of those that came, which reader, and what they say.
    readings: tuple[tuple[int, int, str, str], ...]
    read_from: datetime
    read_at: datetime
    told_at: datetime
    accepted_at: datetime


BROUGHT = (
    Brought(
        "How our ward began to eat together",
        "For a year nobody sat down with anybody. Then somebody pushed two tables together. I’d tell what came of it, in ten minutes.",
        "A story",
        ("amina.appletree@example.org",),
    ),
    Brought(
        "Who is not in the room?",
        "A question, not a talk. Two of us would ask it, and then keep quiet.",
        "A question",
        ("farah.juniperson@example.org", "efe.elderfield@example.org"),
    ),
    Brought(
        "Forty years of listening at the gate",
        "I’ve stood at the gate of a prison for forty years. I don’t write much, but I can tell it.",
        "A story",
        ("Pearl",),
    ),
    Brought(
        "What our targets counted",
        "A talk about a team that met every target, and stopped talking to each other.",
        "A talk",
        ("gethin.greenhay@example.org",),
        decision={
            "answer": DecisionAnswer.NOT_THIS_TIME,
            "reason": f"There’s time for one talk only, and we’d like to hear yours at its full length. ({MADE_UP}.)",
            "door": OtherDoor.OPEN_HOUR,
        },
    ),
    Brought(
        "A garden behind the wall",
        "I’m not sure yet where it begins.",
        "A story",
        ("keziah.kestrelby@example.org",),
        is_sent=False,
        help_with="I know what happened, and not where to begin telling it.",
    ),
)
# What a reader would do, in words. All of them are invented, readers as well.
READINGS = (
    (0, 0, Leaning.IN, "I could see the two tables. Please let people eat first, and tell it then."),
    (0, 1, Leaning.IN, "Ten minutes and a long silence. It would be a good way to begin."),
    (1, 0, Leaning.IN, "It changes who we think of for the rest of the day."),
    (1, 2, Leaning.ANOTHER_FORM, "At the tables, and not from the front?"),
    (2, 1, Leaning.IN, "Somebody could sit beside her and ask."),
    (3, 2, Leaning.NOT_NOW, "It needs an hour, and there isn’t one."),
    (3, 0, Leaning.TOO_CLOSE, ""),
)
CALL = SampleCall(
    looked_for=(
        "Something that happened, more than something that was published. Five minutes are plenty, and nobody needs slides."
        f"\n\n*({MADE_UP}.)*"
    ),
    until=UNTIL,
    brought=BROUGHT,
    readers=dict.fromkeys(
        ("hana.lanternhill@example.org", "caleb.cloudesley@example.org", "dilys.juniperson@example.org"), False
    ),
    readings=READINGS,
    read_from=UNTIL,
    read_at=datetime.combine(date(2023, 4, 12), time(19), LONDON),
    told_at=datetime.combine(date(2023, 4, 21), time(10), LONDON),
    accepted_at=datetime.combine(date(2023, 4, 24), time(18), LONDON),
)
