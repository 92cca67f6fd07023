"""Whom the one press does not tell: what waits, what was taken back, and those whom no e-mail reaches."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import Decision, OtherDoor, OwedAnswer, Telling, Voice
from goldenthread.gatherings.voices.telling_decisions import previews_for, stamp_of, tell
from goldenthread.gatherings.voices.tests.offered import offer
from goldenthread.gatherings.voices.tests.telling import NOT_NOW, at, press, written
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


def test_not_yet_keeps_one_back(as_ada, spring, yes, no):
    press(as_ada, spring, not_yet=[no.decision.pk])
    tell_of_decisions(clock.now())

    assert [kind for _address, kind in written()] == ["decided: in", "decided: in"]
    assert Decision.objects.held_back().get().contribution == no


def test_what_was_taken_back_is_never_told(as_ada, spring, yes, no):
    seen = stamp_of(previews_for(spring, by=yes.decision.by))
    no.withdrawn_at = clock.now()
    no.save(update_fields=["withdrawn_at"])

    with pytest.raises(telling_decisions.ChangedSinceSeen):
        tell(spring, seen=seen, not_yet=(), by=yes.decision.by)
    press(as_ada, spring)
    tell_of_decisions(clock.now())

    assert [address for address, _kind in written()] == ["bo@example.org", "cy@example.org"]


def test_nor_what_is_taken_back_between_the_press_and_the_email(as_ada, spring, no):
    press(as_ada, spring)
    no.withdrawn_at = clock.now()
    no.save(update_fields=["withdrawn_at"])
    tell_of_decisions(clock.now())

    assert (written(), OwedAnswer.objects.count()) == ([], 0)


def test_whoever_was_asked_to_join_and_said_nothing_hears_nothing(as_ada, spring, yes, cy):
    Voice.objects.filter(person=cy).update(yes_at=None)

    press(as_ada, spring)
    tell_of_decisions(clock.now())

    assert [address for address, _kind in written()] == ["bo@example.org"]


def test_somebody_on_paper_is_rung_up(as_ada, spring, ada):
    decide(offer(spring, "On paper", "Pat Paper"), by=ada, **NOT_NOW)

    before = as_ada.get(at("telling", spring)).text
    press(as_ada, spring)
    tell_of_decisions(clock.now())
    after = as_ada.get(at("decisions", spring)).text
    as_ada.post(at("ringing", spring, Voice.objects.get().pk))

    assert ("Pat Paper has no e-mail address:" in before, "Please tell them yourself" in after) == (True, True)
    assert (written(), OwedAnswer.objects.count()) == ([], 0)


def test_what_is_not_complete_waits(as_ada, spring, no):
    Decision.objects.update(door="")

    shown = press(as_ada, spring).text

    assert ("There’s nothing to tell." in shown, Telling.objects.count()) == (True, 0)


def test_whose_typed_in_words_are_not_theirs_yet_is_said_and_listed_and_hears_once_they_are(client, spring, ada, bo):
    contribution = offer(spring, "Typed in", bo)
    decide(contribution, by=ada, answer="not_now", reason="It is full.", door="open_hour")
    voice = contribution.voices.get()
    Voice.objects.update(yes_at=None, typed_in_by=ada)
    [preview] = previews_for(spring, by=ada)
    client.force_login(ada)

    tell(spring, seen=stamp_of([preview]), not_yet=(), by=ada)
    tell_of_decisions(clock.now())
    before = Email.objects.filter(kind__startswith="decided").count()
    listed = client.get(reverse("voices:decisions", args=[spring.slug])).content.decode()
    Voice.objects.update(yes_at=clock.now())
    tell_of_decisions(clock.now())

    assert (preview.emails, preview.unanswered) == ((), (voice.known_as,))
    assert (before, Email.objects.filter(kind__startswith="decided").count()) == (0, 1)
    assert ("They know it now" in listed, str(OtherDoor.OPEN_HOUR.label) in listed) == (True, True)
