from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from goldenthread.gatherings.plan import emails
from goldenthread.gatherings.plan.chores import send_changes, tell_followers
from goldenthread.gatherings.plan.models import Following, Gathering
from goldenthread.kit import wishes
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person


@pytest.fixture
def bo_follows(spring, bo):
    return Following.objects.create(gathering=spring, person=bo, told=spring.news)


def change(gathering, ada, **plan):
    now = Gathering.objects.get(pk=gathering.pk)
    now.replan(plan, since=now.sequence, by=ada, is_small=False)
    send_changes(timezone.now() + timedelta(hours=3))


def test_opening_the_page_follows_nothing(client, bo, spring):
    client.force_login(bo)

    client.get(reverse("plan:following", args=["spring"]))

    assert Following.objects.count() == 0


def test_pressing_twice_follows_once(client, bo, spring):
    client.force_login(bo)

    client.post(reverse("plan:following", args=["spring"]))
    client.post(reverse("plan:following", args=["spring"]))

    assert [following.person for following in Following.objects.all()] == [bo]


def test_one_press_stops(client, bo, bo_follows):
    client.force_login(bo)

    client.post(reverse("plan:following", args=["spring"]), {"follow": "no"})

    assert Following.objects.count() == 0


def test_a_follower_reads_what_changed(bo_follows, spring, ada):
    change(spring, ada, venue="The Mill")

    tell_followers(timezone.now())

    email = Email.objects.get()
    assert (email.address, email.subject) == ("bo@example.org", "What changed: A spring day")
    assert (
        "The venue changed from The Old School, 1 Hill Street, Leeds to The Mill, 1 Hill Street, Leeds." in email.text
    )


def test_a_follower_hears_of_it_once(bo_follows, spring, ada):
    change(spring, ada, venue="The Mill")

    tell_followers(timezone.now())
    tell_followers(timezone.now())

    assert Email.objects.count() == 1


def test_each_follower_hears_of_it(bo_follows, spring, ada, cy):
    Following.objects.create(gathering=spring, person=cy, told=spring.news)
    change(spring, ada, venue="The Mill")

    tell_followers(timezone.now())

    assert list(Email.objects.order_by("pk").values_list("address", flat=True)) == ["bo@example.org", "cy@example.org"]


def test_nobody_is_written_to_about_slips(bo_follows, spring, ada):
    spring.replan({"venue": "The Olde School"}, since=spring.sequence, by=ada, is_small=True)

    tell_followers(timezone.now())

    assert Email.objects.count() == 0


@pytest.mark.parametrize(
    ("rhythm", "hours", "emails"),
    [
        ("at_once", 0, 2),
        ("daily", 23, 1),
        ("daily", 25, 2),
        ("weekly", 25, 1),
        ("weekly", 24 * 8, 2),
        ("never", 999, 0),
    ],
)
def test_emails_keep_to_the_rhythm_chosen(bo_follows, spring, ada, rhythm, hours, emails):
    Person.objects.filter(email="bo@example.org").update(letters_rhythm=rhythm)
    now = timezone.now()
    change(spring, ada, venue="The Mill")
    tell_followers(now)
    change(spring, ada, venue="The Barn")

    tell_followers(now + timedelta(hours=hours))

    assert Email.objects.count() == emails


def test_a_clock_set_back_silences_nobody(bo_follows, spring, ada):
    Person.objects.filter(email="bo@example.org").update(letters_rhythm="weekly")
    now = timezone.now()
    change(spring, ada, venue="The Mill")
    tell_followers(now)
    change(spring, ada, venue="The Barn")

    tell_followers(now - timedelta(days=100))

    assert Email.objects.count() == 2


def test_whoever_was_told_by_a_quicker_worker_is_not_told_again(bo_follows, spring, ada):
    change(spring, ada, venue="The Mill")

    with connection.execute_wrapper(QuickerWorker()):
        tell_followers(timezone.now())

    assert Email.objects.count() == 0


@pytest.fixture
def refused(spring, bo, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    Refusal(whose=wishes.unreadable(bo.email), kind=Following.EMAILS, about=about(spring)).declare()


def test_a_refusal_ends_the_following_and_no_news_comes(bo_follows, refused, spring, ada):
    change(spring, ada, venue="The Mill")

    tell_followers(timezone.now())

    assert (Email.objects.count(), Following.objects.count()) == (0, 0)


def test_whoever_refused_is_shown_at_once_that_they_do_not_follow(client, bo, bo_follows, refused):
    client.force_login(bo)

    page = client.get(reverse("plan:following", args=["spring"]))

    assert page.context["follows"] is False


def test_whoever_follows_anew_hears_again(client, bo, bo_follows, refused, spring, ada):
    client.force_login(bo)

    client.post(reverse("plan:following", args=["spring"]))
    change(spring, ada, venue="The Mill")
    tell_followers(timezone.now())

    assert [email.policy for email in Email.objects.all()] == [Email.Policy.AT_MOST_ONCE]


class QuickerWorker:
    """Tells every follower a moment before the first claim reaches the database."""

    is_done = False

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("UPDATE") and not self.is_done:
            self.is_done = True
            Following.objects.update(told=99)
        return execute(sql, params, many, context)


def test_whoever_refused_it_meanwhile_is_no_sample(ada, spring, bo_follows):
    change(spring, ada, venue="The Mill")
    Refusal.of("bo@example.org", Following.EMAILS, about(spring)).save()

    assert emails.a_sample_of_news(Following.objects.get()) is None
