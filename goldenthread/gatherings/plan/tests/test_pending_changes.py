"""Changes of a plan gather for an hour: one e-mail to each, about what is different in the end."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.chores import send_changes, tell_followers, write_to_invited
from goldenthread.gatherings.plan.models import ConvenorInvitation, Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.pending_changes import AlreadyGone, NoSlip, drop, send
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

TEN = datetime(2027, 3, 1, 10, tzinfo=UTC)
PAGE = reverse("plan:pending_changes", args=["spring"])
CONVENING = reverse("pages:convening", args=["spring"])


@pytest.fixture
def follower(spring, bo):
    return Following.objects.create(gathering=spring, person=bo, told=spring.news)


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


def change(spring, ada, at=TEN, **plan):
    with time_machine.travel(at, tick=False):
        now = Gathering.objects.with_facts().get(pk=spring.pk)
        now.replan(plan, since=now.sequence, by=ada, is_small=plan.pop("is_small", False))
    return now


def work(at):
    with time_machine.travel(at, tick=False):
        send_changes(clock.now())
        tell_followers(clock.now())
        write_to_invited(clock.now())
    return list(Email.objects.order_by("pk").values_list("address", flat=True))


def after(**time):
    return TEN + timedelta(**time)


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


def test_that_it_is_off_takes_along_what_waits_and_its_reason(follower, spring, ada):
    change(spring, ada, venue="The Mill")
    PendingChanges.objects.update(because="The roof leaks.")
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


def test_convenors_read_what_waits_for_how_many_and_when(convenor, follower, spring, ada):
    change(spring, ada, cost="Free", venue="The Mill")

    pages = [convenor.get(page) for page in (PAGE, CONVENING, reverse("plan:plan", args=["spring"]))]

    assert ["2 changes go to 1 person at 11:00." in page.text for page in pages] == [True] * 3
    assert "The cost is known: Free." in pages[0].text
    assert "/letters/fewer/" not in pages[0].text


def press(convenor, **sent):
    pending = PendingChanges.objects.get()
    return convenor.post(PAGE, {"seen": pending.stamp, "because": ""} | sent, follow=True)


def test_a_reason_stands_in_the_email_and_with_the_plan(convenor, follower, spring, ada):
    change(spring, ada, cost="Free")

    page = press(convenor, because="Somebody gave us\nthe hall.")
    assert "Somebody gave us the hall." in page.text
    work(after(hours=1))

    assert "The plan changed: Somebody gave us the hall." in Email.objects.get().text
    assert "Somebody gave us the hall." in convenor.get(reverse("plan:changes", args=["spring"])).text


def test_a_reason_that_was_given_when_saving_is_the_same(convenor, follower, spring, ada):
    spring.replan({"cost": "Free"}, since=spring.sequence, by=ada, is_small=False, because="A gift.")

    assert convenor.get(PAGE).context["form"].initial == {"because": "A gift."}


def test_it_can_go_now(convenor, follower, spring, ada):
    change(spring, ada, cost="Free")

    press(convenor, press="send")

    assert work(after(minutes=1)) == ["bo@example.org"]


def test_a_small_mistake_is_told_to_nobody_and_what_comes_next_is(convenor, follower, spring, ada):
    change(spring, ada, cost="Fre")

    press(convenor, press="drop")

    assert (work(after(hours=2)), Gathering.objects.get().turn) == ([], "tidied")
    change(spring, ada, after(hours=3), lede="A day in spring.")
    assert work(after(hours=4)) == ["bo@example.org"]
    assert "The cost is known" not in Email.objects.get().text


@pytest.mark.parametrize("plan", [{"day": date(2027, 5, 4)}, {"from_time": time(10)}])
def test_another_day_or_hour_is_no_small_mistake(convenor, follower, spring, ada, plan):
    change(spring, ada, **plan)

    assert "a small mistake" not in convenor.get(PAGE).text
    with pytest.raises(NoSlip):
        drop(PendingChanges.objects.get(), by=ada)


def test_what_changed_since_the_page_was_opened_is_looked_at_again(convenor, follower, spring, ada):
    change(spring, ada, cost="Free")
    seen = PendingChanges.objects.get().stamp
    change(spring, ada, after(minutes=5), venue="The Mill")

    page = press(convenor, press="send", seen=seen)

    assert "The plan changed once more. Please look at the e-mail again." in page.text
    assert PendingChanges.objects.count() == 1


def test_where_nothing_waits_the_page_says_so(convenor, spring):
    assert "No e-mail waits." in convenor.get(PAGE).text


def test_calendars_follow_at_once(client, follower, spring, ada):
    change(spring, ada, day=date(2027, 5, 4))

    assert "DTSTART;VALUE=DATE:20270504" in client.get(reverse("plan:calendar", args=["spring"])).text
