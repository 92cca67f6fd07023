"""A house that is brought back owes what it owed when its backup was made, and much of it went since."""

import json

import pytest

from goldenthread.desk.duties import DUTIES
from goldenthread.desk.safekeeping.debts import WRITING, hold_what_is_owed
from goldenthread.desk.tests.owing import KINDS, run_up_debts
from goldenthread.desk.working import Worker
from goldenthread.gatherings.afterwards import chores as afterwards
from goldenthread.gatherings.afterwards.models import Certificate
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables.chores import mix_tables
from goldenthread.kit import clock
from goldenthread.outbox.chores import send_emails
from goldenthread.outbox.models import Email

RUN_UP = "from goldenthread.desk.tests.owing import run_up_debts; run_up_debts()"
TOLD = """
import json
from goldenthread.outbox.models import Email
print(json.dumps(list(Email.objects.values_list("kind", "state", "held_because"))))
"""


@pytest.fixture
def debts(home):
    run_up_debts()


def states():
    return set(Email.objects.values_list("state", "held_because"))


def kinds(**which):
    return set(Email.objects.filter(**which).values_list("kind", flat=True))


def test_without_holding_all_of_them_would_go(debts):
    """The control: the house owes every kind."""
    assert Worker(WRITING).work_once() == 0

    assert (kinds(), states()) == (KINDS, {("owed", "")})


def test_all_of_them_are_held_and_nothing_is_owed_afterwards(debts):
    hold_what_is_owed()
    held = Email.objects.count()
    hold_what_is_owed()

    assert Worker(DUTIES).work_once() == 0
    assert (kinds(), states()) == (KINDS, {("held", "restored")})
    assert Email.objects.count() == held


def test_nothing_is_sent_meanwhile_and_nothing_long_is_begun():
    assert {send_emails, mix_tables} & {duty.chore for duty in WRITING} == set()


def test_what_a_chore_leaves_for_later_is_held_too(debts, monkeypatch):
    monkeypatch.setattr(afterwards, "EMAILS_IN_A_ROUND", 1)
    came = Booking.objects.get(name="late")
    Certificate.objects.create(gathering=came.gathering, booking=came, printed={"title": "Tea"})

    hold_what_is_owed()

    assert kinds(kind="certificate", state="held") == {"certificate"}
    assert Certificate.objects.to_tell().count() == 0


def test_a_keeper_lets_them_go_or_lets_them_be(debts, client, kim):
    hold_what_is_owed()
    client.force_login(kim)
    first, *others = Email.objects.held().values_list("pk", flat=True)

    page = client.get("/letters/held/").content.decode()
    client.post("/letters/held/", {"letter": [first], "act": "send-again"})
    client.post("/letters/held/", {"letter": others, "act": "let-be"})

    assert page.count('name="letter"') == len(others) + 1
    assert list(Email.objects.filter(state="owed").values_list("pk", flat=True)) == [first]
    assert Email.objects.filter(state="let_be").count() == len(others)


def test_what_happens_afterwards_is_told_as_ever(debts):
    hold_what_is_owed()

    keep_a_place(Gathering.objects.get(), PlaceRequest("Flo", "flo@debts.example"), now=clock.now())
    Worker(WRITING).work_once()

    assert list(Email.objects.filter(address="flo@debts.example").values_list("state", flat=True)) == ["owed"]


def test_a_backup_that_is_brought_back_sends_nothing_by_itself(moved, tmp_path):
    assert moved.command("migrate").returncode == 0
    assert moved.command("createcachetable").returncode == 0
    assert moved.command("shell", "-v", "0", "-c", RUN_UP).stderr == ""
    assert moved.command("backup", f"{tmp_path / 'house.tar'}").returncode == 0
    assert moved.command("work", "--once").returncode == 0

    back = moved.command("restore", f"{tmp_path / 'house.tar'}", "--replace")
    # Nobody listens there: whatever went out would be tried, and stay owed.
    moved.environment["EMAIL_URL"] = "smtp://127.0.0.1:9"
    once_more = moved.command("work", "--once")

    assert (back.returncode, back.stderr, once_more.stderr) == (0, "", "")
    payload = json.loads(moved.command("shell", "-v", "0", "-c", TOLD).stdout)
    assert {(state, because) for _kind, state, because in payload} == {("held", "restored")}
    assert {kind for kind, _state, _because in payload} == KINDS
