"""Thirty people want ten places, twice each, while everybody in the house is killed with -9: bench/booking_under_fire.py is larger."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

import pytest

from bench.processes import kill
from tests.house.tree import ROOT

PLACES, PEOPLE, KILLS = 10, 30, 2
FORM = "/gatherings/launch/booking/"
PATIENCE = 60
OPEN = f"""
from goldenthread.gatherings.bookings.models import Booking, HeldPlaces
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
Booking.objects.all().delete()
HeldPlaces.objects.all().delete()
open_booking(Gathering.objects.get(slug="launch"), by=None, now=clock.now(), places={PLACES})
"""
COUNT = """
import json
from goldenthread.gatherings.bookings.models import Booking
print(json.dumps(list(Booking.objects.filter(gathering__slug="launch").values_list("email", "state"))))
"""
HOUSE = "from goldenthread.__main__ import main; main()"
ONE_TOO_MANY = """
from goldenthread.kit.sqlite import base
import django; django.setup()
from goldenthread.gatherings.bookings.seats import Seats
Seats.for_hats = lambda self, sectors, wanted: "" if self.taken + wanted <= self.places + 1 else None
"""


class House:
    """A sample house that was copied, on the kind of database that this run is about."""

    process: subprocess.Popen[bytes]

    def __init__(self, folder, database, before=""):
        with socket.create_server(("127.0.0.1", 0)) as server:
            self.port = server.getsockname()[1]
        self.program = [sys.executable, "-c", f"{before}\n{HOUSE}"]
        where = {"DATA_DIR": f"{folder}", "DATABASE_URL": database, "SITE_ADDRESS": "", "PYTHONPATH": f"{ROOT}"}
        # They all press from one machine.
        self.environment = os.environ | where | {"DJANGO_SETTINGS_MODULE": "bench.rush"}

    def open(self):
        command = [*self.program, "serve", "--sample", "--port", f"{self.port}", "--workers", "2"]
        self.process = subprocess.Popen(
            command, env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until = time.monotonic() + PATIENCE
        while Person(self, "").look("/-/health") != 200:
            assert time.monotonic() < until
            time.sleep(0.05)

    def kill(self):
        kill(self.process.pid)
        self.process.wait()
        assert Person(self, "").look("/-/health") == 0, "somebody in the house is still alive"

    def ask(self, program):
        return subprocess.run(
            [sys.executable, "-m", "goldenthread", "shell", "--verbosity", "0", "-c", program],
            env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE,
        ).stdout  # fmt: skip


class Person:
    """Presses until there is an answer, and presses once more."""

    def __init__(self, house, email):
        self.house, self.email = house, email
        self.answers: list[int] = []

    def look(self, path, body=None):
        line = HTTPConnection("127.0.0.1", self.house.port, timeout=PATIENCE)
        headers = {"Host": f"localhost:{self.house.port}"}
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            line.request("POST" if body else "GET", path, body, headers | form)
            answer = line.getresponse()
            answer.read()
        except (OSError, HTTPException):
            return 0
        finally:
            line.close()
        return answer.status

    def press_twice(self, until):
        while len(self.answers) < 2 and time.monotonic() < until:
            if self.look(FORM, urlencode({"name": "P", "email": self.email})) == 302:
                self.answers.append(302)


@pytest.fixture
def sample(sample_house_to_copy, tmp_path):
    """A folder, and a database in it or on the server of this run."""
    copied = sample_house_to_copy.copied_to(tmp_path)
    yield copied
    copied.pull_down()


@pytest.fixture
def under_fire(sample):
    """Who was told that they are on the list, and how the list then looks."""
    houses: list[House] = []

    def under_fire(kills, before=""):
        house = House(sample.folder, sample.environment.get("DATABASE_URL", ""), before)
        houses.append(house)
        house.open()
        house.ask(OPEN)
        people = [Person(house, f"p{number}@example.org") for number in range(PEOPLE)]
        until = time.monotonic() + PATIENCE
        threads = [threading.Thread(target=person.press_twice, args=(until,)) for person in people]
        for thread in threads:
            thread.start()
        for _ in range(kills):
            time.sleep(0.3)
            house.kill()
            house.open()
        for thread in threads:
            thread.join()
        return [person.email for person in people if person.answers], dict_of(json.loads(house.ask(COUNT)))

    yield under_fire
    for house in houses:
        house.kill()


def dict_of(rows):
    by_email: dict[str, list[str]] = {}
    for email, state in rows:
        by_email.setdefault(email, []).append(state)
    return by_email


def seats_in(bookings):
    return list(bookings.values()).count(["kept"])


def test_nothing_is_lost_and_no_place_is_given_twice(under_fire):
    answered, bookings = under_fire(KILLS)

    assert sorted(answered) == sorted(bookings)
    assert (len(answered), seats_in(bookings)) == (PEOPLE, PLACES)
    assert {len(states) for states in bookings.values()} == {1}


def test_one_too_many_would_be_seen(under_fire):
    _answered, bookings = under_fire(0, ONE_TOO_MANY)

    assert seats_in(bookings) == PLACES + 1
