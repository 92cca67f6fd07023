"""Changes of a plan gather for an hour: one e-mail to each, about what is different in the end."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.chores import send_changes
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.pending_changes import AlreadyGone, drop, send
from goldenthread.gatherings.plan.tests.saving import TEN, after, change, work
from goldenthread.outbox.models import Email


def test_three_saves_are_one_email_an_hour_after_the_last(follower, spring, ada):
    [change(spring, ada, after(minutes=10 * n), cost=f"£{n}") for n in range(3)]

    assert work(after(minutes=79)) == []
    assert work(after(minutes=80)) == ["bo@example.org"]
    assert "The cost is known: £2." in Email.objects.get().text


def test_a_slip_before_them_does_not_let_them_go_early(follower, spring, ada):
    with time_machine.travel(TEN):
        spring.replan({"venue": "The Olde School"}, since=spring.sequence, by=ada, is_small=True)
    change(spring, ada, after(minutes=1), cost="Free")

    assert work(after(minutes=2)) == []


def test_nobody_waits_for_longer_than_three_hours(follower, spring, ada):
    [change(spring, ada, after(minutes=50 * n), cost=f"£{n}") for n in range(4)]

    assert work(after(minutes=179)) == []
    assert work(after(minutes=180)) == ["bo@example.org"]


def test_what_was_changed_back_is_told_to_nobody(follower, spring, ada):
    change(spring, ada, venue="The Mill")
    change(spring, ada, after(minutes=5), venue="The Old School")

    assert work(after(hours=2)) == []
    assert work(after(hours=3)) == []


def test_how_a_browser_ends_lines_is_no_change(follower, spring, ada):
    change(spring, ada, about="We walk.\nWe talk.")
    send_changes(after(hours=1))
    work(after(hours=1))
    change(spring, ada, after(hours=2), about="We walk.\r\nWe talk.")

    assert len(work(after(hours=3))) == 1


def test_what_is_left_of_several_is_told(follower, spring, ada):
    change(spring, ada, venue="The Mill", cost="Free")
    turns.settle(change(spring, ada, after(minutes=5), venue="The Old School"), by=ada)
    turns.unsettle(Gathering.objects.with_facts().get(), by=ada)
    PendingChanges.objects.update(goes_at=after(hours=1))

    work(after(hours=2))

    text = Email.objects.get().text
    assert ("The cost is known: Free." in text, "The Mill" in text, "settled" in text) == (True, False, False)


@pytest.mark.parametrize(
    ("day", "at", "emails"),
    [
        (date(2027, 4, 20), datetime(2027, 4, 18, 12, tzinfo=UTC), 0),
        # It is the nineteenth in London an hour before it is at Greenwich.
        (date(2027, 4, 20), datetime(2027, 4, 18, 23, 30, tzinfo=UTC), 1),
        (date(2027, 4, 20), datetime(2027, 4, 20, 8, tzinfo=UTC), 1),
        (date(2027, 4, 19), datetime(2027, 4, 18, 12, tzinfo=UTC), 1),
    ],
)
def test_about_today_and_tomorrow_everybody_hears_at_once(follower, spring, ada, day, at, emails):
    change(spring, ada, at, cost="Free", day=day)

    assert len(work(at)) == emails


def test_that_it_is_off_takes_along_what_waits(follower, spring, ada):
    change(spring, ada, venue="The Mill")
    with time_machine.travel(after(minutes=1)):
        turns.call_off(Gathering.objects.with_facts().get(), by=ada, because="Snow")

    assert work(after(minutes=1)) == ["bo@example.org"]
    assert "Snow" in Email.objects.get().text


def test_that_it_is_off_waits_for_nothing_that_changes_after_it(follower, spring, ada):
    with time_machine.travel(TEN):
        turns.call_off(spring, by=ada, because="Snow")
    change(spring, ada, after(minutes=1), cost="Free")

    assert work(after(minutes=1)) == ["bo@example.org"]


def test_slips_start_nothing_and_nor_does_what_nobody_hears_of(spring, ada, follower):
    change(spring, ada, venue="The Olde School", is_small=True)
    Following.objects.all().delete()
    change(spring, ada, cost="Free")

    assert PendingChanges.objects.count() == 0


def test_who_begins_to_follow_meanwhile_knows_it_already(spring, ada, cy, follower):
    change(spring, ada, cost="Free")
    Following.begin(Gathering.objects.get(), cy)

    assert work(after(hours=1)) == ["bo@example.org"]


def test_who_was_asked_to_convene_waits_with_the_others_and_hears_nothing_of_nothing(spring, ada):
    for name in ("di", "ed"):
        ConvenorInvitation.objects.create(gathering=spring, name=name, email=f"{name}@example.org", by=ada)
    change(spring, ada, venue="The Mill")
    ConvenorInvitation.objects.filter(name="ed").update(accepted_at=after(minutes=1))

    assert work(after(minutes=59)) == []
    assert work(after(hours=1)) == ["di@example.org"]

    change(spring, ada, after(hours=2), venue="The Barn")
    change(spring, ada, after(hours=2), venue="The Mill")
    assert len(work(after(hours=5))) == 1


def test_a_clock_set_back_keeps_nobody_waiting(follower, spring, ada):
    change(spring, ada, cost="Free")

    assert work(TEN - timedelta(days=99)) == ["bo@example.org"]


def test_of_two_workers_one_sends_and_of_an_older_page_nothing_goes(follower, spring, ada):
    change(spring, ada, cost="Free")
    pending = PendingChanges.objects.get()
    change(spring, ada, after(minutes=5), cost="£5")

    with pytest.raises(AlreadyGone):
        send(pending)
    send(PendingChanges.objects.get())
    with pytest.raises(AlreadyGone):
        drop(pending, by=ada)


@transaction.atomic
def dies_while_sending(pending):
    send(pending)
    raise KeyboardInterrupt


def test_a_worker_that_dies_in_the_middle_leaves_it_to_the_next(follower, spring, ada):
    change(spring, ada, cost="Free")

    with pytest.raises(KeyboardInterrupt):
        dies_while_sending(PendingChanges.objects.get())

    assert work(after(hours=1)) == ["bo@example.org"]
