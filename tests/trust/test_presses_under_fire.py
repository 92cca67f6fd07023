"""A list at the door tells sixty presses, five at a time, while everybody in the house is killed with -9 again and again."""

import json
import re
import threading
import time
from contextlib import closing
from http.client import HTTPConnection, HTTPException

import pytest

from tests.trust.test_bookings_under_fire import House

PRESSES, AT_ONCE, KILLS, PATIENCE = 60, 5, 3, 240
OPEN = """
import json
from django.test import Client
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person
Arrival.objects.all().delete()
keeper = Client()
keeper.force_login(Person.objects.get(email="keeper@example.org"))
bookings = Gathering.objects.get(slug="launch").bookings.order_by("pk").values_list("pk", flat=True)
print(json.dumps({"session": keeper.cookies["sessionid"].value, "bookings": list(bookings[:60])}))
"""
COUNT = """
import json
from goldenthread.gatherings.day.models import Arrival
print(json.dumps(list(Arrival.objects.values_list("once", "booking", "standing"))))
"""
TWICE = """
import django; django.setup()
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.day.models import arrival
from goldenthread.gatherings.day import arriving
def careless(told):
    Arrival.objects.bulk_create(Arrival(**{f.attname: getattr(one, f.attname) for f in Arrival._meta.concrete_fields
        if f.attname not in {"id", "once"}}) for one in told)
arriving.write_down = careless
"""
DOOR = "/gatherings/launch/day/arrivals/"


class Door:
    """The list on a device: it forgets a press only when the house has said that it was taken."""

    def __init__(self, house, session, bookings):
        self.house, self.session, self.cookie = house, session, ""
        self.waiting = [
            {"once": f"press-{number:012}", "booking": booking, "standing": "here", "ago": 1000}
            for number, booking in enumerate(bookings)
        ]

    def tell(self):
        until = time.monotonic() + PATIENCE
        while self.waiting and time.monotonic() < until:
            try:
                self.tell_some()
            except (OSError, HTTPException):
                time.sleep(0.1)

    def tell_some(self):
        body = json.dumps({"presses": self.waiting[:AT_ONCE]})
        taken = json.loads(self.ask("POST", f"{DOOR}presses/", body, self.token()))["taken"]
        self.waiting = [press for press in self.waiting if press["once"] not in taken]

    def token(self):
        page = self.ask("GET", DOOR, None, "")
        return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]

    def ask(self, method, path, body, token):
        cookies = f"sessionid={self.session}; csrftoken={self.cookie}" if token else f"sessionid={self.session}"
        headers = {"Host": f"localhost:{self.house.port}", "Cookie": cookies, "X-CSRFToken": token}
        with closing(HTTPConnection("127.0.0.1", self.house.port, timeout=30)) as line:
            line.request(method, path, body, headers | {"Content-Type": "application/json"})
            answer = line.getresponse()
            words = answer.read().decode()
        if cookie := re.search(r"csrftoken=(\w+)", answer.headers.get("Set-Cookie", "")):
            self.cookie = cookie[1]
        if answer.status != 200:
            raise HTTPException(answer.status)
        return words


def storm(house):
    """Who was written down, after all of it."""
    house.open()
    payload = json.loads(house.ask(OPEN))
    door = Door(house, payload["session"], payload["bookings"])
    telling = threading.Thread(target=door.tell)
    telling.start()
    for _ in range(KILLS):
        time.sleep(0.4)
        house.kill()
        house.open()
    telling.join(PATIENCE)
    written = json.loads(house.ask(COUNT))
    house.kill()
    return door, written, payload["bookings"]


@pytest.fixture
def folder(sample_house_to_copy, tmp_path):
    copied = sample_house_to_copy.copied_to(tmp_path)
    yield copied.folder
    copied.pull_down()


def test_nothing_is_lost_and_nothing_doubled(folder):
    door, written, bookings = storm(House(folder, ""))

    assert (door.waiting, len(written)) == ([], PRESSES)
    assert sorted(booking for _once, booking, _standing in written) == sorted(bookings)


def test_a_careless_house_is_found_out(folder):
    """The control: a house that does not look at the marks writes down more than was pressed, when it is told again."""
    house = House(folder, "", before=TWICE)
    house.open()
    payload = json.loads(house.ask(OPEN))
    door = Door(house, payload["session"], payload["bookings"][:5])
    again = list(door.waiting)

    door.tell()
    door.waiting = again
    door.tell()

    written = json.loads(house.ask(COUNT))
    house.kill()
    assert len(written) == 10
