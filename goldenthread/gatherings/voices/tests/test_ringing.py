"""Whom no e-mail reaches, or not yet, a convenor tells."""

import pytest

from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import OtherDoor, OwedAnswer, Voice
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.gatherings.voices.tests.telling import IN, NOT_NOW, at, press, written
from goldenthread.kit import clock


@pytest.fixture
def as_ada(client, ada):
    client.force_login(ada)
    return client


def test_somebody_on_paper_is_rung_up(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **NOT_NOW)

    before = as_ada.get(at("telling", spring)).text
    press(as_ada, spring)
    tell_of_decisions(clock.now())
    after = as_ada.get(at("decisions", spring)).text
    as_ada.post(at("ringing", spring, Voice.objects.get().pk))

    assert ("Pat Paper has no e-mail address:" in before, "Please tell them yourself" in after) == (True, True)
    assert (written(), OwedAnswer.objects.count()) == ([], 0)


def test_who_answered_on_the_telephone_is_not_rung_up_again(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **IN)
    press(as_ada, spring)

    as_ada.post(at("answer_for_them", spring, Voice.objects.get().pk), {"reply": "accept"})

    page = as_ada.get(at("decisions", spring)).text
    assert (OwedAnswer.objects.count(), "Please tell them yourself" in page) == (0, False)


def test_whose_typed_in_words_are_not_theirs_yet_is_said_and_listed_and_hears_once_they_are(client, spring, ada, bo):
    contribution = offer(spring, "Typed in", bo)
    decide(contribution, by=ada, **NOT_NOW)
    voice = contribution.voices.get()
    Voice.objects.update(yes_at=None, typed_in_by=ada)
    [preview] = previews_for(spring, by=ada)
    client.force_login(ada)

    tell(spring, seen=stamp_of([preview]), not_yet=(), by=ada)
    tell_of_decisions(clock.now())
    before = written()
    listed = client.get(at("decisions", spring)).text
    Voice.objects.update(yes_at=clock.now())
    tell_of_decisions(clock.now())

    assert (preview.emails, preview.unanswered) == ((), (voice.known_as,))
    assert (before, written()) == ([], [("bo@example.org", "decided: not_now")])
    assert ("They know it now" in listed, str(OtherDoor.OPEN_HOUR.label) in listed) == (True, True)
