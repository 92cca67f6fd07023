"""Who brings something and has no e-mail is told by a convenor, who ticks it."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.models import Placing, VoiceNews
from goldenthread.gatherings.programme.tests.showing import MARCH, brought, show
from goldenthread.gatherings.programme.voices_to_ring import to_ring
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit import clock

HOUR = timedelta(hours=1)
PAGE = "/gatherings/spring/programme/releases/"


@pytest.fixture
def meg(spring, monkeypatch):
    """She has no e-mail, and the programme was shown on the first of March."""
    session = brought(spring, "Eleven chairs", "10:00", name="Old Meg", email="")
    show(spring)
    tell_voices(MARCH)
    monkeypatch.setattr(clock, "now", lambda: MARCH)
    return session.speakers.get().voice


def lines(gathering, now=MARCH):
    return [(row.news.voice.known_as, row.lines) for row in to_ring(gathering, now)]


def tick(browser, voice, number=1):
    return browser.post(f"{PAGE}ringing/{voice.pk}/", {"number": number}, follow=True).content.decode()


def test_she_stands_on_a_list_until_somebody_has_told_her(browser, spring, meg):
    page = browser.get(PAGE).content.decode()
    before = lines(spring)

    after = tick(browser, meg)

    assert before == [("Old Meg", ["Eleven chairs: Tuesday 20 April 2027, 10:00 to 10:45"])]
    assert ("They know it now: Old Meg" in page, "They know it now" in after) == (True, False)
    assert (lines(spring), VoiceNews.objects.get().heard) == ([], 1)


def test_what_moves_is_told_when_the_others_hear_it(browser, spring, meg):
    tick(browser, meg)
    later = MARCH + timedelta(days=2)
    Placing.objects.update(from_time="12:00")
    show(spring, now=later)

    assert lines(spring, later) == []
    assert lines(spring, later + HOUR * 2) == [
        ("Old Meg", ["“Eleven chairs” is now: Tuesday 20 April 2027, 12:00 to 12:45. It was: 10:00 to 10:45."])
    ]


def test_what_moved_back_is_not_to_be_told(browser, spring, meg):
    tick(browser, meg)
    for day, hour in (2, "12:00"), (3, "10:00"):
        Placing.objects.update(from_time=hour)
        show(spring, now=MARCH + timedelta(days=day))

    assert VoiceNews.objects.get().due_at is None


def test_when_the_day_moves_she_is_told_of_it(browser, spring, meg, ada, monkeypatch):
    tick(browser, meg)
    monkeypatch.setattr(clock, "now", lambda: MARCH + HOUR)
    now = Gathering.objects.get(pk=spring.pk)
    now.replan({"day": spring.day + timedelta(days=7)}, since=now.sequence, by=ada, is_small=False)

    [(_name, [line])] = lines(Gathering.objects.get(pk=spring.pk), MARCH + HOUR * 2)

    assert line.startswith("“Eleven chairs” is now: Tuesday 27 April 2027")


def test_of_a_version_that_is_not_shown_any_more_nothing_is_ticked(browser, spring, meg):
    answer = tick(browser, meg, number=7)

    assert ("Please look once more" in answer, VoiceNews.objects.get().heard) == (True, None)


def test_who_stepped_back_or_has_an_address_is_not_rung(browser, spring, meg):
    Voice.objects.update(stepped_back_at=MARCH)

    assert lines(spring) == []
    assert browser.post(f"{PAGE}ringing/{meg.pk}/").status_code == 404
