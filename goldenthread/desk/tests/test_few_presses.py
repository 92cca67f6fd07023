"""How many presses and fields it takes, in numbers that may not grow."""

import re

import pytest

from goldenthread.desk.tests.reading_pages import fields, way
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock

MOST_PRESSES = 3
MOST_FROM_AN_EMPTY_SITE = 12


@pytest.fixture
def open_for_all(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=50, until=None, confirm_hours=72, answer_hours=24)
    return spring


def test_from_the_front_page_to_a_place_it_is_three_presses_and_two_fields(client, open_for_all):
    to_the_gathering = way(client.get("/").content.decode(), "A spring day")
    to_the_form = way(client.get(to_the_gathering).content.decode(), "Keep me a place")
    form = client.get(to_the_form).content.decode()
    answer = client.post(to_the_form, {"name": "Nan", "email": "nan@example.org"})

    presses = [to_the_gathering, to_the_form, answer["Location"]]
    assert (len(presses), sorted(fields(form))) == (MOST_PRESSES, ["email", "name"])
    assert [booking.name for booking in Booking.objects.all()] == ["Nan"]


class Presser:
    """Somebody at a browser, who follows the links of a page and sends its forms, and counts both."""

    def __init__(self, client):
        self.client, self.presses = client, 0
        self.page = client.get("/")

    def follows(self, label):
        self.presses += 1
        self.page = self.client.get(way(self.page.content.decode(), label))

    def sends(self, **form_data):
        """The first form of the page, as it stands there, with what is typed."""
        self.presses += 1
        form = self.page.context["form"]
        hidden = {name: field.value() for name, field in ((bound.html_name, bound) for bound in form)}
        typed = {name: value for name, value in hidden.items() if value not in (None, "", False)} | form_data
        action = re.search(
            r'<form method="post"[^>]*?action="([^"]+)"', self.page.content.decode().partition("<main")[2]
        )
        path = action[1] if action else self.page.request["PATH_INFO"]
        self.page = self.client.post(path, typed, follow=True)
        assert self.page.status_code == 200


@pytest.mark.django_db
def test_from_an_empty_site_to_bookings_that_are_open_it_is_at_most_twelve(client):
    ada = Presser(client)
    ada.sends(name="Slow Streets", sentence="Neighbours talk.", keeper="Ada", email="ada@example.org")
    ada.sends(title="A spring day")
    ada.follows("Convene this gathering")
    ada.follows("Put the day in the plan")
    ada.sends(day="2099-04-21", from_time="09:30", to_time="16:30")
    ada.follows("Convene this gathering")
    ada.follows("Show it")
    ada.sends()
    ada.follows("Open the booking")
    ada.sends(places="40")

    gathering = Gathering.objects.with_facts().get()
    assert (gathering.is_public, gathering.opening.gathering.places) == (True, 40)
    assert ada.presses <= MOST_FROM_AN_EMPTY_SITE
