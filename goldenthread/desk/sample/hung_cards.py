"""The open hour of the launch: who brings which card in the morning, and what came of it. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import QuerySet

from goldenthread.desk.sample.day import made_up
from goldenthread.desk.sample.launch import DAY, MADE_UP
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.open_hour.models import Corner, OpenHour, Topic, TopicNote, TopicPlacing, TopicRound
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

BEGINS = datetime.combine(DAY, time(13), LONDON)
ROUNDS = ("13:00 to 13:25", "13:30 to 13:55")
CORNERS = ("By the window", "Under the stairs", "The round table in the library")


@dataclass(frozen=True)
class Card:
    """What somebody would like to talk about: hosted by whom, and in which round and corner, counted from 1."""

    title: str
    words: str
    host: str = ""
    hangs: tuple[int, int] | None = None
    note: str = ""


CARDS = (
    Card(
        "What our targets counted",
        f"We met every one of them, and stopped talking to each other. ({MADE_UP}.)",
        "gethin.greenhay@example.org",
        (1, 1),
        f"Seven of us found a number that we’d keep: how often somebody asks. ({MADE_UP}.)",
    ),
    Card(
        "Who would walk into a prison with a choir?",
        f"No need to sing well. ({MADE_UP}.)",
        "nesta.hazelmoor@example.org",
        (2, 3),
    ),
    # Nobody hosts it yet: whoever wrote it has no telephone with them.
    Card("Tea for those who work nights", f"Written on paper, and left at the door. ({MADE_UP}.)"),
)


def hang_cards(launch: Gathering, _now: datetime) -> None:
    """Once; an open hour that a convenor set before stays. By nobody: the convenors are real people."""
    if OpenHour.objects.of(launch).exists():
        return
    now, by_address = clock.now(), {booking.email: booking for booking in made_up(launch).values()}
    open_hour = OpenHour.objects.create(gathering=launch, at=now)
    rounds = {n: TopicRound.objects.create(open_hour=open_hour, number=n, words=line) for n, line in _counted(ROUNDS)}
    corners = {n: Corner.objects.create(open_hour=open_hour, number=n, words=line) for n, line in _counted(CORNERS)}
    for card in CARDS:
        host = by_address.get(card.host)
        topic = Topic.objects.create(open_hour=open_hour, title=card.title, words=card.words, host=host, at=now)
        if card.hangs:
            round_, corner = card.hangs
            TopicPlacing.objects.create(topic=topic, round=rounds[round_], corner=corners[corner])


def write_notes(launch: Gathering, _now: datetime) -> None:
    for card in CARDS:
        topic = Topic.objects.filter(open_hour__gathering=launch, title=card.title).first()
        if topic and card.note:
            TopicNote.objects.get_or_create(topic=topic, words=card.note)


def hung_after(launch: Gathering, moment: datetime) -> tuple[QuerySet[TopicNote], QuerySet[Topic], QuerySet[OpenHour]]:
    """A note keeps no moment: none can be there before the hour begins."""
    notes = TopicNote.objects.filter(topic__open_hour__gathering=launch)
    return (
        notes if moment < BEGINS else notes.none(),
        Topic.objects.filter(open_hour__gathering=launch, at__gt=moment),
        OpenHour.objects.of(launch).filter(at__gt=moment),
    )


def _counted(lines: tuple[str, ...]) -> enumerate[str]:
    return enumerate(lines, start=1)
