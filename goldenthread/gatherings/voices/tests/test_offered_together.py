"""From the first line to the answer: two bring something together, a third helps, and a yes and a no are told at once."""

import pytest
from django.test import Client

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, Voice
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

DECISIONS = "/gatherings/spring/decisions/"


@pytest.fixture
def together(jude, press):
    """Jude asks Sam, and Sam says yes."""
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    sam = Voice.objects.get(email="sam@example.org")
    press(sam, "yes")
    return sam


@pytest.fixture
def helped(jude, press, bo):
    """Bo, a member, reads one line of it, offers to listen, and Jude says yes."""
    Client().post(f"{AT}{jude.key}/help/", {"words": "I don’t know how to end it."})
    member = Client()
    member.force_login(bo)
    member.post(f"{AT}help/{HelpAsked.objects.get().pk}/", {"words": "I could listen."})
    press(jude, "yes", f"help/{HelpOffer.objects.get().pk}/")


@pytest.fixture
def kim_too(brought):
    return brought("Kim", title="A very long talk")


@pytest.fixture
def all_hear(jude, kim_too, ada, client):
    """Decided one after the other, and told in one press."""
    decide(jude.contribution, by=ada, answer="in", reason="", door="")
    decide(kim_too.contribution, by=ada, answer="not_now", reason="The day is short.", door="open_hour")
    client.force_login(ada)
    seen = client.get(f"{DECISIONS}telling/").context["seen"]
    client.post(f"{DECISIONS}telling/", {"seen": seen})
    tell_of_decisions(clock.now())


def answers():
    rows = Email.objects.filter(kind__startswith="decided").order_by("address")
    return {email.address: (email.kind, email.text) for email in rows}


def test_both_voices_and_whoever_is_turned_down_hear_at_once(together, helped, all_hear):
    kinds = {address: kind for address, (kind, _text) in answers().items()}

    assert kinds == {
        "jude@example.org": "decided: in",
        "sam@example.org": "decided: in",
        "kim@example.org": "decided: not_now",
    }


def test_whoever_is_turned_down_reads_why_and_another_door_in_the_email_and_on_their_page(all_hear, kim_too):
    _kind, text = answers()["kim@example.org"]
    page = Client().get(f"{AT}{kim_too.key}/acceptance/").text

    assert [("The day is short." in words, "open hour" in words) for words in (text, page)] == [(True, True)] * 2


def test_each_of_the_two_answers_for_themselves(together, all_hear, jude, press):
    press(jude, "accept", "acceptance/")
    press(together, "step-back", "acceptance/")

    rows = Voice.objects.filter(contribution=jude.contribution).order_by("number")
    assert [(bool(row.accepted_at), bool(row.stepped_back_at)) for row in rows] == [(True, False), (False, True)]
    assert [row.is_in_it for row in rows.select_related("contribution")] == [True, False]


def test_who_helped_hears_nothing_of_the_decision(together, helped, all_hear, bo):
    assert bo.email not in answers()
