"""What somebody does with their booking changes no other booking, and nothing of their own at another gathering."""

from datetime import date, timedelta

import pytest

from goldenthread.gatherings.bookings.answering import confirm, confirm_by_code, say_yes_for, sealed
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import Friend, give_to, give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State, Withdrawal
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

ANN, CODE = "ann@example.org", "123456"


def asks(gathering, name, now, **more):
    return keep_a_place(gathering, PlaceRequest(name, f"{name.lower()}@example.org", **more), now=now)


@pytest.fixture
def spring_and_supper(room, ada, now):
    """At supper they stand in every way; at the other gathering nobody waits, so that nobody moves up. Ann is at both."""
    supper = Gathering.begin("Supper", by=ada)
    supper.replan({"day": date(2027, 4, 21)}, since=supper.sequence, by=ada, is_small=False)
    open_booking(supper, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    at_supper = [asks(supper, name, now) for name in ["Ann", "Ben", "Cat", "Dot", "Eli", "Flo"]]
    confirm(at_supper[1], now)
    Booking.objects.filter(pk=at_supper[2].pk).update(state=State.OFFERED)
    withdraw(at_supper[1], State.CANCELLED, now=now)
    at_spring = [asks(room, name, now) for name in ["Ben", "Ann", "Cat"]]
    withdraw(at_spring[2], State.CANCELLED, now=now)
    for gathering in (supper, room):
        asks(gathering, "Ben", now, line="I come by train.")
        asks(gathering, "Ann", now, line="I bring a cake.")
        # More places than are taken: whom the waiting list would move is only kept by its own gathering.
        Gathering.objects.filter(pk=gathering.pk).update(places=9)
    Booking.with_presses.exclude(name="Ben").update(code_hash=sealed(at_spring[1], CODE))
    room.refresh_from_db()
    return room, supper


def rows_of(bookings):
    keys = list(bookings.values_list("pk", flat=True))
    tables = (
        Booking.with_presses.filter(pk__in=keys),
        *(of.objects.filter(booking__in=keys) for of in (Owed, Withdrawal)),
    )
    return [list(table.order_by("pk").values()) for table in tables]


def mine(gathering, state=State.KEPT):
    return Booking.with_presses.select_related("gathering").get(gathering=gathering, email=ANN, state=state)


@pytest.mark.parametrize(
    "act",
    [
        lambda spring, now, ada: confirm(mine(spring), now),
        lambda spring, now, ada: confirm(mine(spring, State.AGAIN), now),
        lambda spring, now, ada: confirm_by_code(mine(spring), CODE, now),
        lambda spring, now, ada: say_yes_for(mine(spring), now=now, by=ada),
        lambda spring, now, ada: give_up(mine(spring), State.CANCELLED, now=now, by=None),
        lambda spring, now, ada: give_up(mine(spring), State.RELEASED, now=now + timedelta(days=900), by=None),
        lambda spring, now, ada: give_to(mine(spring), Friend("Flo", "flo@example.org"), now=now),
        lambda spring, now, ada: give_to(mine(spring), Friend("Gus", "gus@example.org"), now=now),
    ],
)
def test_what_ann_does_at_one_gathering_touches_nothing_else(spring_and_supper, now, ada, act):
    spring, _supper = spring_and_supper
    others = Booking.with_presses.exclude(gathering=spring, email__in=[ANN, "flo@example.org", "gus@example.org"])
    before = rows_of(others)

    act(spring, now, ada)

    assert rows_of(others) == before


@pytest.mark.parametrize(
    "verbs",
    [
        [turns.call_off],
        [turns.call_off, turns.reinstate],
        [
            lambda spring, by: spring.replan(
                {"day": clock.now().date() + timedelta(days=1)}, since=spring.sequence, by=by, is_small=False
            )
        ],
    ],
)
def test_what_becomes_of_one_gathering_touches_nothing_of_another(spring_and_supper, ada, verbs):
    spring, supper = spring_and_supper
    turns.postpone(supper, by=ada)
    at_supper = Booking.with_presses.filter(gathering=supper)
    before = rows_of(at_supper)

    [verb(Gathering.objects.with_facts().get(pk=spring.pk), by=ada) for verb in verbs]

    assert rows_of(at_supper) == before


def test_who_waits_elsewhere_is_offered_nothing_here(ask, ada, now):
    ann, _ben, _cat, pair = ask("Ann"), ask("Ben"), ask("Cat"), ask("Dot", has_supporter=True)
    supper = Gathering.begin("Supper", by=ada)
    open_booking(supper, by=ada, now=now, places=1, until=None, confirm_hours=72, answer_hours=24)
    _eve, fay = (asks(supper, name, now) for name in ["Eve", "Fay"])

    give_up(ann, State.CANCELLED, now=now, by=None)

    assert [Booking.objects.get(pk=row.pk).state for row in (pair, fay)] == [State.WAITING, State.WAITING]
