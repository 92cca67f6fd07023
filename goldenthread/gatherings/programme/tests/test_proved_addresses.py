"""Who is in the programme was decided: an address that a convenor typed in hears nothing of it before somebody has said yes there."""

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.release_preview import preview_of
from goldenthread.gatherings.programme.releasing import next_release
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, room, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.gatherings.voices.standing_together import say_yes
from goldenthread.outbox.models import Email


@pytest.fixture
def chairs(spring):
    return brought(spring, "Eleven chairs", "10:00", room(spring), unproved_since=MARCH)


def written():
    return [(email.address, email.kind) for email in Email.objects.all()]


def test_their_place_waits_for_their_yes_and_then_it_comes(spring, chairs):
    show(spring)
    tell_voices(MARCH)
    before = written()
    say_yes(Voice.objects.get(), now=MARCH)
    tell_voices(MARCH)
    tell_voices(MARCH)

    assert (before, written()) == ([], [("jude@example.org", "programme")])


def test_convenors_read_beforehand_that_they_are_to_be_told(spring, chairs):
    preview = preview_of(next_release(Gathering.objects.with_facts().get(pk=spring.pk), MARCH), MARCH)

    assert (preview.at_once, preview.emails, preview.unreachable) == (0, [], ["Jude Oakmoor"])


def test_their_name_stands_in_it_all_the_same(spring, chairs):
    show(spring)

    assert list(as_read(spring).names.values()) == ["Jude Oakmoor"]
