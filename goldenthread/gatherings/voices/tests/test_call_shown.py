"""The call as everybody reads it, on its own page and on that of the gathering: it never looks open when nothing can be offered."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.voices.calling import KindWording, close_call
from goldenthread.gatherings.voices.models import Call
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock

PLAN, CALL = "/gatherings/spring/", "/gatherings/spring/call/"
OFFER = "Offer something"


def read(client, path):
    return " ".join(client.get(path).content.decode().split())


def test_everybody_reads_what_is_asked_until_when_and_what_they_can_bring(client, spring, ada):
    kinds = [KindWording("A story", 10, 30, "Something that happened.")]
    a_call_at(spring, ada, looked_for="What went wrong", kinds=kinds)

    page = read(client, CALL)
    phrases = [
        "Would you stand up?",
        "What went wrong",
        "You can offer something until Monday 1 March 2027, 23:59, London time.",
    ]
    phrases += ["A story", "Something that happened.", "About 10 minutes", "for 30 people at most", OFFER]
    assert [words for words in phrases if words not in page] == []
    assert OFFER in read(client, PLAN)


def on_another_day(spring, ada):
    turns.postpone(spring, by=ada)


def off(spring, ada):
    turns.call_off(spring, by=ada)


def over(spring, ada):
    Gathering.objects.update(day=date(2020, 1, 1))


def begun(spring, ada):
    Gathering.objects.update(day=timezone.localdate(), from_time="00:00", last_day=timezone.localdate() + timedelta(1))


def closed(spring, ada):
    close_call(Call.objects.get(), now=clock.now(), by=ada)


def past_its_end(spring, ada):
    Call.objects.update(until=clock.now() - timedelta(minutes=1))


def never_asked(spring, ada):
    Call.objects.all().delete()


@pytest.mark.parametrize(
    ("happens", "says"),
    [
        (off, "This gathering is called off"),
        (over, "This gathering is over."),
        (on_another_day, "This gathering is postponed."),
        (begun, "This gathering has begun"),
        (closed, "The call is closed."),
        (past_its_end, "The call is closed."),
        (never_asked, "haven’t asked for voices yet"),
    ],
)
def test_where_nothing_can_be_offered_it_says_so_and_nothing_looks_open(client, spring, ada, happens, says):
    a_call_at(spring, ada)
    happens(spring, ada)

    page, plan = read(client, CALL), read(client, PLAN)
    assert (says in page, OFFER in page, OFFER in plan) == (True, False, False)


def test_while_it_is_closed_the_plan_offers_no_other_way_to_the_same(client, spring, ada):
    Gathering.objects.update(voices="Would you tell a story?")
    before = read(client, PLAN)
    a_call_at(spring, ada)
    closed(spring, ada)

    assert ("offers/voices/" in before, "offers/voices/" in read(client, PLAN)) == (True, False)
