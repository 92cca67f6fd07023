"""A session that was shown and goes: who brings it hears it, their calendar takes it out, and convenors know what to do."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.release_preview import preview_of
from goldenthread.gatherings.programme.releasing import next_release
from goldenthread.gatherings.programme.session_changes import remove_session, session_from
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, held, put, room, show
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.kit import clock
from goldenthread.outbox.models import Email

HOUR = timedelta(hours=1)


@pytest.fixture
def known_session(spring):
    """Jude was told of ten o'clock in the library, on the first of March."""
    session = brought(spring, "Eleven chairs", "10:00", room(spring))
    show(spring)
    tell_voices(MARCH)
    return session


def test_a_session_that_is_removed_is_cancelled_and_its_voices_hear_it(spring, known_session, ada):
    held(spring, "Tea", "12:00")
    later = MARCH + timedelta(days=2)
    remove_session(known_session, by=ada)
    preview = preview_of(next_release(spring, later), later)
    show(spring, now=later)

    tell_voices(later + HOUR * 2)

    email = Email.objects.latest("pk")
    assert (preview.later, email.address) == (1, "jude@example.org")
    assert "“Eleven chairs” is not in the programme any more." in email.text
    assert ("STATUS:CANCELLED" in email.calendar, "SUMMARY:Eleven chairs" in email.calendar) == (True, True)


def test_removed_and_placed_again_is_one_e_mail_with_both(spring, known_session, ada):
    contribution, later = known_session.contribution, MARCH + timedelta(days=2)
    remove_session(known_session, by=ada)
    put(session_from(Contribution.objects.get(pk=contribution.pk), by=ada), "15:00")
    show(spring, now=later)

    tell_voices(later + HOUR * 2)

    email = Email.objects.latest("pk")
    assert len(Email.objects.all()) == 2
    assert "“Eleven chairs” is new: Tuesday 20 April 2027, 15:00" in email.text
    assert (email.calendar.count("STATUS:CANCELLED"), email.calendar.count("STATUS:CONFIRMED")) == (1, 1)


@pytest.fixture
def in_march(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: MARCH)


@pytest.mark.parametrize(("fact", "is_said"), [("withdrawn_at", True), ("begun_at", False)])
def test_convenors_read_at_once_that_what_was_taken_back_is_still_shown(
    browser, in_march, known_session, fact, is_said
):
    Contribution.objects.update(**{fact: MARCH})

    page = browser.get("/gatherings/spring/programme/draft/").content.decode()

    assert ("Show it without this session" in " ".join(page.split())) == is_said


def test_what_nobody_brings_does_not_come_back_when_the_day_moves_to_today(
    browser, spring, known_session, ada, monkeypatch
):
    """It stands in the past then, and was never held."""
    held(spring, "Tea", "12:00")
    evening = MARCH.replace(hour=20)
    Voice.objects.update(stepped_back_at=evening)
    monkeypatch.setattr(clock, "now", lambda: evening + HOUR)
    now = Gathering.objects.get(pk=spring.pk)
    now.replan({"day": MARCH.date()}, since=now.sequence, by=ada, is_small=False)
    page = browser.get("/gatherings/spring/programme/draft/").content.decode()
    show(spring, now=evening + HOUR)
    read = as_read(spring, evening + HOUR)

    assert [placing.session.title for placing in read.placings] == ["Tea"]
    assert "Show it without this session" in " ".join(page.split())
    assert ("Jude Oakmoor has stepped back." in page, "<bdi>Jude" in page) == (True, False)


def test_what_was_held_before_they_left_is_not_asked_to_go(browser, spring, known_session, monkeypatch):
    Voice.objects.update(stepped_back_at=datetime(2027, 4, 20, 18, tzinfo=UTC))

    monkeypatch.setattr(clock, "now", lambda: datetime(2027, 4, 20, 19, tzinfo=UTC))
    page = browser.get("/gatherings/spring/programme/draft/").content.decode()

    assert "Show it without" not in page
    assert freeze(spring).unanswered == []


def test_once_it_is_shown_without_it_nothing_is_left_to_do(browser, in_march, spring, known_session):
    held(spring, "Tea", "12:00")
    Contribution.objects.update(withdrawn_at=MARCH)
    show(spring)

    assert "Show it without" not in browser.get("/gatherings/spring/programme/draft/").content.decode()


def test_a_session_that_only_somebody_asked_could_bring_is_left_out(spring):
    held(spring, "Tea", "12:00")
    session = brought(spring, "Eleven chairs", "10:00")
    Voice.objects.create(contribution=session.contribution, number=2, name="Bo", email="bo@example.org")
    before = len(next_release(spring, MARCH).frozen.left_out)
    Voice.objects.filter(number=1).update(stepped_back_at=MARCH)

    left_out = next_release(spring, MARCH).frozen.left_out

    assert (before, [str(out.session) for out in left_out]) == (0, ["Eleven chairs"])
