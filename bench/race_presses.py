"""What people press in a race. Each looks at the page first, as everybody does, and gives back the press."""

from collections.abc import Callable
from datetime import datetime

from django.test import Client
from django.urls import reverse

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.open_hour import hanging
from goldenthread.gatherings.open_hour.models import Topic
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_taking import take_over
from goldenthread.gatherings.programme.forms import SpotForm
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import DraftRun, ProgrammeRoom, Session
from goldenthread.gatherings.programme.placing import Spot, place
from goldenthread.gatherings.programme.placing_page import MovePage
from goldenthread.gatherings.programme.room_changes import save_room
from goldenthread.gatherings.signup import drawing, signing_up
from goldenthread.gatherings.signup.models import Draw
from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.kit import clock
from goldenthread.people.models import Person

Press = Callable[[], object]


def sign_up(booking: int, hour: int, now: datetime) -> Press:
    who = Booking.objects.select_related("gathering").get(pk=booking)
    return lambda: str(signing_up.sign_up(who, hour, now=now).state)


def shrink(room: int, capacity: int, by: int) -> Press:
    row, convenor = ProgrammeRoom.objects.select_related("gathering").get(pk=room), Person.objects.get(pk=by)
    row.capacity = capacity
    return lambda: save_room(row, by=convenor)


def wish(booking: int, draw: int, session: int, now: datetime) -> Press:
    who, of = Booking.objects.get(pk=booking), Draw.objects.get(pk=draw)
    sessions = [Session.objects.get(pk=session)]
    return lambda: drawing.wish(who, of, sessions, now=now)


def hold_draw(draw: int, now: datetime) -> Press:
    of = Draw.objects.get(pk=draw)
    return lambda: drawing.hold_draw(of, now=now)


def hang(topic: int, cell: tuple[int, int]) -> Press:
    card = Topic.objects.select_related("open_hour").get(pk=topic)
    return lambda: hanging.hang(card, cell)


def leave(topic: int) -> Press:
    card = Topic.objects.get(pk=topic)
    return lambda: hanging.leave(card)


def take_on(topic: int, booking: int) -> Press:
    card, who = Topic.objects.select_related("open_hour").get(pk=topic), Booking.objects.get(pk=booking)
    return lambda: hanging.take_on(card, who)


def put(session: int, room: int, day: datetime, by: int) -> Press:
    row, convenor = Session.objects.select_related("gathering").get(pk=session), Person.objects.get(pk=by)
    spot = Spot(day.date(), day.time(), room=ProgrammeRoom.objects.get(pk=room))
    return lambda: place(row, 1, spot, since_version=0, by=convenor, now=clock.now()).version


def move_through_the_page(session: int, at: str, by: int) -> Press:
    """The status that a convenor is answered who has read what the move would do."""
    row, browser = Session.objects.select_related("gathering").get(pk=session), Client(SERVER_NAME="localhost")
    browser.force_login(Person.objects.get(pk=by))
    there = row.placings.get()
    page = reverse("programme:placing_number", args=[row.gathering.slug, row.uid, 1])
    typed = {"day": there.day.isoformat(), "from_time": at, "room": there.room_id or "", "since": there.version}
    form = SpotForm(typed, gathering=row.gathering)
    assert form.is_valid()
    typed["seen"] = MovePage(programme_of(row.gathering), row, 1, form).preview.stamp
    return lambda: browser.post(page, typed).status_code


def tell_all(gathering: int, by: int) -> Press:
    row, convenor = Gathering.objects.with_facts().get(pk=gathering), Person.objects.get(pk=by)
    seen = telling_decisions.stamp_of(telling_decisions.previews_for(row, by=convenor))
    return lambda: telling_decisions.tell(row, seen=seen, not_yet=(), by=convenor).pk


def write_emails() -> Press:
    return lambda: tell_of_decisions(clock.now())


def take(run: int, by: int) -> Press:
    row, convenor = DraftRun.objects.select_related("gathering").get(pk=run), Person.objects.get(pk=by)
    return lambda: take_over(row, by=convenor, now=clock.now())
