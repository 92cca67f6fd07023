"""What happens to letters by itself: they go out, each once, and are forgotten in time."""

from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.core.mail import get_connection

from goldenthread.kit.house import the_house
from goldenthread.outbox.models import Letter
from goldenthread.outbox.sending import Round

# One round ends after so many letters or seconds, because other chores wait for the same worker.
LETTERS_IN_A_ROUND = 200
A_ROUND_LASTS = timedelta(seconds=30)
WHEN_NOBODY_OPENS = timedelta(minutes=1)


def send_letters(now: datetime) -> None:
    """Send what is due, over one connection. `now` is real time: mail servers know no other."""
    house = the_house()
    if house and house.is_sample:
        # Whatever EMAIL_URL says: nobody in the sample house is a person who asked for a letter.
        Letter.objects.filter(state=Letter.State.OWED).update(state=Letter.State.KEPT)
    elif settings.EMAIL_URL:
        Letter.objects.take_up_what_was_left(now)
        if due := list(Letter.objects.to_go(now).values_list("pk", flat=True)[:LETTERS_IN_A_ROUND]):
            _send(due, now)


def _send(due: list[int], now: datetime) -> None:
    began = monotonic()
    with Round(get_connection()) as on_the_round:
        for pk in due:
            this_moment = now + timedelta(seconds=monotonic() - began)
            if not on_the_round.is_open:
                Letter.objects.to_go(this_moment).order_by().update(next_try_at=this_moment + WHEN_NOBODY_OPENS)
            if not on_the_round.is_open or this_moment - now > A_ROUND_LASTS:
                return
            if letter := Letter.objects.claim(pk, this_moment):  # Another worker may have been quicker.
                on_the_round.send(letter, this_moment)


def forget_old_letters(now: datetime) -> None:
    """Codes after a day, everything else after a year, by the clock of this house."""
    Letter.objects.due_to_be_forgotten(now).delete()
