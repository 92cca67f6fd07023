"""Two at one moment at a programme: the second waits for the first and sees what it did. `bench/races.py` races the same in earnest.

On SQLite there is one writer at a time, from the beginning of its transaction; on PostgreSQL each act has to lock its row.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.open_hour.hanging import HostsAnother, hang, leave, set_open_hour, take_on
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_runs import ask_for, carry_out
from goldenthread.gatherings.programme.draft_taking import TakenOverBefore, take_over
from goldenthread.gatherings.programme.models import PlacingChange, ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import MovedMeanwhile
from goldenthread.gatherings.programme.tests.showing import held, show
from goldenthread.gatherings.signup.drawing import WishesAreClosed, hold_draw, wish
from goldenthread.gatherings.signup.models import SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import OwedAnswer, Telling
from goldenthread.gatherings.voices.telling_decisions import ChangedSinceSeen, previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import offer
from tests.trust.pressing import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
A_WEEK_BEFORE = datetime(2027, 4, 13, 9, tzinfo=UTC)
CLOSES = A_WEEK_BEFORE + timedelta(hours=1)


@pytest.fixture
def day(spring, ada):
    """With hours, a week ahead."""
    plan = {"day": date(2027, 4, 20), "from_time": time(9, 30), "to_time": time(16, 30)}
    with time_machine.travel(A_WEEK_BEFORE, tick=False):
        spring.replan(plan, since=spring.sequence, by=ada, is_small=False)
        yield Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.fixture
def comes(day):
    def comes(name):
        about = {"email": f"{name}@example.org", "state": State.COMING, "confirmed_at": A_WEEK_BEFORE}
        return Booking.objects.create(gathering=day, name=name, language="en-gb", **about)

    return comes


@pytest.fixture
def drawn(day, ada):
    """A session with chairs for all who wish, and its draw."""
    session = held(day, "A workshop")
    draw = set_draw(day, by=ada, now=A_WEEK_BEFORE, until=CLOSES, most_each=1)
    open_sign_up([session], day, by=ada, now=A_WEEK_BEFORE, draw=draw)
    show(day, by=ada, now=A_WEEK_BEFORE)
    return draw, session


def test_a_wish_in_the_last_second_is_drawn(drawn, comes):
    (draw, session), flo = drawn, comes("flo")
    in_time = CLOSES - timedelta(seconds=1)

    answers = at_once(lambda: wish(flo, draw, [session], now=in_time), lambda: hold_draw(draw, now=CLOSES))

    assert (answers, [place.booking for place in SessionPlace.objects.coming()]) == ((None, None), [flo])


def test_a_wish_that_comes_as_it_is_drawn_is_refused(drawn, comes):
    (draw, session), flo = drawn, comes("flo")
    in_time = CLOSES - timedelta(seconds=1)

    answers = at_once(lambda: hold_draw(draw, now=CLOSES), lambda: wish(flo, draw, [session], now=in_time))

    assert (answers, SessionPlace.objects.count()) == ((None, WishesAreClosed), 0)


def test_a_card_that_is_moved_as_somebody_takes_it_on_hangs_as_they_may(day, ada, comes):
    open_hour = set_open_hour(day, ["14:00", "15:00"], ["By the window", "Under the clock"], by=ada)
    di, ed = comes("di"), comes("ed")
    bread, grief = (
        Topic.objects.create(open_hour=open_hour, title=t, host=h) for t, h in (("Bread", di), ("Grief", ed))
    )
    later = open_hour.rounds.get(number=2).pk
    hang(grief, (later, open_hour.corners.get(number=1).pk))
    leave(bread)

    # Her page is from before she left it.
    answers = at_once(lambda: take_on(bread, ed), lambda: hang(bread, (later, open_hour.corners.get(number=2).pk)))

    assert answers == (None, HostsAnother)


def test_all_are_told_once(day, ada, bo):
    decide(offer(day, "Chairs", "Jude"), answer="in", reason="", door="", by=ada)
    seen = stamp_of(previews_for(day, by=ada))

    answers = at_once(
        lambda: tell(day, seen=seen, not_yet=(), by=ada).pk, lambda: tell(day, seen=seen, not_yet=(), by=bo)
    )

    assert (answers, OwedAnswer.objects.count()) == ((Telling.objects.get().pk, ChangedSinceSeen), 1)


@pytest.fixture
def drafts(day, ada):
    """Two of one session, looked at and not taken yet."""
    ProgrammeRoom.objects.create(gathering=day, number=1, name="Hall")
    Session.objects.create(gathering=day, title="Tea")
    runs = []
    for _ in range(2):
        run = ask_for(day, keeps_placed=True, by=ada, is_small=True)
        carry_out(run)
        run.refresh_from_db()
        runs.append(run)
    return runs


def test_a_draft_is_taken_over_once(drafts, ada, bo):
    run, _other = drafts

    answers = at_once(lambda: take_over(run, by=ada, now=run.at), lambda: take_over(run, by=bo, now=run.at))

    assert (answers, PlacingChange.objects.count()) == ((1, TakenOverBefore), 1)


def test_of_two_drafts_one_is_taken_over(drafts, ada, bo):
    run, other = drafts

    answers = at_once(lambda: take_over(run, by=ada, now=run.at), lambda: take_over(other, by=bo, now=run.at))

    assert (answers, PlacingChange.objects.count()) == ((1, MovedMeanwhile), 1)
