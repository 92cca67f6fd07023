"""Feedback in three questions: unlinkable, and shown back to everybody at the same moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction

from goldenthread.gatherings.afterwards.models import Feedback, FeedbackGiven
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.suppression import SMALLEST_SHOWN

OPEN_FOR = timedelta(days=7)
QUESTIONS = ("good", "hard", "next")


class AlreadyGiven(Exception):
    """They have given it, perhaps a moment ago."""


@transaction.atomic
def give(booking: Booking, answers: dict[str, str]) -> None:
    """Two rows without anything in common: that they answered, and what somebody answered."""
    _given, is_new = FeedbackGiven.objects.get_or_create(booking=booking)
    if not is_new:
        raise AlreadyGiven
    if any(answers.values()):
        _lay_among(booking.gathering, Feedback(gathering=booking.gathering, **answers))


def _lay_among(gathering: Gathering, answer: Feedback) -> None:
    """All are written anew, in the order of the lots: a database keeps rows in the order of writing, and whoever reads it
    could lay them beside the names of those who answered."""
    Gathering.objects.select_for_update().get(pk=gathering.pk)
    before = Feedback.objects.filter(gathering=gathering)
    answers = sorted([*before, answer], key=lambda feedback: feedback.pk)
    before.delete()
    Feedback.objects.bulk_create(answers)


def is_open(gathering: Gathering, now: datetime) -> bool:
    """From the last hour of the day until a week later."""
    ends = gathering.ends_at
    return ends is not None and ends - timedelta(hours=1) <= now < _shown_from(ends)


def shown_back(gathering: Gathering, now: datetime) -> list[Feedback] | None:
    """All of it, in the order of the lots; None before everybody may see it, or where fewer answered than are shown to anybody, the convenors included."""
    if not is_shown(gathering, now):
        return None
    answers = list(Feedback.objects.filter(gathering=gathering).order_by("pk"))
    return answers if len(answers) >= SMALLEST_SHOWN else None


def is_shown(gathering: Gathering, now: datetime) -> bool:
    """Whether the week for answering is over."""
    return gathering.ends_at is not None and now >= _shown_from(gathering.ends_at)


def by_question(answers: Iterable[Feedback] | None) -> list[tuple[str, list[str]]]:
    """What was asked, and what was answered; nothing of a question that nobody answered."""
    questions = [(name, str(Feedback._meta.get_field(name).verbose_name)) for name in QUESTIONS]  # type: ignore[union-attr]
    heard = [
        (question, [words for each in answers or () if (words := getattr(each, name))]) for name, question in questions
    ]
    return [(question, words) for question, words in heard if words]


def _shown_from(ends: datetime) -> datetime:
    """The first moment of the same day of the week."""
    return datetime.combine(ends.date() + OPEN_FOR, time.min, ends.tzinfo)
