"""Sessions that people sign up for, and somebody who sits in one: for the addresses of the permission matrix."""

from datetime import time, timedelta

from django.db.models import Max

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.open_hour.hanging import hang, set_open_hour
from goldenthread.gatherings.open_hour.models import OpenHour, Topic
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, Release, Session
from goldenthread.gatherings.signup.models import Draw, SessionPlace, SignUpOpening
from goldenthread.kit import clock


def signed_up(gathering, convenor):
    """A session that is first come, first served, with one chair taken; and one that is to be drawn."""
    room = ProgrammeRoom.objects.create(gathering=gathering, number=90, name="Small room", capacity=4)
    first_come, drawn = (
        _at_an_hour(gathering, title, room, hour) for title, hour in (("Eleven chairs", 9), ("Joy", 10))
    )
    draw = Draw.objects.create(gathering=gathering, until=clock.now() + timedelta(days=9), by=convenor)
    SignUpOpening.objects.create(session=drawn.session, draw=draw, by=convenor)
    SignUpOpening.objects.create(session=first_come.session, by=convenor)
    booking = _somebody(gathering, "Flo")
    place = SessionPlace.objects.create(
        booking=booking, session_uid=first_come.session.uid, number=first_come.number, title="Eleven chairs"
    )
    empty = SignUpOpening.objects.create(session=_at_an_hour(gathering, "Rest", None, 14).session, by=convenor)
    show(gathering)
    return {
        "hour": first_come.pk,
        "sign up": empty.pk,
        "chair": place.pk,
        "chair key": booking.key,
        "topic": _topic(gathering, convenor, booking).pk,
    }


def add_sessions(number, gathering):
    """So many more sessions with sign-up, each with somebody in it."""
    for n in range(number):
        placing = _at_an_hour(gathering, f"Session {n}", None, 15)
        SignUpOpening.objects.create(session=placing.session)
        booking, uid = _somebody(gathering, f"Gus{n}"), placing.session.uid
        SessionPlace.objects.create(booking=booking, session_uid=uid, number=1, title=f"Session {n}")
        Topic.objects.create(open_hour=OpenHour.objects.get(gathering=gathering), title=f"Topic {n}")
    show(gathering)


def show(gathering):
    """The draft as it stands, to everybody."""
    number = (Release.objects.of(gathering).aggregate(newest=Max("number"))["newest"] or 0) + 1
    Release.objects.create(gathering=gathering, number=number, content=freeze(gathering).content)


def _topic(gathering, convenor, booking):
    """A card that hangs in the only corner of the first of two rounds."""
    open_hour = set_open_hour(gathering, ["14:00", "15:00"], ["By the window"], by=convenor)
    topic = Topic.objects.create(open_hour=open_hour, title="Bread", host=booking)
    hang(topic, (open_hour.rounds.get(number=1).pk, open_hour.corners.get().pk))
    return topic


def _at_an_hour(gathering, title, room, hour):
    session = Session.objects.create(gathering=gathering, title=title, minutes=30)
    return Placing.objects.create(session=session, day=gathering.day, from_time=time(hour), room=room)


def _somebody(gathering, name):
    address = f"{name}@example.org".lower()
    return Booking.objects.create(
        gathering=gathering, name=name, email=address, language="en-gb", state=State.COMING, confirmed_at=clock.now()
    )
