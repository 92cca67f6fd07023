from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.voices.models import Contribution
from goldenthread.gatherings.voices.tests.conftest import AT, WORDS


def test_what_was_sent_is_not_called_unseen(jude):
    page = Client().get(jude.get_absolute_url()).text

    assert "Nobody sees this before you send it" not in page
    assert "The convenors and those who read for them see this" in page


def test_of_a_draft_it_says_that_nobody_sees_it(brought):
    page = Client().get(brought(is_sent=False).get_absolute_url()).text

    assert "Nobody sees this before you send it" in page


def test_after_it_was_sent_a_change_is_another_version(jude, press):
    press(jude, "save", **WORDS | {"title": "Twelve chairs"})

    versions = jude.contribution.versions.order_by("number")
    assert [(version.number, version.title) for version in versions] == [(1, "Eleven chairs"), (2, "Twelve chairs")]
    assert "changed since you sent it" in Client().get(jude.get_absolute_url()).text


def test_the_same_words_once_more_are_no_version(jude, press):
    press(jude, "save", **WORDS)

    assert jude.contribution.versions.count() == 1


def test_where_readings_are_blind_there_are_two_wordings(call, brought, press):
    call.is_blind = True
    call.save()
    voice = brought(is_sent=False)
    form = Client().get(voice.get_absolute_url()).context["form"]
    press(voice, "send", **WORDS | {"words_for_readers": "How somebody learned to sit."})

    assert form["words_for_readers"].value() == ""
    assert Contribution.objects.get().words_for_readers == "How somebody learned to sit."


def test_where_they_are_not_there_is_one(call, brought):
    assert "words_for_readers" not in Client().get(brought(is_sent=False).get_absolute_url()).context["form"].fields


@pytest.mark.parametrize("key", ["invented", "0"])
def test_no_other_key_opens_it(jude, client, key):
    assert client.get(f"{AT}{key}x/").status_code == 404


def test_taken_back_and_brought_back_within_the_call(jude, press):
    press(jude, "all", "withdrawal/")
    gone = not Contribution.objects.sent().exists()
    press(jude, "back")

    assert (gone, list(Contribution.objects.sent())) == (True, [jude.contribution])


def test_after_the_call_what_was_taken_back_stays_so_after_a_quarter_of_an_hour(jude, press, close, now):
    press(jude, "all", "withdrawal/")
    close()
    Contribution.objects.update(withdrawn_at=now - timedelta(minutes=16))
    press(jude, "back")

    assert not Contribution.objects.sent().exists()


def test_within_it_it_comes_back_also_after_the_call(jude, press, close):
    press(jude, "all", "withdrawal/")
    close()
    press(jude, "back")

    assert list(Contribution.objects.sent()) == [jude.contribution]


def test_where_readings_are_blind_it_says_who_sees_the_title(call, client):
    sentence = "Those who read see this title"
    before = client.get(AT).text
    call.is_blind = True
    call.save()

    assert (sentence in before, sentence in client.get(f"{AT}?blind").text) == (False, True)
