"""A room in which people ask, and the convenors say yes; and what its tests begin with."""

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import KindNo, Opening
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.places_by_asking import say_no
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

TERMS = {"until": None, "confirm_hours": 72, "answer_hours": 24}


def let_them_ask(room, by, now, **how):
    open_booking(room, by=by, now=now, **({"places": 3, **TERMS, "by_asking": True} | how))
    room.refresh_from_db()
    return Opening.objects.with_its_gathering().get(gathering=room)


def no_to(booking, by, now, words="I’m sorry. Another time, I hope.", **door):
    return say_no(KindNo(booking=booking, by=by, at=now, words=words, **door))


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
