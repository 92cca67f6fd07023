"""Each act is done twice from the same beginning: once without a wish and once with it, with everything seeded alike."""

import io
import os
import re
import secrets
import zipfile

import pytest
from django.db import transaction
from django.test import Client

from goldenthread.gatherings.tables import remaking
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.tables_on_paper import KINDS
from goldenthread.gatherings.tables.tests.oracle.rows import rows
from goldenthread.journal.models import Entry
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/"
OF_THE_HOSTS = [
    *("changes/", "bookings/", "bookings/list.csv", "bookings/list.xlsx", "bookings/needs/", "bookings/print/"),
    *("tables/", "tables/remaking/", "day/slips/print/", "archive.zip", "record/"),
]
OF_ALL = ["", "day/", "day/screen/", "booking/"]
MINE = ["/me/everything/", "/me/everything.json"]
CHANGES_ALWAYS = re.compile(
    rb'name="csrfmiddlewaretoken" value="\w+"|seats/\d+|\b[0-9a-f]{32}\b|data-left="\d+">\d+'
    rb"|\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00:00)?|\d\d?:\d\d(:\d\d(\.\d+)?)?"
)
ALL = "AT_FULL_SIZE" in os.environ


@pytest.fixture(autouse=True)
def _seeded_alike(monkeypatch):
    monkeypatch.setattr(secrets, "randbelow", lambda most: 7)
    monkeypatch.setattr(remaking, "SECONDS", 0.2)


@pytest.fixture
def browsers(guests, ada, kim):
    def signed_in(person):
        browser = Client()
        browser.force_login(person)
        return browser

    guests["Ben"].person.join()
    return {"convenor": signed_in(ada), "keeper": signed_in(kim), "other": signed_in(guests["Ben"].person)}


@pytest.fixture
def seen(browsers, spring):
    """All that can be opened, read and taken away, and what was written down or sent meanwhile."""

    def everything():
        versions = Mix.objects.filter(arrangement__gathering=spring).order_by("number")
        newest = versions.latest("number")
        seats = newest.seats.order_by("pk")[:: 1 if ALL else 12]
        beside = [*(f"paper/{kind}/" for kind in KINDS), *(f"seats/{seat.pk}/" for seat in seats)]
        hosts = [AT + page for page in OF_THE_HOSTS] + [version.get_absolute_url() for version in versions]
        hosts += [f"{newest.get_absolute_url()}{page}" for page in beside]
        everybodys = [*(AT + page for page in OF_ALL), *MINE]
        theirs = {
            "convenor": [*hosts, *everybodys],
            "keeper": [*(hosts if ALL else []), *everybodys],
            "other": everybodys[: len(OF_ALL)],
        }
        # By their place in the list: an address may hold the number of a row, which differs where it is made anew.
        pages = {who: [_read(browsers[who], at) for at in theirs[who]] for who in theirs}
        entries = Entry.objects.order_by("pk").values_list("did", "kind", "why")
        return pages, list(entries), Email.objects.count(), rows(newest)

    return everything


def _read(browser, at):
    answer = browser.get(at)
    body = b"".join(answer)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"".join(name.encode() + packed.read(name) for name in packed.namelist())
    return answer.status_code, CHANGES_ALWAYS.sub(b"", body)


@pytest.fixture
def both_ways(guests):
    """What an act is answered without a wish and with it. In between, what was done is undone."""

    def once(act, wished):
        with transaction.atomic():
            wished(guests)
            answer = act()
            transaction.set_rollback(True)
        return answer

    def done(act, wish):
        return once(act, lambda guests: None), once(act, wish)

    return done


@pytest.fixture
def hand(browsers, version):
    """Seat somebody by the convenor's hand, and read the answer."""

    def moved(name, table, *, number=1, **more):
        newest = Mix.objects.latest("number")
        seat = newest.seats.get(booking__name__startswith=name, round__number=number)
        to = newest.arrangement.tables.get(number=table)
        at = f"{newest.get_absolute_url()}seats/{seat.pk}/"
        answer = browsers["convenor"].post(at, {"to": to.pk, **more}, follow=True)
        return CHANGES_ALWAYS.sub(b"", answer.content), answer.redirect_chain[0][1]

    return moved
