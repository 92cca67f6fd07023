"""Somebody who brings a session leaves this site: before the day the convenors read it; after it the session stays, without a name. Their words go
either way."""

import json
from datetime import UTC, datetime

import pytest
import time_machine

from goldenthread.gatherings.afterwards import archiving
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.draft_page import draft_days
from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.loading import programme_of
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.paper_loading import drafted
from goldenthread.gatherings.programme.schedule_xml import schedule_xml
from goldenthread.gatherings.programme.tests.showing import as_read, brought, put, show
from goldenthread.gatherings.programme.warnings import warnings_of
from goldenthread.gatherings.voices.models import Voice
from goldenthread.people.leaving import leave

BEFORE = datetime(2027, 4, 19, 12, tzinfo=UTC)
AFTER = datetime(2027, 4, 20, 9, 45, tzinfo=UTC)
LATER = datetime(2027, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def session(spring, kim):
    """From ten to a quarter to eleven in Leeds: until a quarter to ten in UTC."""
    session = brought(spring, "Eleven chairs", person=kim, email=kim.email)
    show(spring)
    return session


@pytest.fixture
def kim_leaves(kim):
    def kim_leaves(at):
        with time_machine.travel(at, tick=False):
            leave(kim)

    return kim_leaves


def read(spring, at=LATER):
    return [(placing.session.title, placing.session.names) for placing in as_read(spring, at).placings]


def in_the_draft(spring):
    programme = programme_of(Gathering.objects.get(pk=spring.pk))
    lines = [line for day in draft_days(programme) for line in day.lines if line.placing]
    [placing] = programme.placings
    return [(line.words, line.names) for line in lines], [note.words for note in warnings_of(programme)[placing.pk]]


def test_before_the_day_the_draft_tells_the_convenors_and_the_next_release_leaves_it_out(spring, session, kim_leaves):
    kim_leaves(BEFORE)

    lines, warnings = in_the_draft(spring)
    assert lines == [("A session", "")]
    assert warnings[:2] == ["It was taken back by those who offered it.", "Somebody who brought it has left this site."]
    assert [left.reason for left in freeze(spring).left_out] == ["It was taken back."]
    assert read(spring) == [("A session", "")]


def test_after_it_was_held_it_stays_in_the_draft_without_a_word_of_warning(spring, session, kim_leaves):
    before = in_the_draft(spring)[1]

    kim_leaves(AFTER)

    assert in_the_draft(spring) == ([("A session", "a participant")], before)
    assert [row.names for row in drafted(spring).sessions] == ["a participant"]


def test_after_it_was_held_it_stays_in_what_is_shown_and_in_a_later_release(spring, session, kim_leaves):
    kim_leaves(AFTER)

    assert read(spring) == [("A session", "a participant")]
    assert freeze(spring).left_out == []
    put(session, "15:00")
    show(spring, now=LATER)
    assert read(spring) == [("A session", "a participant")] * 2


def test_files_for_other_programs_and_the_archive_keep_it_without_the_name(spring, session, kim, kim_leaves):
    name = kim.known_as
    kim_leaves(AFTER)

    files = archiving.files(Gathering.objects.with_facts().get(pk=spring.pk), LATER)
    assert schedule_xml(as_read(spring, LATER)) == files["schedule.xml"]
    everything = b"".join(files[name] for name in ("programme.html", "schedule.xml", "schedule.json", "schedule.ics"))
    assert (name.encode() in everything, b"kim@example.org" in everything) == (False, False)
    assert [files[name].count(b"a participant") for name in ("programme.html", "schedule.xml")] == [1, 1]
    assert "a participant" in json.dumps(json.loads(files["schedule.json"]))


def test_another_who_brought_it_too_is_named_beside_them(spring, session, bo, kim_leaves):
    other = Voice.objects.create(contribution=session.contribution, number=2, person=bo, name="Bo", yes_at=BEFORE)
    session.speakers.create(number=2, voice=other)
    show(spring, now=BEFORE)
    kim_leaves(AFTER)

    assert read(spring) == [("Eleven chairs", f"a participant, {bo.known_as}")]


def test_who_stepped_out_before_the_day_and_leaves_this_site_after_it_did_not_hold_it(spring, session, kim_leaves):
    Voice.objects.update(left_at=BEFORE)
    kim_leaves(AFTER)

    assert read(spring) == [("A session", "")]
    assert Placing.objects.get().session == session
