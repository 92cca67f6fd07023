"""What a plan answers to those below: whose it is, who goes from it when they leave, and where a newcomer looks first."""

import pytest
from django.http import Http404, HttpResponse
from django.urls import reverse

from goldenthread.gatherings.plan.access import at_its_address_in_a_rush
from goldenthread.gatherings.plan.models import Convening, ConvenorInvitation, Gathering
from goldenthread.kit import clock
from goldenthread.people.everything import rows_of


@pytest.fixture
def plan(answers_of):
    return answers_of("plan")


@pytest.mark.parametrize(
    ("address", "left"), [("DI@Example.org", ["ed@example.org"]), ("", ["di@example.org", "ed@example.org"])]
)
def test_an_invitation_goes_with_whoever_it_was_for(plan, spring, ada, address, left):
    for name in ("di", "ed"):
        ConvenorInvitation.objects.create(gathering=spring, name=name, email=f"{name}@example.org", by=ada)

    plan.before_leaving(None, address)

    assert list(ConvenorInvitation.objects.order_by("email").values_list("email", flat=True)) == left


def test_nobody_is_led_to_a_draft(plan, draft, bo):
    assert plan.first_steps(bo) == []


def test_a_newcomer_is_led_to_the_next_gathering(plan, spring, bo):
    [step] = plan.first_steps(bo)

    assert step.path == "/gatherings/spring/"


def test_a_plan_is_of_those_who_convene_it_and_stands_there_once(spring, ada, bo):
    Convening.objects.filter(person=ada).update(until=clock.now())
    Convening.objects.create(gathering=spring, person=ada)

    assert [list(rows_of(who, Gathering)) for who in (ada, bo)] == [[spring], []]


def test_an_address_that_nothing_ever_had_is_not_that_of_what_moved(client, ada, spring):
    client.force_login(ada)

    assert client.get(reverse("plan:plan", args=["nowhere"])).status_code == 404


def test_in_a_rush_what_is_not_there_is_not_found_either(spring, rf):
    with pytest.raises(Http404):
        at_its_address_in_a_rush(lambda request, gathering: HttpResponse())(rf.get("/"), "nowhere")
