"""What has happened in the sample by a moment: each thing once, at its own hour. Nothing that a visitor did is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from goldenthread.desk.sample.after_the_day import close, tell
from goldenthread.desk.sample.day import DOORS_OPEN, open_doors
from goldenthread.desk.sample.hung_cards import hang_cards, write_notes
from goldenthread.desk.sample.launch import DAY, SETTLED_AT, settle
from goldenthread.desk.sample.programme import SHOWN_AT, show_programme
from goldenthread.desk.sample.sign_up import WISHES_UNTIL, draw_chairs, open_sessions
from goldenthread.desk.sample.tables import ANNOUNCED_AT, seat_newcomers
from goldenthread.desk.sample.voices import CALLS, accept, ask_readers, gatherings_that_ask, read_and_decide, tell_all
from goldenthread.desk.sample_clock import LONDON
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.chores import forget_answers, forget_shown_names
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from goldenthread.threads.chores import weave

CLOSES = timedelta(minutes=15)
# Of one gathering, with the moment at which one will look. The clock stands at the hour at which it happens.
Happening = Callable[[Gathering, datetime], None]


def live(now: datetime) -> None:
    """Let all that has happened by then happen, one after the other; in the end the clock stands at `now`."""
    confirm_in_time(now)
    for gathering in gatherings_that_ask().order_by("pk"):
        _happen(gathering, _of_voices(gathering), now)
    if launch := the_launch():
        _happen(launch, _of_the_launch(launch), now)
    clock.move_to(now)
    # Their chores go by days that pass; here half a year passes in a press.
    weave(now)
    forget_shown_names(now)
    forget_answers(now)


def the_launch() -> Gathering | None:
    return Gathering.objects.with_facts().filter(slug="launch").first()


def confirm_in_time(now: datetime) -> None:
    """A place that a visitor booked is not lost while months go by in a press: it was confirmed when it was asked for."""
    waiting = Booking.objects.filter(state__in=[State.KEPT, State.OFFERED], until__lte=now).going_ahead()
    for booking in waiting.select_related("gathering", "person").order_by("pk"):
        confirm(booking, booking.at)


def _happen(gathering: Gathering, happenings: Iterator[tuple[datetime, Happening]], now: datetime) -> None:
    before: datetime | None = None
    for at, happens in happenings:
        if at <= now:
            # Of what happens at one hour, nothing looks back to before what came first.
            if at != before:
                clock.move_to(at)
            happens(gathering, now)
            before = at


def _of_voices(gathering: Gathering) -> Iterator[tuple[datetime, Happening]]:
    """Nothing, where a keeper has called it off or put it off."""
    if gathering.is_called_off or gathering.is_postponed:
        return
    sample = CALLS[gathering.slug]
    yield sample.read_from, ask_readers
    yield sample.read_at, read_and_decide
    yield sample.told_at, tell_all
    yield sample.accepted_at, accept


def _of_the_launch(launch: Gathering) -> Iterator[tuple[datetime, Happening]]:
    """Nothing, where a keeper has called the day off or moved it."""
    if launch.is_called_off or launch.is_postponed or launch.day != DAY or launch.ends_at is None:
        return
    yield SETTLED_AT, settle
    yield ANNOUNCED_AT, seat_newcomers
    yield SHOWN_AT, show_programme
    yield SHOWN_AT, open_sessions
    yield WISHES_UNTIL, draw_chairs
    yield DOORS_OPEN - timedelta(hours=15), seat_newcomers
    yield DOORS_OPEN, open_doors
    yield DOORS_OPEN, hang_cards
    yield launch.ends_at + CLOSES, close
    yield launch.ends_at + CLOSES, write_notes
    yield datetime.combine(DAY + timedelta(days=1), time(10), LONDON), tell
