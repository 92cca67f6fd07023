"""Help is asked by one of those who bring something, and answered to that one."""

import pytest
from django.test import Client

from goldenthread.gatherings.voices.helping import ask_for_help, offer_help
from goldenthread.gatherings.voices.models import HelpAsked, HelpOffer, Voice
from goldenthread.gatherings.voices.standing_together import ask_another, leave, say_yes
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.kit import clock

ANSWER = "Only for you: I was inside, too."


@pytest.fixture
def sam(jude, now):
    voice = ask_another(jude, name="Sam", email="sam@example.org", now=now)
    say_yes(voice, now=now)
    return voice


@pytest.fixture
def answer(jude, bo, now):
    return offer_help(ask_for_help(jude, "The ending.", now=now), bo, ANSWER, now=now)


def test_the_others_read_the_line_and_no_answer(jude, sam, answer):
    theirs, others = [Client().get(voice.get_absolute_url()).text for voice in (jude, sam)]

    assert (ANSWER in theirs, "The ending." in others, ANSWER in others) == (True, True, False)


def test_none_of_them_says_yes_in_their_name(sam, answer, press):
    assert press(sam, "yes", f"help/{answer.pk}/").status_code == 404


def test_nor_takes_the_question_over(jude, sam, answer):
    Client().post(f"{AT}{sam.key}/help/", {"words": "Something else."})

    question = HelpAsked.objects.get()
    assert (question.voice, question.words) == (jude, "The ending.")


def test_once_who_asked_has_left_another_asks_anew(jude, sam, answer):
    leave(Voice.objects.get(pk=jude.pk), now=clock.now())
    Client().post(f"{AT}{sam.key}/help/", {"words": "Something else."})

    assert (HelpAsked.objects.get().voice, HelpOffer.objects.count()) == (sam, 0)
