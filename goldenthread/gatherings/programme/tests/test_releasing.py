"""What a release shows, what it leaves out, and that only what was looked at is shown."""

import json
from datetime import timedelta

import pytest

from goldenthread.gatherings.programme.freezing import freeze
from goldenthread.gatherings.programme.models import Placing, Release, Session, SessionVoice
from goldenthread.gatherings.programme.release_changes import changes_between
from goldenthread.gatherings.programme.releasing import DraftChangedMeanwhile, NothingToShow, next_release, release
from goldenthread.gatherings.programme.tests.showing import DAY, MARCH, as_read, brought, held, put, room, show
from goldenthread.gatherings.voices.models import Decision, Voice


def titles(programme):
    return [placing.session.title for placing in programme.placings]


def names(programme):
    return [placing.session.names for placing in programme.placings]


def test_what_is_kept_names_nobody(spring):
    held(spring, "Reading the evidence", names=["Priya Ashdown"])
    brought(spring, "Eleven chairs", "11:00", name="Jude Oakmoor")

    kept = json.dumps(show(spring).content)

    assert ("Eleven chairs" in kept, "Priya" in kept, "Jude" in kept) == (True, False, False)


def test_it_stays_as_it_was_shown_while_the_draft_goes_on(spring):
    session = held(spring, "Reading the evidence", "10:00")
    show(spring)
    Session.objects.filter(pk=session.pk).update(title="Something else")
    Placing.objects.filter(session=session).update(from_time="15:00")

    [placing] = as_read(spring).placings

    assert (placing.session.title, placing.hours) == ("Reading the evidence", "10:00 to 10:45")


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"is_told": False}, "The decision about it is held back: tell everybody first."),
        ({"answer": "reserve"}, "It is not in."),
        ({"stepped_back_at": MARCH}, "Everybody who wanted to bring it has stepped back."),
        ({"left_at": MARCH}, "Everybody who wanted to bring it has stepped back."),
    ],
)
def test_what_nobody_may_know_of_or_nobody_brings_is_left_out_and_convenors_read_why(spring, how, reason):
    held(spring, "Tea")
    brought(spring, "Eleven chairs", "11:00", **how)

    frozen = freeze(spring)

    assert [(left.session.title, left.reason) for left in frozen.left_out] == [("Eleven chairs", reason)]
    assert "Eleven chairs" not in json.dumps(frozen.content)


def test_what_was_taken_back_was_never_decided_or_has_no_hour_is_left_out(spring):
    taken_back, undecided = brought(spring, "Taken back"), brought(spring, "Undecided", "11:00")
    taken_back.contribution.withdrawn_at = MARCH
    taken_back.contribution.save()
    Decision.objects.filter(contribution=undecided.contribution).delete()
    Session.objects.create(gathering=spring, title="No hour")

    left_out = {left.session.title: left.reason for left in freeze(spring).left_out}

    assert left_out == {
        "Taken back": "It was taken back.",
        "Undecided": "Nothing is decided about it yet.",
        "No hour": "It has no hour yet.",
    }


def test_what_is_decided_anew_stays_shown_until_that_is_told(spring):
    session = brought(spring, "Eleven chairs")
    show(spring)
    Decision.objects.update(answer="not_now", telling=None)
    held(spring, "Tea", "12:00")

    show(spring, now=MARCH + timedelta(hours=1))

    assert titles(as_read(spring, MARCH + timedelta(hours=1))) == ["Eleven chairs", "Tea"]
    assert session.title == "Eleven chairs"


def test_a_yes_that_nobody_has_answered_is_shown_and_said_to_convenors(spring):
    session = brought(spring, "Eleven chairs")

    assert freeze(spring).unanswered == [session]

    Voice.objects.update(accepted_at=MARCH)
    assert freeze(spring).unanswered == []


