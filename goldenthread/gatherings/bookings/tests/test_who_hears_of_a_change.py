"""Who hears of a change of plan, how often, and what it leaves as it is: also before it goes, for whoever looks."""

from datetime import date, timedelta

import pytest

from goldenthread.gatherings.bookings import plan_changes
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.people.models import Person

MAY = date(2027, 5, 4)


def moves(gathering, by, **plan):
    then = Gathering.objects.with_facts().get(pk=gathering.pk)
    then.replan(plan, since=then.sequence, by=by, is_small=False)
    return then


def those_who_hear():
    return [owed.booking.name for owed in Owed.objects.filter(kind=Owed.Kind.CHANGED).order_by("pk")]


def until(booking):
    return Booking.objects.get(pk=booking.pk).until


@pytest.fixture
def offered(everybody, now):
    """Dot is offered the place that Cat gave up; Cat is owed an answer to that."""
    give_up(everybody["Cat"], State.CANCELLED, now=now, by=None)
    return everybody["Dot"]


def test_who_is_no_longer_coming_hears_nothing_of_it_and_still_that_it_has_ended(offered, room, ada):
    moves(room, ada, day=MAY)

    assert sorted(those_who_hear()) == ["Ann", "Ben", "Dot", "Eli"]
    assert Owed.objects.get(booking__name="Cat").kind == Owed.Kind.OVER


def test_that_it_has_ended_is_true_of_what_is_called_off_too(offered, room, ada):
    turns.call_off(room, by=ada)

    assert Owed.objects.get(booking__name="Cat").kind == Owed.Kind.OVER
    assert [owed.kind for owed in offered.owed.all()] == [Owed.Kind.CHANGED]


def test_of_two_bookings_of_one_address_the_seat_is_written_about(everybody, room, ada):
    Person.objects.filter(email="ann@example.org").update(email="eli@example.org")
    Booking.objects.filter(name="Ann").update(state=State.WAITING)
    Booking.objects.filter(name="Eli").update(state=State.COMING)

    moves(room, ada, day=MAY)

    assert sorted(those_who_hear()) == ["Ben", "Cat", "Dot", "Eli"]


def test_whoever_looks_before_reads_one_of_each_way_to_stand(offered, room, ada, now):
    put_down(room, PlaceRequest("Pat"), now=now, by=ada)
    changed = moves(room, ada, day=MAY)
    supper = Gathering.begin("Supper", by=ada)
    open_booking(supper, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    fay = keep_a_place(supper, PlaceRequest("Fay", "fay@example.org"), now=now)
    Owed.objects.create(booking=fay, kind=Owed.Kind.CHANGED, at=now, since=1)

    seen = plan_changes.preview(changed)

    # Ann comes, Ben's place is kept as Dot's is, and Eli waits. Who is no longer coming reads something else.
    assert (seen.people, len(seen.emails), seen.unreachable) == (4, 3, ("Pat",))


def test_that_it_is_off_says_the_same_to_all(offered, room, ada):
    turns.call_off(room, by=ada)

    assert len(plan_changes.preview(Gathering.objects.with_facts().get(pk=room.pk)).emails) == 1


def test_who_follows_and_wants_no_news_is_told_no_more_than_that_it_moved(everybody, room, ada, emails):
    ann = Person.objects.get(email="ann@example.org")
    Person.objects.filter(pk=ann.pk).update(letters_rhythm=Person.Rhythm.NEVER)
    Following.objects.create(gathering=room, person=ann, told=room.news)
    moves(room, ada, cost="Free")
    moves(room, ada, day=MAY)

    text = emails()["Ann"].text

    assert ("* The date changed" in text, "The cost is known" in text) == (True, False)


def test_a_later_day_changes_no_time_to_answer(offered, everybody, room, ada):
    before = until(everybody["Ben"]), until(offered)

    moves(room, ada, day=MAY)

    assert (until(everybody["Ben"]), until(offered)) == before


def test_a_sooner_day_brings_the_answer_to_an_offer_forward_too(offered, everybody, room, ada, now):
    moves(room, ada, day=now.date() + timedelta(days=2))
    Booking.objects.filter(pk=offered.pk).update(until=now + timedelta(days=9))
    begins = moves(room, ada, day=now.date() + timedelta(days=1)).starts_at

    assert (until(offered), until(everybody["Ann"])) == (begins, None)


def test_what_takes_place_after_all_gives_time_to_who_was_asked_and_to_nobody_else(offered, everybody, room, ada, now):
    turns.call_off(room, by=ada)
    Booking.objects.filter(state__in=[State.KEPT, State.OFFERED]).update(until=now)
    turns.reinstate(room, by=ada)

    assert until(everybody["Ben"]) - now >= timedelta(hours=72)
    assert until(offered) - now >= timedelta(hours=24)
    assert {until(everybody[name]) for name in ["Ann", "Eli"]} == {None}


def test_as_much_time_as_its_own_convenors_chose(spring, ada, now):
    supper = Gathering.begin("Supper", by=ada)
    [
        open_booking(gathering, by=ada, now=now, places=3, until=None, confirm_hours=hours, answer_hours=hours)
        for gathering, hours in ((supper, 2), (spring, 72))
    ]
    ann = keep_a_place(spring, PlaceRequest("Ann", "ann@example.org"), now=now)
    turns.call_off(spring, by=ada)
    turns.reinstate(spring, by=ada)

    assert until(ann) - now >= timedelta(hours=72)


def test_what_was_never_opened_may_take_place_after_all(spring, ada):
    turns.call_off(spring, by=ada)

    turns.reinstate(spring, by=ada)

    assert Owed.objects.count() == 0
