"""Nobody learns here who is coming: every address gets the same answer for the same work, whatever it has here already.

How long each takes is measured by bench/enumeration.py; here stands what makes it so.
"""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.asking_questions import ask
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.plan import turns
from goldenthread.kit import wishes
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about

AT = "/gatherings/spring/booking/"
# All of one length. New is nobody; Kept has not confirmed; Wait waits; Gone cancelled; Free is offered a place.
PEOPLE = ["newn", "kept", "come", "wait", "gone", "free", "refu"]
MACHINES = (f"192.0.2.{number}" for number in range(1, 255))
RANDOM = re.compile(r"kept/[^/]+/|(?<=csrfmiddlewaretoken\" value=\")\w+|csrftoken=\w+|expires=[^;]+")


@pytest.fixture(params=[1, 40], ids=["full", "with places"])
def crowd(request, room, ask, now):
    """Everybody stands in another way, in a room with places and in one without."""
    people = {name: ask(name) for name in ["kept", "come", "gone"]}
    people |= {"wait": ask("wait"), "free": ask("free")}
    confirm(people["come"], now)
    Booking.objects.filter(pk=people["free"].pk).update(state=State.OFFERED, until=now)
    give_up(people["gone"], State.CANCELLED, now=now, by=None)
    Booking.objects.filter(pk=people["wait"].pk).update(state=State.WAITING)
    whose = wishes.unreadable("refu@example.org")
    Refusal.objects.create(whose=whose, kind="booking: kept", about=about(room))
    type(room).objects.filter(pk=room.pk).update(places=request.param)
    # The first press after a change moves the line, and is the first that this gathering counts.
    press("warm")
    Owed.objects.all().delete()
    return people


class press:  # noqa: N801 - reads as the verb it is
    """A stranger's fresh browser asks for a place: the answer, the page after it, and what that cost."""

    def __init__(self, name, at=AT, **more):
        self.browser = Client(REMOTE_ADDR=next(MACHINES))
        before = rows()
        with CaptureQueriesContext(connection) as queries:
            answer = self.browser.post(at, {"name": "Somebody", "email": f"{name}@example.org", **more})
        self.at = answer.headers.get("Location", "")
        self.answer = answer.status_code, len(answer.content), len(self.at), same(str(sorted(answer.items())))
        self.cookies = sorted(answer.cookies)
        self.work = [shape(query["sql"]) for query in queries]
        self.rows = rows() - before
        self.page = self.read(self.browser.get(self.at), name) if self.at else self.read(answer, name)

    def guess(self, name):
        return self.read(self.browser.post(self.at, {"code": "000000"}), name)

    @staticmethod
    def read(answer, name):
        headers = same(str(sorted(answer.items())))
        return answer.status_code, headers, same(answer.content.decode()).replace(name, "....")


def same(text):
    return RANDOM.sub("", text)


def shape(sql):
    """A query without its values."""
    return re.sub(r"'[^']*'|\b\d+(\.\d+)?\b|NULL|s\d+_x\d+", "?", sql)


def rows():
    return Counter({model._meta.label: model._base_manager.count() for model in apps.get_models()})


@pytest.mark.parametrize("name", PEOPLE[1:])
def test_every_address_gets_the_same_answer_and_page(crowd, name):
    new, other = press("newn"), press(name)

    assert (other.answer, other.cookies) == (new.answer, new.cookies)
    assert other.page == new.page
    assert other.guess(name) == new.guess("newn")


@pytest.mark.parametrize("name", PEOPLE[1:])
def test_every_address_costs_the_same_work_and_rows(crowd, name):
    new, other = press("newn"), press(name)

    assert other.work == new.work
    assert other.rows == new.rows


def test_other_work_would_be_noticed(crowd, monkeypatch):
    new = press("newn")
    monkeypatch.setattr("goldenthread.gatherings.bookings.booking_a_place.press_again", lambda press, *_: press)

    assert press("come").work != new.work


@pytest.mark.parametrize("verb", [turns.call_off, turns.close])
def test_where_nobody_can_book_every_address_reads_that(crowd, room, ada, verb):
    verb(room, by=ada)

    new, come = press("newn"), press("come")

    assert (new.answer[0], come.page, come.work) == (409, new.page, new.work)


def test_the_page_after_the_press_says_the_same_when_all_is_decided(crowd, now):
    new = press("newn")
    before = new.read(new.browser.get(new.at), "newn")
    confirm(Booking.objects.get(email="newn@example.org"), now)

    assert new.read(new.browser.get(new.at), "newn") == before


@pytest.mark.parametrize("crowd", [1], indirect=True)
def test_the_e_mail_says_how_things_stand(crowd, now):
    [press(name) for name in ["come", "wait", "free", "kept", "newn"]]
    chores.write_emails(now)

    texts = {email.address[:4]: email.text for email in Email.objects.all()}
    assert "You already have a place" in texts["come"]
    assert "You’re already on the waiting list" in texts["wait"]
    assert "We’re already holding a place for you" in texts["free"]
    assert "We’re already keeping a place for you" in texts["kept"]
    assert all(re.search(r"^\d{3} \d{3}$", text, re.MULTILINE) for text in texts.values())


@pytest.mark.parametrize("crowd", [1], indirect=True)
def test_every_address_gets_one_e_mail_for_each_press(crowd, now):
    for name in PEOPLE:
        press(name)
    chores.write_emails(now)

    assert Counter(email.address[:4] for email in Email.objects.all()) == dict.fromkeys(PEOPLE, 1)


def test_two_addresses_of_ones_own_do_not_measure_a_third(full, room, now, ask):
    """With a number for everybody in line, the second would be one later if the address between them was new."""
    first = confirm(ask("own1"), now)
    ask("victim")
    second = confirm(ask("own2"), now)

    assert (first.place_on_waiting_list(), second.place_on_waiting_list()) == (1, 2)


def test_whoever_has_booked_signed_in_is_not_found_out_either(room, bo, now):
    keep_a_place(room, PlaceRequest("Bo", bo.email), now=now, person=bo)

    new, known = press("xx"), press("bo")

    assert (known.answer, known.work) == (new.answer, new.work)


@pytest.mark.parametrize("name", PEOPLE[1:])
def test_a_question_of_the_convenors_makes_no_difference(crowd, name, room, ada, now):
    question = ask(room, {"words": "Which train?", "purpose": "To share a taxi."}, now=now, by=ada)
    new, other = (press(whose, **{f"question_{question.pk}": "The 9:04"}) for whose in ("newn", name))

    assert (other.answer, other.page, other.work, other.rows) == (new.answer, new.page, new.work, new.rows)
    assert new.rows["bookings.BookingAnswer"] == 1
