"""Chairs that were drawn, one that is offered, and an open hour to which nobody has brought a card yet. Runs inside a house."""

from datetime import timedelta

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour.hanging import set_open_hour
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.models import Session
from goldenthread.gatherings.programme.tests.showing import held, room, show
from goldenthread.gatherings.signup.drawing import hold_draw, wish
from goldenthread.gatherings.signup.models import SessionPlace
from goldenthread.gatherings.signup.opening_sign_up import open_sign_up, set_draw
from goldenthread.kit import clock
from goldenthread.people.models import Person
from tests.journeys.furnishing_voices import a_day

# Enough that it may be said how many would have liked to come.
OTHERS = 8


def draw_chairs(ada: Person, bo: Person, long: str) -> dict[str, str]:
    now, day = clock.now(), a_day("A day of draws", ada)
    mine = keep_a_place(day, PlaceRequest("Bo", bo.email or ""), now=now, person=bo)
    people = [Person.objects.create_person(f"{n} {long[:60]}", f"draws{n}@example.com") for n in range(OTHERS)]
    others = [keep_a_place(day, PlaceRequest(p.name, p.email or ""), now=now, person=p) for p in people]
    sessions = [
        held(day, f"{name} {long}"[:160], hour, room(day, f"{name} room"), day=day.day, most_people=2)
        for name, hour in (("one", "10:00"), ("two", "10:00"), ("three", "14:00"))
    ]
    show(day, by=ada, now=now)
    _draw([*others, mine], sessions, day, ada)
    chairs = set(SessionPlace.objects.filter(booking=mine).values_list("session_uid", flat=True))
    offered = next(session for session in sessions if session.uid not in chairs)
    known = {"booking": mine, "session_uid": offered.uid, "number": 1, "title": offered.title}
    SessionPlace.objects.create(**known, state="offered", until=now + timedelta(days=1))
    set_open_hour(day, [long[:80], "15:00 to 15:40"], [long[:80], "By the door"], by=ada)
    return {"drawn": day.get_absolute_url(), "drawn place": mine.get_absolute_url()}


def _draw(bookings: list[Booking], sessions: list[Session], day: Gathering, ada: Person) -> None:
    """All of them wish for all of it."""
    now = clock.now()
    draw = set_draw(day, by=ada, now=now, until=now + timedelta(days=9), most_each=1)
    open_sign_up(sessions, day, by=ada, now=now, draw=draw)
    for booking in bookings:
        wish(booking, draw, sessions, now=now)
    draw.until = now
    draw.save(update_fields=["until"])
    hold_draw(draw, now=now)
