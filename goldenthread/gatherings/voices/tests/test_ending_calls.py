"""Three days before a call ends, whoever has a draft hears of it: once, and nobody else does."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.voices.calling import close_call
from goldenthread.gatherings.voices.chores import remind_of_the_end
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.tests.calls import END, a_call_at
from goldenthread.kit import clock
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.models.refusal import about

DUE = END - timedelta(days=2)


@pytest.fixture
def call(spring, ada):
    return a_call_at(spring, ada)


@pytest.fixture
def offer(call, spring):
    def offer(name, *, voice=(), **more):
        about_it = {"title": f"{name}’s chairs", "begun_at": END - timedelta(days=9)} | more
        contribution = Contribution.objects.create(gathering=spring, **about_it)
        known = {"name": name, "email": f"{name.lower()}@example.org", "yes_at": clock.now()} | dict(voice)
        return Voice.objects.create(contribution=contribution, number=1, **known)

    return offer


def reminded():
    return list(Email.objects.filter(kind="call ends").order_by("pk").values_list("address", flat=True))


def test_it_goes_once_and_leads_to_their_own_page(offer):
    voice = offer("Jude")
    remind_of_the_end(DUE)
    remind_of_the_end(DUE + timedelta(hours=1))

    email = Email.objects.get(kind="call ends")
    assert f"/gatherings/spring/contributions/{voice.key}/" in email.text
    assert "Monday 1 March 2027, 23:59, London time" in email.text
    assert email.fewer_at


def test_nobody_hears_of_it_too_soon_nor_too_late(offer):
    offer("Jude")
    remind_of_the_end(END - timedelta(days=3, minutes=1))
    remind_of_the_end(END)

    assert reminded() == []


def test_only_who_is_in_a_draft_that_was_begun_before_hears_of_it(offer):
    offer("Sent", sent_at=clock.now())
    offer("Back", withdrawn_at=clock.now())
    offer("Today", begun_at=DUE)
    offer("Unproved", voice={"yes_at": None})
    offer("Left", voice={"left_at": clock.now()})
    offer("Paper", voice={"email": ""})
    offer("Jude")

    remind_of_the_end(DUE)

    assert reminded() == ["jude@example.org"]


def test_nobody_hears_of_a_call_that_was_closed(offer, call, ada):
    offer("Jude")
    close_call(call, now=clock.now(), by=ada)

    remind_of_the_end(DUE)

    assert reminded() == []


def test_who_wants_no_more_of_these_gets_none(offer, spring):
    offer("Jude")
    Refusal.of("jude@example.org", "call ends", about(spring)).declare()

    remind_of_the_end(DUE)

    assert reminded() == []
