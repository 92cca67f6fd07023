"""One press tells all: seen first, each once, a yes and a no in the same minute."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.voices import telling_decisions
from goldenthread.gatherings.voices.chores import tell_of_decisions
from goldenthread.gatherings.voices.deciding import decide
from goldenthread.gatherings.voices.models import OwedAnswer, Telling
from goldenthread.gatherings.voices.telling_emails import compose_answer
from goldenthread.gatherings.voices.tests.telling import NOT_NOW, at, press, written
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


def test_every_email_is_seen_first_and_looking_sends_none(as_ada, spring, yes, no):
    previews = as_ada.get(at("telling", spring)).context["previews"]

    seen = sorted(email.address for preview in previews for email in preview.emails)
    assert seen == ["bo@example.org", "cy@example.org", "kim@example.org"]
    assert (Telling.objects.count(), OwedAnswer.objects.count(), written()) == (0, 0, [])


def test_what_is_seen_is_what_goes(as_ada, spring, yes, no):
    previews = as_ada.get(at("telling", spring)).context["previews"]
    seen = {email.address: (email.subject, first_lines(email)) for preview in previews for email in preview.emails}

    press(as_ada, spring)
    tell_of_decisions(clock.now())

    gone = Email.objects.filter(kind__startswith="decided")
    assert {email.address: (email.subject, first_lines(email)) for email in gone} == seen


def first_lines(email):
    return email.text.splitlines()[:4]


def test_one_press_tells_all_of_them_in_the_same_minute(as_ada, spring, yes, no):
    press(as_ada, spring)
    tell_of_decisions(clock.now())

    assert written() == [
        ("bo@example.org", "decided: in"),
        ("cy@example.org", "decided: in"),
        ("kim@example.org", "decided: not_now"),
    ]
    moments = sorted(Email.objects.filter(kind__startswith="decided").values_list("written_at", flat=True))
    assert moments[-1] - moments[0] < timedelta(minutes=1)


def test_each_is_told_once_whoever_presses_or_works_twice(as_ada, spring, yes, no):
    press(as_ada, spring)
    press(as_ada, spring)
    tell_of_decisions(clock.now())
    tell_of_decisions(clock.now())

    assert (len(written()), Telling.objects.count()) == (3, 1)


def test_a_worker_that_dies_in_the_middle_leaves_each_told_once(as_ada, spring, yes, no, monkeypatch):
    press(as_ada, spring)
    composed, compose = [], compose_answer

    def dies_after_the_second(*what, **how):
        composed.append(compose(*what, **how))
        if len(composed) == 2:
            raise KeyboardInterrupt
        return composed[-1]

    monkeypatch.setattr(telling_decisions, "compose_answer", dies_after_the_second)
    with pytest.raises(KeyboardInterrupt):
        tell_of_decisions(clock.now())
    monkeypatch.undo()
    tell_of_decisions(clock.now())

    assert len(written()) == len(set(written())) == 3


def test_what_changed_since_it_was_seen_is_shown_once_more(as_ada, spring, yes, no, ada):
    seen = as_ada.get(at("telling", spring)).context["seen"]
    decide(no, by=ada, **NOT_NOW | {"reason": "Another one."})

    shown = as_ada.post(at("telling", spring), {"seen": seen}, follow=True).text

    assert "Something has changed since you looked" in shown
    assert not Telling.objects.exists()
