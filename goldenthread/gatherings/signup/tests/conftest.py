"""A day of Ada's with two rooms: at ten a workshop in the small room and a circle in the hall, at noon the workshop once more."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Session
from goldenthread.gatherings.programme.tests.showing import show
from goldenthread.gatherings.signup.models import SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.gatherings.signup.signing_up import sign_up

# Two in the afternoon in Leeds, a week before.
A_WEEK_BEFORE = datetime(2027, 4, 13, 13, tzinfo=UTC)
THE_DAY = date(2027, 4, 20)


@pytest.fixture
def now():
    with time_machine.travel(A_WEEK_BEFORE, tick=False):
        yield A_WEEK_BEFORE


@pytest.fixture
def day(spring, ada, now):
    plan = {"day": THE_DAY, "from_time": time(9, 30), "to_time": time(16, 30)}
    spring.replan(plan, since=spring.sequence, by=ada, is_small=False)
    open_booking(spring, by=ada, now=now, places=300, until=None, confirm_hours=72, answer_hours=24)
    return Gathering.objects.with_facts().get(pk=spring.pk)


@pytest.fixture
def small_room(day):
    return ProgrammeRoom.objects.create(gathering=day, number=1, name="Small room", capacity=2)


@pytest.fixture
def hall(day):
    return ProgrammeRoom.objects.create(gathering=day, number=2, name="Hall", capacity=40)


@pytest.fixture
def held(day):
    """A session held at these hours, in this room."""

    def held(title, room, *hours, minutes=60, most_people=None):
        session = Session.objects.create(gathering=day, title=title, minutes=minutes, most_people=most_people)
        for number, hour in enumerate(hours, 1):
            Placing.objects.create(session=session, number=number, day=THE_DAY, from_time=time(hour), room=room)
        return session

    return held


@pytest.fixture
def workshop(held, small_room):
    return held("A workshop", small_room, 10, 12)


@pytest.fixture
def circle(held, hall):
    return held("A circle", hall, 10)


@pytest.fixture
def released(day, ada, now):
    """The draft as it stands is what people see."""

    def released():
        return show(day, by=ada, now=now)

    return released


@pytest.fixture
def opened(day, workshop, circle, ada, now, released):
    """First come, first served. The hours: workshop at ten and at noon, circle at ten."""
    open_sign_up([workshop, circle], day, by=ada, now=now, draw=None)
    released()
    return [*workshop.placings.order_by("number"), circle.placings.get()]


@pytest.fixture
def drawn_in_two_days(day, workshop, circle, ada, now, released):
    draw = set_draw(day, by=ada, now=now, until=now + timedelta(days=2), most_each=2)
    open_sign_up([workshop, circle], day, by=ada, now=now, draw=draw)
    released()
    return draw


@pytest.fixture
def comes(day):
    """Somebody with a place at the gathering."""

    def comes(name, seats=1, email=None):
        address = f"{name}@example.org".lower() if email is None else email
        return Booking.objects.create(
            gathering=day,
            name=name,
            email=address,
            language="en-gb",
            state=State.COMING,
            seats=seats,
            confirmed_at=day.changed_at,
        )

    return comes


@pytest.fixture
def sit(now):
    def sit(booking, placing, **more):
        return sign_up(booking, placing.pk, now=now, **more)

    return sit


@pytest.fixture
def lists():
    """Who stands how in one hour, by name."""

    def lists(placing):
        places = SessionPlace.objects.at(placing.session.uid, placing.number)
        return [(place.booking.name, place.state) for place in places]

    return lists
