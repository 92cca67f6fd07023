"""Who had left brings nothing back for others, and reads nothing new; and whoever counted on something hears of it."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Contribution, Decision, Telling, Voice
from goldenthread.gatherings.voices.standing_together import ask_another, leave, remove, say_yes
from goldenthread.gatherings.voices.tests.conftest import WORDS
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


@pytest.fixture
def joins(jude, now):
    def joins(name):
        voice = ask_another(jude, name=name, email=f"{name.lower()}@example.org", now=now)
        say_yes(voice, now=clock.now())
        Email.objects.all().delete()
        return voice

    return joins


@pytest.fixture
def everybody_knows(jude, spring, ada):
    """It is in."""
    decide(jude.contribution, answer="in", reason="", door="", by=ada)
    Decision.objects.update(telling=Telling.objects.create(gathering=spring, by=ada))


def page_of(voice):
    return Client().get(voice.get_absolute_url()).text


def is_offered():
    return Contribution.objects.sent().exists()


def test_who_had_left_before_brings_nothing_back(jude, joins, press):
    sam = joins("Sam")
    leave(Voice.objects.get(pk=sam.pk), now=clock.now() - timedelta(minutes=1))
    press(jude, "all", "withdrawal/")
    press(sam, "back")

    assert (is_offered(), "Bring it after all" in page_of(sam)) == (False, False)


def test_who_was_in_it_does_and_the_others_and_the_convenors_hear(jude, joins, press, emails, everybody_knows):
    sam = joins("Sam")
    press(jude, "all", "withdrawal/")
    Email.objects.all().delete()
    press(sam, "back")

    assert is_offered()
    assert emails() == [("jude@example.org", "voice: brought_back"), ("ada@example.org", "voice: brought_back_in")]


def test_taken_back_once_more_is_told_once_more(jude, joins, press, emails):
    joins("Sam")
    for reply, under in (("all", "withdrawal/"), ("back", ""), ("all", "withdrawal/")):
        press(jude, reply, under)

    assert [kind for _, kind in emails()] == ["voice: taken_back", "voice: brought_back", "voice: taken_back"]


def test_who_left_reads_how_it_was_and_nothing_since(jude, joins, press):
    sam = joins("Sam")
    press(sam, "me", "withdrawal/")
    press(jude, "save", **WORDS | {"title": "Twelve chairs", "words": "Written since."})
    joins("Pat")

    page = page_of(sam)
    assert ("Eleven chairs" in page, WORDS["words"] in page, "Jude" in page) == (True, True, True)
    assert ("Twelve chairs" in page, "Written since" in page, "Pat" in page) == (False, False, False)


def test_who_left_a_draft_reads_nothing_of_it(brought, press, now):
    first = brought("Kit", is_sent=False)
    sam = ask_another(first, name="Sam", email="sam@example.org", now=now)
    say_yes(sam, now=now)
    press(sam, "me", "withdrawal/")

    page = page_of(sam)
    assert (WORDS["title"] in page, WORDS["words"] in page, "Kit" in page) == (False, False, False)
    assert "Bring it with them again" in page


def test_the_convenors_hear_that_somebody_is_taken_out_of_what_is_in(jude, joins, emails, everybody_knows):
    sam = joins("Sam")
    remove(jude, Voice.objects.get(pk=sam.pk))

    assert ("ada@example.org", "voice: taken_out_in") in emails()
    assert "Sam has been taken out of" in Email.objects.get(kind="voice: taken_out_in").text


def test_before_they_know_they_hear_nothing(jude, joins, emails):
    sam = joins("Sam")
    remove(jude, Voice.objects.get(pk=sam.pk))

    assert [kind for _, kind in emails()] == ["voice: taken_out"]
