"""What a voice reads of the programme on their own page, and what convenors read of voices that are not in it."""

import pytest
import time_machine

from goldenthread.gatherings.programme.models import Placing, Session
from goldenthread.gatherings.programme.tests.showing import MARCH, brought, held, room, show
from goldenthread.gatherings.voices.models import Voice


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


def page_of_the_voice(client):
    return client.get(f"/gatherings/spring/contributions/{Voice.objects.get().key}/").content.decode()


def test_they_read_when_and_where_it_is_as_it_was_shown_and_not_as_the_draft_has_it(client, spring, kim):
    session = brought(spring, "Eleven chairs", "10:00", room(spring), person=kim, email=kim.email)
    before = page_of_the_voice(client)
    show(spring)
    Placing.objects.update(from_time="15:00")

    after = page_of_the_voice(client)

    assert "10:00 to 10:45" not in before
    assert "10:00 to 10:45, The library" in after
    assert (f"/programme/sessions/{session.uid}/" in after, "15:00" in after) == (True, False)


def test_what_was_told_and_is_no_session_is_named_before_the_programme_is_shown(client, spring, ada):
    held(spring, "Tea", kind="break")
    brought(spring, "Eleven chairs")
    client.force_login(ada)
    warning = "They were told that it’s in, and it isn’t in the programme"
    before = client.get("/gatherings/spring/programme/releases/").content.decode()
    Session.objects.filter(title="Eleven chairs").delete()

    assert (warning in before, warning in client.get("/gatherings/spring/programme/releases/").content.decode()) == (
        False,
        True,
    )
