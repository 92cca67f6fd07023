"""Help that was asked and answered has a way back: who asked ends it, who answered steps out, and the other one hears it once."""

import pytest
from django.test import Client

from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.outbox.models import Email
from goldenthread.threads.models import Encounter


@pytest.fixture
def question(jude):
    Client().post(f"{AT}{jude.key}/help/", {"words": "The ending."})
    return HelpAsked.objects.get()


@pytest.fixture
def as_bo(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def offered(question, as_bo):
    as_bo.post(f"{AT}help/{question.pk}/", {"words": "I could listen."})
    Email.objects.all().delete()
    return HelpOffer.objects.get()


@pytest.fixture
def agreed(offered, jude, press):
    press(jude, "yes", f"help/{offered.pk}/")
    Email.objects.all().delete()
    return offered


def end(jude):
    return Client().post(f"{AT}{jude.key}/help/", {"stop": "1"}, follow=True)


def step_out(browser, offer):
    return browser.post(f"{AT}help/{offer.asked_id}/", {"out": "1"}, follow=True)


def test_who_asked_ends_it_and_who_answered_hears_so_once(agreed, jude, emails):
    shown = [end(jude), end(jude)]

    assert emails() == [("bo@example.org", "voice: help_ended")]
    assert "We’ve e-mailed those who had answered you." in shown[0].text
    assert (HelpAsked.objects.count(), Encounter.objects.count()) == (0, 1)


def test_who_waits_for_an_answer_hears_it_too(offered, jude, emails):
    end(jude)

    assert emails() == [("bo@example.org", "voice: help_ended")]


def test_where_nobody_has_answered_nobody_is_written_to(question, jude, emails):
    Email.objects.all().delete()
    shown = end(jude)

    assert (emails(), "Members don’t see it any more." in shown.text) == ([], True)


def test_who_answered_steps_out_and_who_asked_hears_so_once(agreed, as_bo, emails):
    shown = [step_out(as_bo, agreed), step_out(as_bo, agreed)]

    assert emails() == [("jude@example.org", "voice: help_left")]
    assert [answer.status_code for answer in shown] == [200, 200]
    assert (HelpOffer.objects.count(), Encounter.objects.count()) == (0, 1)


def test_then_members_can_answer_again(agreed, as_bo, client, cy):
    step_out(as_bo, agreed)
    client.force_login(cy)

    assert "The ending." in client.get(f"{AT}help/").text


def test_also_before_a_yes(offered, as_bo, emails):
    step_out(as_bo, offered)

    assert (emails(), HelpOffer.objects.count()) == ([("jude@example.org", "voice: help_left")], 0)


def test_nobody_steps_out_for_another(agreed, client, cy, emails):
    client.force_login(cy)
    step_out(client, agreed)

    assert (emails(), HelpOffer.objects.count()) == ([], 1)


def test_the_way_there_is_in_the_e_mail_and_among_what_members_asked(offered, jude, press, as_bo):
    press(jude, "yes", f"help/{offered.pk}/")
    way = f"{AT}help/{offered.asked_id}/"

    assert way in Email.objects.get(kind="voice: help_accepted").text
    assert way in as_bo.get(f"{AT}help/").text
    assert "I can’t after all" in as_bo.get(way).text


def test_looking_ends_nothing(agreed, jude, as_bo, emails):
    as_bo.get(f"{AT}help/{agreed.asked_id}/", {"out": "1"})
    Client().get(f"{AT}{jude.key}/help/", {"stop": "1"})

    assert (emails(), HelpOffer.objects.count()) == ([], 1)
