"""While changes of a plan gather, places move: whoever has one then reads what is right for them, once."""

from datetime import date, timedelta

import pytest

from goldenthread.gatherings.bookings import chores, plan_changes
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.giving_up import give_up
from goldenthread.gatherings.bookings.models import Booking, Owed, State
from goldenthread.gatherings.bookings.withdrawing import withdraw
from goldenthread.gatherings.plan.models import Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.pending_changes import drop
from goldenthread.gatherings.plan.plan_changes import preview
from goldenthread.kit import clock
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

MAY = date(2027, 5, 4)


def moves(room, ada, **plan):
    then = Gathering.objects.with_facts().get(pk=room.pk)
    then.replan(plan, since=then.sequence, by=ada, is_small=False)
    return then


@pytest.fixture
def ann_follows(everybody, room):
    ann = Person.objects.get(email="ann@example.org")
    return Following.objects.create(gathering=room, person=ann, told=room.news)


def changed():
    """Who read that the plan changed, by an e-mail about their place or as a follower."""
    emails = Email.objects.filter(kind__in=["booking: changed", "news"]).order_by("address")
    return [(email.address.partition("@")[0], email.kind) for email in emails]


def test_until_then_nobody_with_a_place_is_written_to(everybody, room, ada, emails):
    moves(room, ada, day=MAY)

    chores.write_emails(clock.now())
    assert (changed(), Owed.objects.count()) == ([], 5)

    emails()
    assert len(changed()) == 5


def test_other_emails_do_not_wait_behind_them(everybody, room, ada, ask, monkeypatch):
    monkeypatch.setattr(chores, "EMAILS_IN_A_ROUND", 2)
    moves(room, ada, day=MAY)
    ask("Fay")

    chores.write_emails(clock.now())

    assert [email.address for email in Email.objects.all()] == ["fay@example.org"]


def test_what_moved_back_is_told_to_who_booked_in_between_and_to_nobody_else(everybody, room, ada, ask, now, emails):
    moves(room, ada, venue="The Mill")
    confirm(ask("Fay"), now)
    Booking.objects.filter(name="Fay").update(confirmed_at=None, at=now)
    moves(room, ada, venue="The Old School")

    assert preview_people(room) == 1
    emails()

    assert [name for name, _kind in changed()] == ["fay"]


def preview_people(room):
    return plan_changes.preview(Gathering.objects.with_facts().get(pk=room.pk)).people


def test_who_gave_up_meanwhile_hears_nothing_more_of_it(everybody, room, ada, now, emails):
    moves(room, ada, day=MAY)
    give_up(everybody["Ann"], State.CANCELLED, now=now, by=None)

    emails()

    assert "ann" not in [name for name, _kind in changed()]


def test_unless_they_follow_the_plan(ann_follows, everybody, room, ada, now, emails):
    moves(room, ada, day=MAY)
    give_up(everybody["Ann"], State.CANCELLED, now=now, by=None)

    emails()
    emails()

    assert [pair for pair in changed() if pair[0] == "ann"] == [("ann", "news")]


def test_who_is_giving_up_may_take_it_back_and_hears_then(everybody, room, ada, emails):
    moves(room, ada, day=MAY)
    withdraw(everybody["Ann"], State.CANCELLED, now=clock.now())
    emails()
    assert "ann" not in [name for name, _kind in changed()]

    Booking.objects.get(name="Ann").withdrawal.delete()
    emails()

    assert ("ann", "booking: changed") in changed()


def test_who_says_yes_meanwhile_has_read_the_new_day(everybody, room, ada, emails):
    moves(room, ada, day=MAY)
    confirm(everybody["Ben"], clock.now())

    emails()

    assert [name for name, _kind in changed()] == ["ann", "cat", "dot", "eli"]


def test_who_says_yes_and_then_it_moves_again_hears_of_that(everybody, room, ada, emails):
    moves(room, ada, day=MAY)
    confirm(everybody["Ben"], clock.now())
    moves(room, ada, day=MAY + timedelta(days=7))

    ben = emails() and Email.objects.get(kind="booking: changed", address="ben@example.org")

    assert "from Tuesday 4 May 2027 to Tuesday 11 May 2027" in ben.text


def test_who_is_offered_a_place_meanwhile_reads_how_they_stand_now(everybody, room, ada, now, emails):
    moves(room, ada, day=MAY)
    give_up(everybody["Ann"], State.CANCELLED, now=now, by=None)

    emails()

    dot = Email.objects.get(kind="booking: changed", address="dot@example.org")
    assert "We’re keeping a place for you until" in dot.text


@pytest.mark.parametrize("first", [{"venue": "The Mill"}, {"cost": "Free"}])
def test_a_follower_who_comes_reads_it_all_in_one_email(ann_follows, room, ada, emails, first):
    moves(room, ada, **first)
    moves(room, ada, **({"cost": "Free", "venue": "The Mill"} | first))

    emails()

    assert [pair for pair in changed() if pair[0] == "ann"] == [("ann", "booking: changed")]
    text = Email.objects.get(address="ann@example.org").text
    assert ("The cost is known: Free." in text, "The Mill" in text) == (True, True)


def test_a_follower_whose_place_is_as_it_was_reads_the_rest_as_a_follower(ann_follows, room, ada, emails):
    moves(room, ada, venue="The Mill", cost="Free")
    moves(room, ada, venue="The Old School")

    emails()
    emails()

    assert changed() == [("ann", "news")]


def test_that_it_goes_ahead_is_told_whatever_was_changed_after_it(everybody, room, ada, emails):
    Owed.objects.all().delete()
    moved = moves(room, ada, lede="A day.")
    since = moved.sequence
    moved.record(Gathering.Turn.REINSTATED, by=ada)
    moves(room, ada, lede="A day in spring.")

    assert {debt.since for debt in Owed.objects.all()} == {since}
    assert "is happening after all." in emails()["Ann"].text


def test_a_small_mistake_is_owed_to_nobody(ann_follows, everybody, room, ada, emails):
    moves(room, ada, cost="Free")
    PendingChanges.objects.all().delete()
    moves(room, ada, lede="A daye.")

    drop(PendingChanges.objects.get(), by=ada)
    emails()

    # What she follows was to be told before that, and is.
    assert (Owed.objects.count(), changed()) == (0, [("ann", "news")])
    assert "A daye." not in Email.objects.get().text


def test_the_page_counts_followers_to_whom_something_is_new(ann_follows, room, ada):
    moves(room, ada, cost="Free")
    assert preview(Gathering.objects.with_facts().get()).followers == 1

    moves(room, ada, cost="")

    assert preview(Gathering.objects.with_facts().get()).followers == 0
