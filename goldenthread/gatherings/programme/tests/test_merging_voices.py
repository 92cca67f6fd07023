"""Two voices of a session turn out to be one person: they stand up in it once, and hear of it as who knew less."""

import pytest

from goldenthread.gatherings.programme.models import SessionVoice, VoiceNews
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, room, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.people.merging_people import merge_people
from goldenthread.people.models import Person


@pytest.fixture
def boris(home):
    return Person.objects.create_person("Boris", "boris@example.org", joined_at=home.founded_at)


@pytest.fixture
def twice(spring, bo, boris):
    session = brought(spring, "Eleven chairs", "10:00", room(spring), person=bo, name="", email="bo@example.org")
    other = Voice.objects.create(
        contribution=session.contribution, number=2, person=boris, email="boris@example.org", yes_at=MARCH
    )
    SessionVoice.objects.create(session=session, number=2, voice=other)
    show(spring)
    return session


def test_they_stand_up_in_it_once(twice, spring, bo, boris):
    before = sorted(as_read(spring).names.values())

    merge_people(bo, boris)

    assert (before, list(as_read(spring).names.values())) == (["Bo Hazelmoor", "Boris"], ["Bo Hazelmoor"])
    assert SessionVoice.objects.get().voice == Voice.objects.get()


def test_one_that_stood_up_alone_goes_on_doing_so(twice, spring, bo, boris):
    SessionVoice.objects.filter(voice__person=bo).delete()

    merge_people(bo, boris)

    assert list(as_read(spring).names.values()) == ["Bo Hazelmoor"]


def test_what_either_has_not_heard_is_told(twice, spring, bo, boris):
    VoiceNews.objects.filter(voice__person=bo).update(heard=1, heard_at=MARCH, due_at=None)

    merge_people(bo, boris)

    news = VoiceNews.objects.get()
    assert (news.heard, news.due_at) == (None, MARCH)
