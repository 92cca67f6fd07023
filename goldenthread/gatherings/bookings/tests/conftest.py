"""A gathering with three places, and people who would like one."""

import re

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.tests.asking import TERMS, let_them_ask
from goldenthread.gatherings.plan.chores import tell_followers, write_to_invited
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

LIST = b"Name,E-mail\nBo,bo@example.org\nNan,nan@example.org\nPat,\n"


@pytest.fixture
def now(spring):
    return clock.now()


@pytest.fixture
def room(spring, ada, now):
    """Ada's gathering, with three places that can be booked."""
    open_booking(spring, by=ada, now=now, places=3, until=None, confirm_hours=72, answer_hours=24)
    spring.refresh_from_db()
    return spring


@pytest.fixture
def ask(room, now):
    """Somebody asks for a place, from an address of their own."""

    def ask(name: str, **more: object) -> Booking:
        wish = PlaceRequest(name=name, email=f"{name.lower()}@example.org", **more)  # type: ignore[arg-type]
        return keep_a_place(room, wish, now=now)

    return ask


@pytest.fixture
def full(ask):
    """Three places kept, and two who wait: Dot and then Eli."""
    return {name: ask(name) for name in ["Ann", "Ben", "Cat", "Dot", "Eli"]}


@pytest.fixture
def stands():
    """How each of them stands now."""

    def stands(bookings: dict[str, Booking]) -> dict[str, State]:
        return {name: State(Booking.objects.get(pk=booking.pk).state) for name, booking in bookings.items()}

    return stands


@pytest.fixture
def brought(room, ada, now):
    """Bo, a member; Nan, whom nobody here knows; and Pat without an address."""
    looked = look(room, "list.csv", LIST, "en-gb")
    return bring(room, looked.file, looked.lines, once="once", now=now, by=ada)


@pytest.fixture
def nan(brought):
    return Booking.objects.select_related("gathering").get(name="Nan")


@pytest.fixture
def everybody(full, now):
    """Ann comes, Ben and Cat have a place that is kept, Dot and Eli wait; nothing is owed to them any more."""
    confirm(full["Ann"], now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return full


@pytest.fixture
def emails(now):
    """By whom they go to, after the worker has written what is owed."""

    def emails():
        tell_followers(now)
        write_to_invited(now)
        chores.write_emails(now)
        return {email.address.partition("@")[0].title(): email for email in Email.objects.order_by("pk")}

    return emails


def code_in(text):
    return re.findall(r"^(\d{3} \d{3})$", text, re.MULTILINE)[0]


@pytest.fixture
def pressed(room, now):
    """Somebody presses in a browser of their own; the page after it, and the newest e-mail with its code."""

    def pressed(typed):
        browser = Client()
        at = browser.post("/gatherings/spring/booking/", typed).headers["Location"]
        chores.write_emails(now)
        text = Email.objects.newest_first()[0].text
        return browser, at, code_in(text), text

    return pressed


@pytest.fixture
def ann(ask, now):
    booked = confirm(ask("Ann", sectors=["education"], needs="No stairs.", line="Hello"), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booked


@pytest.fixture
def correct(client, ada, now):
    """Type what they told; what is not said stays as the form shows it."""

    client.force_login(ada)

    def correct(booking, **typed):
        at = f"/gatherings/spring/bookings/{booking.pk}/correction/"
        form = client.get(at).context["form"]
        shown = {field.name: field.value() for field in form if field.value()}
        answer = client.post(at, shown | typed, follow=True)
        chores.write_emails(now)
        return answer

    return correct


@pytest.fixture
def askers(room, ada, ask, now):
    """Ann and Ben asked and showed that it is them; Cat has not."""
    let_them_ask(room, ada, now)
    people = {name: ask(name) for name in ["Ann", "Ben", "Cat"]}
    confirm(people["Ann"], now)
    confirm(people["Ben"], now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return people


@pytest.fixture
def cy(db):
    return Person.objects.create_person("Cy Larkspur", "cy@example.org")


@pytest.fixture
def read_by(room, ada, cy, now):
    """Ada and Cy convene; the place costs something; and who reads what is said about it."""
    Gathering.objects.filter(pk=room.pk).update(cost="40 pounds, with lunch")
    Convening.objects.create(gathering=room, person=cy)

    def read_by(person):
        open_booking(room, by=ada, now=now, places=9, cost_reader=person, **TERMS)
        return Gathering.objects.with_facts().get(pk=room.pk)

    return read_by


@pytest.fixture
def press(read_by):
    """Somebody types it into the form, as the page shows it to them."""

    def press(name, words="Ten pounds would be possible.", **more):
        browser = Client()
        shown = browser.get("/gatherings/spring/booking/").context["form"]
        typed = {"name": name.title(), "email": f"{name}@example.org", "cost": words}
        return browser.post("/gatherings/spring/booking/", typed | {"cost_for": shown["cost_for"].value()} | more)

    return press
