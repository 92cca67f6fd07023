"""What a house weighs that only serves pages, and what it has not loaded."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="Linux says what a process weighs")

PAGES = [
    "/",
    "/gatherings/",
    "/gatherings/launch/",
    "/gatherings/launch/booking/",
    "/gatherings/launch/changes/",
    "/join/",
]
OF_MEMBERS = [
    "/me/",
    "/me/thread/",
    "/people/",
    "/weave/",
    "/gatherings/launch/bookings/",
    "/gatherings/launch/tables/",
    "/gatherings/launch/poster.pdf",
]
# For mixing tables, for PDF, and for lists that somebody sends or takes away. None of it belongs to looking at a page.
SLEEPING = [
    "calamine",
    "numpy",
    "openpyxl",
    "python_calamine",
    "scipy",
    "typst",
    "vobject",
]
# With voices, programme, sign-up and open hour 150: 64 of code and what comes of it, which all share; of these each process that works copies
# some 15 at its first page, because Python counts in each thing who uses it (docs/decisions/0027-warm-before-the-fork.md).
MOST_MEGABYTES = 155
SECONDS_TO_FIRST_PAGE = 5
WALK = f"""
import django, sys
django.setup()
from goldenthread.desk.management.commands import serve
from django.test import Client
from goldenthread.people.models import Person
for browser in (Client(HTTP_HOST="localhost"), member := Client(HTTP_HOST="localhost")):
    if browser is member:
        browser.force_login(Person.objects.filter(keepings__until=None, keepings__isnull=False)[0])
    pages = {PAGES} + ({OF_MEMBERS} if browser is member else [])
    print(*(page for page in pages if browser.get(page).status_code >= 400))
print(*sorted({set(SLEEPING)} & set(sys.modules)))
"""


def test_a_process_that_serves_pages_wakes_nothing_heavy(house):
    assert walk(house, WALK) == ["", "", ""]


def test_whatever_else_it_woke_would_be_noticed(house):
    assert walk(house, "import numpy, typst\n" + WALK) == ["", "", "numpy typst"]


def walk(house, script):
    environment = house.environment | {"DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


def test_a_house_opens_quickly_and_is_light_after_its_first_pages(house):
    begun = time.monotonic()
    house.open()
    seconds = time.monotonic() - begun

    shown = [house.ask(page)[0] for page in PAGES * 4]

    assert set(shown) == {200}
    assert (megabytes(house) < MOST_MEGABYTES, seconds < SECONDS_TO_FIRST_PAGE) == (True, True)


def megabytes(house):
    """Of all its processes, with shared pages divided among those who share them. Without the files of Python and its libraries: how
    much of these is ours depends on who else on the machine has them open (5 to 25 MB)."""
    files = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in (house.process.pid, *house.processes())]
    return sum(int(re.findall(r"(?m)^Pss_Anon: +(\d+)", file)[0]) for file in files) / 1024


def test_nobody_inherits_a_connection(house):
    """SQLite forbids carrying one across a fork: the supervisor and the web server hold none, though pages were made there."""
    supervisor = house.open().process.pid
    web_server = house.processes()[0]

    assert [opened(pid) for pid in (supervisor, web_server)] == [[], []]


def opened(pid):
    links = [link.readlink().name for link in Path(f"/proc/{pid}/fd").iterdir()]
    return [name for name in links if name.startswith("house.sqlite3")]
