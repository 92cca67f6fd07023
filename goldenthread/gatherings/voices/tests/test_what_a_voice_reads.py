"""What stands on the page of a voice once they were told: where it is, that they stepped back, or what was said instead."""

import re
from datetime import timedelta

import pytest

from goldenthread.gatherings.voices.chores import tell_of_co_voices
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.leaving import forget_theirs
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.kit import clock, replying
from goldenthread.outbox.models import Email


@pytest.fixture
def tell_them(spring, ada, jude):
    def tell_them(answer, door=""):
        decide(jude.contribution, by=ada, answer=answer, reason="There is so much.", door=door)
        tell(spring, seen=stamp_of(previews_for(spring, by=ada)), not_yet=(), by=ada)

    return tell_them


def read(client, voice, under=""):
    return client.get(f"{AT}{voice.key}/{under}").content.decode()


def test_after_a_no_it_stands_as_they_wrote_it_and_nothing_is_asked(client, jude, tell_them):
    before = read(client, jude)
    tell_them("not_now", "wall")

    after = read(client, jude)
    assert ("<textarea" in before, "Take it back" in before, "think it through" in before) == (True, True, True)
    assert ("<textarea" in after, "Take it back" in after, "think it through" in after) == (False, False, False)
    assert ("There is so much." in after, "If there’s a wall on the day" in after) == (True, True)
    assert (jude.contribution.title in after, jude.contribution.words in after) == (True, True)


def test_after_a_no_nothing_is_saved(client, jude, tell_them):
    tell_them("not_now", "wall")

    answer = client.post(f"{AT}{jude.key}/", {"title": "Twelve chairs", "words": "", "reply": "save"})

    assert (answer.status_code, Contribution.objects.get().title) == (302, jude.contribution.title)


def test_who_stepped_back_reads_that(client, jude, tell_them):
    tell_them("in")
    form_data = {"reply": "step-back", "shown_at": replying.stamp(0.0)}
    answer = client.post(f"{AT}{jude.key}/acceptance/", form_data, follow=True).content.decode()
    page = read(client, jude)

    assert ("You’ve stepped back, so you won’t bring it." in page, "it has a place" in page) == (True, False)
    assert "You’ve stepped back. Thank you for letting us know." in answer


def test_a_link_to_what_is_erased_has_a_heading(client, jude):
    co_voice = Voice.objects.create(
        contribution=jude.contribution, number=2, name="Sam", email="sam@example.org", yes_at=clock.now()
    )
    Voice.objects.filter(pk=co_voice.pk).update(left_at=clock.now())
    forget_theirs(None, "jude@example.org")

    [heading] = re.findall(r"<h1[^>]*>([^<]*)</h1>", read(client, co_voice))
    assert heading.strip() == "What you’d like to bring"


@pytest.fixture
def sam(client, jude, press):
    client.post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    sam = Voice.objects.get(name="Sam")
    press(sam, "yes")
    Email.objects.all().delete()
    return sam


def test_whoever_offered_it_hears_of_a_yes_and_of_a_departure_once_each(sam, emails, now):
    news = [("jude@example.org", "voice: co_voice")]
    for minutes in (60, 121, 122):
        tell_of_co_voices(now + timedelta(minutes=minutes))
    after_the_yes = emails()
    Voice.objects.filter(pk=sam.pk).update(left_at=now + timedelta(hours=3))
    tell_of_co_voices(now + timedelta(hours=6))
    tell_of_co_voices(now + timedelta(hours=7))

    assert (after_the_yes, emails()) == (news, news * 2)
    assert ["stepped back" in email.text for email in Email.objects.order_by("pk")] == [False, True]


def test_of_both_soon_after_each_other_in_one_e_mail(sam, press, emails, now):
    press(sam, "me", "withdrawal/")
    tell_of_co_voices(now + timedelta(hours=3))

    assert emails() == [("jude@example.org", "voice: co_voice")]
    assert "Sam had said yes to bringing it with you, and has stepped back since." in Email.objects.get().text


def test_whoever_offered_it_reads_who_stepped_back(client, jude, sam, press):
    press(sam, "me", "withdrawal/")

    assert "<bdi>Sam</bdi>: has stepped back" in read(client, jude)


def test_how_long_it_can_be_brought_back_is_true(client, jude, close):
    before = read(client, jude, "withdrawal/")
    close()

    assert "You can change your mind until the call closes." in before
    assert "You have 15 minutes to change your mind." in read(client, jude, "withdrawal/")
