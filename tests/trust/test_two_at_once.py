"""Two people press at the same moment. The second waits for the first, sees what it did, and nothing is lost or doubled.

On SQLite there is one writer at a time, from the beginning of its transaction; on PostgreSQL each act has to lock its row.
"""

from datetime import date, time

import pytest
from django.db import connection

from goldenthread.gatherings.afterwards import feeding_back
from goldenthread.gatherings.afterwards.models import Feedback
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan import convening
from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.programme.models import Placing, PlacingChange, ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import MovedMeanwhile, Spot, TakenAlready, UndoneAlready, place, undo
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.runs import AlreadyMixing, MixRequest, ask_for, take_up
from goldenthread.gatherings.voices.models import Contribution
from goldenthread.kit import clock
from goldenthread.outbox.chores import write_circulars
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.previewing import preview_to
from goldenthread.threads import chores, introducing
from goldenthread.threads.beginning import begin
from goldenthread.threads.models import Asking, Where
from goldenthread.threads.models import Thread as ThreadOfTwo
from tests.trust.pressing import at_once

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def test_two_who_say_yes_at_once_have_a_thread(ada, bo, cy):
    introducing.introduce(ada, bo, by=cy, why="You both bake.", at=clock.now(), is_wanted=True)

    def says_yes(person):
        asking = Asking.objects.get(person=person)
        return introducing.answer(asking, Asking.Answer.YES, reach="", at=clock.now(), is_free=True)

    answers = at_once(lambda: says_yes(ada), lambda: says_yes(bo))

    assert (answers, ThreadOfTwo.objects.count()) == ((False, True), 1)


def test_two_convenors_who_step_back_at_once_do_not_leave_it_alone(spring, ada, bo):
    Convening.objects.create(gathering=spring, person=bo)

    answers = at_once(lambda: convening.step_back(spring, ada), lambda: convening.step_back(spring, bo))

    assert answers == (None, convening.LastConvenor)
    assert [each.person for each in Convening.objects.filter(gathering=spring, until=None)] == [bo]


def test_a_version_that_is_asked_for_twice_at_once_is_mixed_once(spring, ada, bo):
    Booking.objects.bulk_create(
        Booking(gathering=spring, name=f"Guest {n}", language="en-gb", state=State.COMING, key=f"{n}")
        for n in range(12)
    )
    laid = arrange(spring, outline_for(spring), by=ada)

    answers = at_once(lambda: ask_for(laid, MixRequest(), by=ada).number, lambda: ask_for(laid, MixRequest(), by=bo))

    assert (answers, Mix.objects.count()) == ((1, AlreadyMixing), 1)


def test_a_run_that_two_workers_read_at_once_is_claimed_by_one(spring, ada):
    laid = arrange(spring, outline_for(spring), by=ada)
    run = ask_for(laid, MixRequest(), by=ada)

    answers = at_once(take_up, take_up)

    assert (answers, Mix.objects.get().tries) == ((run, None), 1)


def test_feedback_that_is_given_at_once_is_all_kept(spring):
    bookings = Booking.objects.bulk_create(
        Booking(gathering=spring, name=f"Guest {n}", language="en-gb", state=State.COMING, key=f"{n}") for n in range(3)
    )

    def gives(booking):
        feeding_back.give(booking, {"good": f"The tea, says {booking.name}"})

    gives(bookings[0])
    at_once(lambda: gives(bookings[1]), lambda: gives(bookings[2]))

    assert Feedback.objects.count() == 3


def test_two_workers_tell_both_of_a_new_thread_once(ada, bo):
    begin(ada, bo, where=Where("gathering:1", "Tea"), at=clock.now(), is_news=True)

    at_once(lambda: chores.tell_of_new_threads(clock.now()), lambda: chores.tell_of_new_threads(clock.now()))

    assert sorted(Email.objects.values_list("to__name", flat=True)) == [ada.name, bo.name]


def test_two_workers_write_an_email_to_many_once_to_each(ada):
    circular = Circular.begin(by=ada, subject="Tea", words="Tea.", about="plan.gathering:12")
    preview_to(circular, ada).delete()
    circular.send([(None, "flo@example.org", {}), (None, "gus@example.org", {})], by=ada)

    at_once(lambda: write_circulars(clock.now()), lambda: write_circulars(clock.now()))

    assert sorted(Email.objects.values_list("address", flat=True)) == ["flo@example.org", "gus@example.org"]


def test_two_sessions_that_are_put_into_one_cell_at_once(spring, ada, bo):
    hall = ProgrammeRoom.objects.create(gathering=spring, number=1, name="Hall")
    tea, bread = (Session.objects.create(gathering=spring, title=title) for title in ("Tea", "Bread"))
    there = Spot(date(2027, 4, 20), time(10), room=hall)

    answers = at_once(
        lambda: place(tea, 1, there, since_version=0, by=ada, now=clock.now()).version,
        lambda: place(bread, 1, there, since_version=0, by=bo, now=clock.now()),
    )

    assert (answers, Placing.objects.count(), PlacingChange.objects.count()) == ((1, TakenAlready), 1, 1)


def test_two_who_move_one_session_at_once(spring, ada, bo):
    tea = Session.objects.create(gathering=spring, title="Tea")
    day = date(2027, 4, 20)

    answers = at_once(
        lambda: place(tea, 1, Spot(day, time(10)), since_version=0, by=ada, now=clock.now()).version,
        lambda: place(tea, 1, Spot(day, time(12)), since_version=0, by=bo, now=clock.now()),
    )

    assert (answers, Placing.objects.get().from_time) == ((1, MovedMeanwhile), time(10))


def test_a_move_that_two_undo_at_once_is_undone_once(spring, ada, bo):
    tea = Session.objects.create(gathering=spring, title="Tea")
    place(tea, 1, Spot(date(2027, 4, 20), time(10)), since_version=0, by=ada, now=clock.now())
    move = PlacingChange.objects.get()

    answers = at_once(lambda: undo(move, by=ada, now=clock.now()), lambda: undo(move, by=bo, now=clock.now()))

    assert (answers, Placing.objects.count(), PlacingChange.objects.count()) == ((None, UndoneAlready), 0, 2)


def test_what_somebody_brings_becomes_a_session_once(spring, ada, bo):
    chairs = Contribution.objects.create(gathering=spring, title="Chairs", sent_at=clock.now())

    answers = at_once(lambda: session_from(chairs, by=ada).pk, lambda: session_from(chairs, by=bo).pk)

    assert (answers[0] == answers[1], Session.objects.count()) == (True, 1)
