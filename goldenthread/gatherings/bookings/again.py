"""Presses that say the same: somebody pressed twice, in two tabs, or once more because no e-mail came at once."""

from collections import Counter
from datetime import timedelta

from goldenthread.gatherings.bookings.answering import WORDS
from goldenthread.gatherings.bookings.models import Booking, Owed, State

# How long one e-mail answers every press that says the same. Whoever asks again later has perhaps not found it.
AN_EMAIL_LASTS = timedelta(minutes=10)


def told_already(press: Booking) -> Booking | None:
    """The earlier press whose e-mail, with the code in it, answers this one, too."""
    if press.state != State.AGAIN:
        return None
    earlier = Booking.with_presses.filter(gathering=press.gathering_id, email=press.email, confirmed_at=None)
    lately = earlier.filter(pk__lt=press.pk, at__gt=press.at - AN_EMAIL_LASTS).exclude(code_hash="")
    return next((candidate for candidate in lately.order_by("pk") if _says(candidate) == _says(press)), None)


def in_turns(debts: list[Owed]) -> list[list[Owed]]:
    """Of one address at one gathering one at a time, so that the next press can share its code."""
    turns: list[list[Owed]] = []
    often = Counter[tuple[int, str]]()
    for debt in debts:
        whose = debt.booking.gathering_id, debt.booking.email or f"{debt.booking_id}"
        if often[whose] == len(turns):
            turns.append([])
        turns[often[whose]].append(debt)
        often[whose] += 1
    return turns


def _says(press: Booking) -> list[object]:
    answers = press.answers.order_by("question").values_list("question", "words")
    return [press.seats, *(getattr(press, word) for word in WORDS), *answers]
