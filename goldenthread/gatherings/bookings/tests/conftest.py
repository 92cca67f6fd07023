"""A gathering with three places, and people who would like one."""

import re

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.asking import Wish, keep_a_place
from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.kit import clock
from goldenthread.outbox.models import Letter


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
        wish = Wish(name=name, email=f"{name.lower()}@example.org", **more)  # type: ignore[arg-type]
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


def code_in(text):
    return re.findall(r"^(\d{3} \d{3})$", text, re.MULTILINE)[0]


@pytest.fixture
def pressed(room, now):
    """Somebody presses in a browser of their own; the page after it, and the newest e-mail with its code."""

    def pressed(typed):
        browser = Client()
        at = browser.post("/gatherings/spring/booking/", typed).headers["Location"]
        chores.write_letters(now)
        text = Letter.objects.newest_first()[0].text
        return browser, at, code_in(text), text

    return pressed
