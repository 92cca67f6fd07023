"""Nobody ends what others bring without a word: who hears of it, and what undoes it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.voices import chores
from goldenthread.gatherings.voices.answering_decisions import answer
from goldenthread.gatherings.voices.models import Contribution, Decision, Telling, Voice
from goldenthread.gatherings.voices.standing_together import ask_another, leave, remove, say_yes
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.fixture
def sam(jude, now):
    voice = ask_another(jude, name="Sam", email="sam@example.org", now=now)
    say_yes(voice, now=now)
    Email.objects.all().delete()
    return voice


@pytest.fixture
def is_in(jude, spring, ada, now):
    telling = Telling.objects.create(gathering=spring, by=ada, at=now)
    return Decision.objects.create(contribution=jude.contribution, answer="in", telling=telling)


def later():
    chores.tell_of_departures(clock.now() + timedelta(minutes=16))
    chores.tell_of_departures(clock.now() + timedelta(minutes=17))


def test_a_co_voice_cannot_take_it_back_for_all(jude, sam, press):
    answer = press(sam, "all", "withdrawal/")

    assert (answer.status_code, Contribution.objects.sent().count()) == (422, 1)


def test_the_others_hear_that_it_is_taken_back_and_can_bring_it_back(jude, sam, press, close, emails):
    close()
    press(jude, "all", "withdrawal/")
    press(sam, "back")
    came_back = Contribution.objects.sent().count()
    press(jude, "all", "withdrawal/")

    sams, judes = "sam@example.org", "jude@example.org"
    assert came_back == 1
    assert emails() == [(sams, "voice: taken_back"), (judes, "voice: brought_back"), (sams, "voice: taken_back")]


def test_the_convenors_hear_when_what_is_in_is_taken_back(jude, is_in, press, emails, ada):
    press(jude, "all", "withdrawal/")

    assert emails() == [(ada.email, "voice: taken_back_in")]


def test_held_back_nobody_can_read_a_yes_off_it(jude, is_in, press, emails):
    Decision.objects.update(telling=None)
    press(jude, "all", "withdrawal/")

    assert emails() == []


def test_the_convenors_hear_once_of_who_steps_back(jude, is_in, emails, ada):
    answer(jude, "step-back", by=None)
    chores.tell_of_departures(clock.now())
    at_once = emails()
    later()

    assert (at_once, emails()) == ([], [(ada.email, "voice: departed")])


def test_they_hear_of_who_leaves_as_well(jude, sam, is_in, emails, ada, now):
    leave(sam, now=now)
    later()

    assert emails() == [(ada.email, "voice: departed")]


def test_they_hear_nothing_of_what_they_typed_in_or_of_a_change_of_mind(jude, sam, is_in, emails, ada):
    answer(jude, "step-back", by=ada)
    answer(sam, "step-back", by=None)
    answer(sam, "accept", by=None)
    later()

    assert emails() == []


def test_whoever_is_taken_out_after_their_yes_hears_of_it(jude, sam, emails):
    remove(jude, sam)

    assert (emails(), Voice.objects.count()) == ([("sam@example.org", "voice: taken_out")], 1)


def test_whoever_has_not_answered_hears_nothing(jude, now, emails):
    voice = ask_another(jude, name="Sam", email="sam@example.org", now=now)
    Email.objects.all().delete()
    remove(jude, voice)

    assert emails() == []


def test_the_link_in_the_e_mail_stands_there_once(jude, sam, press):
    press(jude, "all", "withdrawal/")

    text = Email.objects.get().text
    assert (text.count(f"{sam.get_absolute_url()}"), text.count("http://localhost:8000http")) == (1, 0)
