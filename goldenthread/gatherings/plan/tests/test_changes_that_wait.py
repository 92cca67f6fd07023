"""What convenors see of changes that gather, and what they can do about them: say why, send them now, or not at all."""

from datetime import date, time

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan.models import Following, Gathering, PendingChanges
from goldenthread.gatherings.plan.pending_changes import NoSlip, drop
from goldenthread.gatherings.plan.tests.saving import after, change, work
from goldenthread.outbox.models import Email

PAGE = reverse("plan:pending_changes", args=["spring"])
CONVENING = reverse("pages:convening", args=["spring"])


@pytest.fixture
def convenor(client, ada):
    client.force_login(ada)
    return client


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


@pytest.mark.parametrize("plan", [{"day": date(2027, 5, 4)}, {"from_time": time(10)}, {"venue": "The Mill"}])
def test_another_day_hour_or_place_is_no_small_mistake(convenor, follower, spring, ada, plan):
    change(spring, ada, **plan)

    assert "a small mistake" not in convenor.get(PAGE).text
    with pytest.raises(NoSlip):
        drop(PendingChanges.objects.get(), by=ada)


@pytest.mark.parametrize(
    "ways",
    [({"day": date(2027, 5, 4)}, {"day": date(2027, 4, 20)}), ({"venue": "The Mill"}, {"venue": "The Old School"})],
)
def test_whoever_read_another_day_meanwhile_is_owed_the_way_back(convenor, spring, ada, bo, follower, ways):
    change(spring, ada, **ways[0])
    follower.delete()
    Following.begin(Gathering.objects.get(), bo)
    change(spring, ada, after(minutes=5), **ways[1])

    page = convenor.get(PAGE).text
    words = "The plan is as it was. 1 person read something else meanwhile, and gets an e-mail at 11:05."
    assert (words in page, "a small mistake" in page) == (True, False)
    with pytest.raises(NoSlip):
        drop(PendingChanges.objects.get(), by=ada)
    assert work(after(hours=2)) == ["bo@example.org"]


def test_what_is_saved_after_it_was_sent_begins_a_new_hour(convenor, follower, spring, ada):
    change(spring, ada, cost="Free")
    press(convenor, press="send")
    change(spring, ada, after(minutes=1), venue="The Mill")

    assert work(after(minutes=2)) == ["bo@example.org"]
    assert ("Free" in Email.objects.get().text, "The Mill" in Email.objects.get().text) == (True, False)
    assert work(after(minutes=61)) == ["bo@example.org"] * 2


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