def test_only_what_was_looked_at_is_shown(spring, ada):
    session = held(spring, "Reading the evidence")
    seen = next_release(spring, MARCH).stamp
    Placing.objects.filter(session=session).update(from_time="15:00")

    with pytest.raises(DraftChangedMeanwhile):
        release(spring, by=ada, words="", seen=seen, now=MARCH)

    assert not Release.objects.exists()


def test_nothing_is_shown_twice_and_no_empty_day(spring):
    with pytest.raises(NothingToShow):
        show(spring)
    held(spring, "Tea")
    show(spring)

    with pytest.raises(NothingToShow):
        show(spring)


def test_what_changed_is_said_in_words(spring):
    library, hall = room(spring), room(spring, "The hall")
    moved, gone, reworded = (
        held(spring, title, f"1{n}:00", library) for n, title in enumerate(["Moved", "Gone", "Reworded"])
    )
    held(spring, "Same", "15:00", library)
    show(spring)
    Placing.objects.filter(session=moved).update(room=hall, from_time="14:00")
    Session.objects.filter(pk=reworded.pk).update(words="Other words.", most_people=30)
    gone.delete()
    held(spring, "New", "16:00", hall)
    later = MARCH + timedelta(hours=1)
    show(spring, now=later)

    first, second = Release.objects.order_by("number")
    changes = changes_between(as_read(spring), as_read(spring, later))

    assert (first.number, second.number) == (1, 2)
    assert [change.sentence for change in changes] == [
        "“Reworded” has changed. What it is about reads differently. It is for 30 people at most.",
        "“Moved” is now: 14:00 to 14:45, The hall. It was: 10:00 to 10:45, The library.",
        "“New” is new: 16:00 to 16:45, The hall.",
        "“Gone” is not in the programme any more. It was: 11:00 to 11:45, The library.",
    ]


def test_of_several_days_the_day_is_said_once_in_a_line(spring):
    same, other = held(spring, "Same day", "10:00"), held(spring, "Another day", "11:00")
    show(spring)
    Placing.objects.filter(session=same).update(from_time="12:00")
    Placing.objects.filter(session=other).update(day=DAY + timedelta(days=1))
    later = MARCH + timedelta(hours=1)
    show(spring, now=later)

    assert [change.sentence for change in changes_between(as_read(spring), as_read(spring, later))] == [
        "“Same day” is now: Tuesday 20 April 2027, 12:00 to 12:45. It was: 10:00 to 10:45.",
        "“Another day” is now: Wednesday 21 April 2027, 11:00 to 11:45. It was: Tuesday 20 April 2027, 11:00 to 11:45.",
    ]


def test_a_session_held_twice_says_both_times(spring):
    session = held(spring, "Twice", "10:00")
    put(session, "14:00")
    show(spring)

    [first, second] = as_read(spring).by_session[str(session.uid)]

    assert (first.hours, second.hours) == ("10:00 to 10:45", "14:00 to 14:45")
    assert first.guid != second.guid


def test_a_name_that_goes_is_gone_from_every_release(spring):
    session = held(spring, "Reading the evidence", names=["Priya Ashdown", "Bryn Juniper"])
    show(spring)
    put(session, "15:00")
    later = MARCH + timedelta(hours=1)
    show(spring, now=later)

    SessionVoice.objects.filter(name="Priya Ashdown").delete()

    assert names(as_read(spring)) == ["Bryn Juniper"]
    assert names(as_read(spring, later)) == ["Bryn Juniper"] * 2


@pytest.mark.parametrize("fact", ["left_at", "stepped_back_at"])
def test_who_leaves_or_steps_back_is_named_no_more_and_the_session_stays(spring, fact):
    brought(spring, "Eleven chairs")
    show(spring)
    before = names(as_read(spring))

    Voice.objects.update(**{fact: MARCH})

    assert (before, names(as_read(spring))) == (["Jude Oakmoor"], [""])


def test_who_has_not_said_yes_themselves_is_not_named(spring):
    brought(spring, "Eleven chairs", yes_at=None)
    show(spring)

    assert names(as_read(spring)) == [""]
