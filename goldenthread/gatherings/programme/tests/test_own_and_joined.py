"""A convenor reads in the draft nothing of what is held back about their own; who joins a session later is named with the next release."""

from datetime import time

import pytest

from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.programme.chores import name_those_who_joined, tell_voices
from goldenthread.gatherings.programme.models import Placing
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.programme.tests.conftest import THE_DAY
from goldenthread.gatherings.programme.tests.showing import MARCH, brought, room, show
from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.outbox.models import Email


@pytest.fixture
def own_session(spring, ada, bo, offered):
    """Bo's, in and held back, in the draft; Bo convenes since."""
    contribution = offered("Bo’s own")
    Voice.objects.create(contribution=contribution, number=1, name="Bo", person=bo, yes_at=contribution.sent_at)
    session = session_from(contribution, by=ada)
    Placing.objects.create(session=session, day=THE_DAY, from_time=time(10))
    Convening.objects.create(gathering=spring, person=bo)
    return session


@pytest.mark.parametrize("page", ["draft/", "draft/?view=grid", "releases/"])
def test_a_new_convenor_reads_nothing_of_their_own_while_it_is_held_back(client, ada, bo, own_session, page):
    shown = []
    for person in (ada, bo):
        client.force_login(person)
        shown.append("Bo’s own" in client.get(f"/gatherings/spring/programme/{page}").text)

    assert shown == [True, False]


def test_who_joins_a_session_later_is_named_by_the_next_release_and_told(spring):
    brought(spring, "Eleven chairs", "10:00", room(spring))
    show(spring)
    tell_voices(MARCH)
    contribution = Contribution.objects.get()
    Voice.objects.create(
        contribution=contribution, number=2, name="Pat Newvoice", email="pat@example.org", yes_at=contribution.sent_at
    )
    Voice.objects.create(contribution=contribution, number=3, name="Only Asked", email="asked@example.org")
    for _ in range(2):
        name_those_who_joined(MARCH)
    show(spring)
    tell_voices(MARCH)

    names = [speaker.known_as for speaker in contribution.session.speakers.order_by("number")]
    assert (names[1:], Email.objects.latest("pk").address) == (["Pat Newvoice"], "pat@example.org")
