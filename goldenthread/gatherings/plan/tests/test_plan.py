import re
from datetime import UTC, date, datetime, time

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.forms import PlanForm
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.models.gathering import PlanChangedMeanwhile


@pytest.fixture
def typed(spring):
    """What the form holds when nothing was changed in it."""
    return held(PlanForm(instance=Gathering.objects.get(pk=spring.pk)))


def held(form):
    """What a browser would send of a form."""
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in values.items() if value not in (None, False)}


def test_a_convenor_changes_the_date(client, ada, spring, typed):
    client.force_login(ada)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | {"day": "2027-04-27"})

    assert answer.url == spring.get_absolute_url()
    assert Gathering.objects.get().day == date(2027, 4, 27)


def test_somebody_else_may_not(client, bo, spring, typed):
    client.force_login(bo)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | {"title": "Mine now"})

    assert answer.status_code == 403
    assert Gathering.objects.get().title == "A spring day"


def test_the_keeper_steps_in(client, kim, spring, typed):
    client.force_login(kim)

    client.post(reverse("plan:plan", args=["spring"]), typed | {"cost": "Free"})

    assert Gathering.objects.get().cost == "Free"


def test_aims_are_kept_by_sector(client, ada, spring, typed):
    client.force_login(ada)

    client.post(reverse("plan:plan", args=["spring"]), typed | {"aim_health": "12", "aim_education": "0"})

    assert Gathering.objects.get().aims == {"health": 12}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"last_day": "2027-04-19"}, "The last day is before the first."),
        ({"from_time": "10:00", "to_time": "9:00"}, "It has to end after it starts."),
        ({"to_time": "9:00"}, "Say when it starts, too."),
        ({"day": "", "last_day": "2027-04-20"}, "Say the first day too."),
        ({"day": "2027-03-28", "from_time": "01:30"}, "this hour doesn’t exist"),
        ({"title": ""}, "Please answer this."),
        ({"places": "-1"}, "Please choose 0 or more."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(client, ada, spring, typed, wrong, sentence):
    client.force_login(ada)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | wrong | {"about": "Words I typed"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert "Words I typed" in page


def test_the_second_of_two_is_refused(ada, cy, draft):
    draft.replan({"cost": "Free"}, since=1, by=ada, is_small=False)

    with pytest.raises(PlanChangedMeanwhile):
        draft.replan({"cost": "£5"}, since=1, by=cy, is_small=False)


def test_the_second_sees_what_the_first_changed_and_loses_nothing_typed(client, ada, spring, typed):
    spring.replan({"venue": "The Mill", "cost": "£5"}, since=spring.sequence, by=ada, is_small=False)
    client.force_login(ada)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | {"cost": "Free", "about": "My words"})

    form = answer.context["form"]
    assert answer.status_code == 409
    assert [difference.told for difference in answer.context["theirs"]] == ["The venue changed", "The cost is known"]
    assert [form[name].value() for name in ("venue", "cost", "about")] == ["The Mill", "Free", "My words"]


def test_both_meanings_are_kept_when_the_second_saves_again(client, ada, spring, typed):
    spring.replan({"venue": "The Mill"}, since=spring.sequence, by=ada, is_small=False)
    client.force_login(ada)
    met = client.post(reverse("plan:plan", args=["spring"]), typed | {"cost": "Free"}).context["form"]

    client.post(reverse("plan:plan", args=["spring"]), held(met))

    plan = Gathering.objects.get()
    assert (plan.venue, plan.cost) == ("The Mill", "Free")


def test_only_real_places_are_offered_and_the_zone_that_a_plan_has():
    offered = set(re.findall(r'value="([^"]+)"', str(PlanForm(instance=Gathering())["time_zone"])))
    field = str(PlanForm(instance=Gathering(time_zone="GB"))["time_zone"])

    assert {"Europe/London", "Pacific/Auckland"} <= offered
    assert offered & {"Factory", "localtime", "GB", "Etc/GMT+1", "US/Eastern", "UTC"} == set()
    assert '<option value="GB" selected>GB</option>' in field


def test_ours_stands_first_and_every_other_one_step_away(db):
    field = str(PlanForm(instance=Gathering())["time_zone"])

    assert field.count('value="Europe/London"') == 1
    assert field.index("United Kingdom (London)") < field.index('<optgroup label="Another time zone">')
    assert field.index('<optgroup label="Another time zone">') < field.index("Africa/Abidjan")
    assert PlanForm({"time_zone": "Pacific/Auckland"}, instance=Gathering())["time_zone"].errors == []


def test_hours_are_in_the_gatherings_own_zone():
    gathering = Gathering(day=date(2027, 7, 1), from_time=time(9, 30), to_time=time(16), time_zone="Europe/London")

    assert gathering.starts_at == datetime(2027, 7, 1, 8, 30, tzinfo=UTC)
    assert gathering.ends_at == datetime(2027, 7, 1, 15, 0, tzinfo=UTC)


def test_a_list_of_gatherings_asks_no_more_for_three_than_for_one(client, spring, ada, django_assert_num_queries):
    with django_assert_num_queries(4):
        client.get(reverse("pages:gatherings"))
    _open_two_more(ada)

    with django_assert_num_queries(4):
        page = client.get(reverse("pages:gatherings")).content.decode()

    assert page.count("gatherings/a-") == 2


def _open_two_more(ada):
    turns.publish(Gathering.begin("A walk", by=ada), by=ada)
    turns.publish(Gathering.begin("A supper", by=ada), by=ada)


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"cost": "Free"}, "Saved. People who follow the plan will hear about it."),
        ({"cost": "Free", "is_small": "on"}, "Saved as a small mistake. Nobody gets an e-mail about it."),
        ({"because": "Why?"}, "Nothing in the plan changed, so nothing was saved and nobody gets an e-mail."),
    ],
)
def test_after_a_save_the_page_says_who_hears_of_it(client, ada, follower, typed, plan, words):
    client.force_login(ada)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | plan)

    assert [str(message) for message in get_messages(answer.wsgi_request)] == [words]


def test_where_nobody_follows_it_promises_nothing(client, ada, spring, typed):
    client.force_login(ada)

    answer = client.post(reverse("plan:plan", args=["spring"]), typed | {"cost": "Free"})

    assert [str(message) for message in get_messages(answer.wsgi_request)] == ["Saved."]
