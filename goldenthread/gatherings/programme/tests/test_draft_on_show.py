"""A draft is shown to everybody before it is settled: it is read, and nothing else goes by it."""

import json
from datetime import timedelta

import pytest
import time_machine

from goldenthread.gatherings.programme.chores import tell_voices
from goldenthread.gatherings.programme.models import Placing, Release, VoiceNews
from goldenthread.gatherings.programme.releasing import NothingToShow, next_release, release, show_draft
from goldenthread.gatherings.programme.tests.showing import MARCH, as_read, brought, held, room, show
from goldenthread.gatherings.voices.models import Decision
from goldenthread.outbox.models import Email

PAGE = "/gatherings/spring/programme/"
SHOWING = f"{PAGE}releases/"
IS_A_DRAFT = "This is a draft. Hours and rooms may still change."
LATER = MARCH + timedelta(hours=3)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(MARCH, tick=False):
        yield MARCH


def show_as_draft(gathering, now=MARCH):
    seen = next_release(gathering, now).stamp
    return show_draft(gathering, by=None, words="", seen=seen, now=now)


@pytest.fixture
def on_show(spring):
    """A draft with somebody in it whom a settled programme would be e-mailed to."""
    session = brought(spring, "Eleven chairs", "11:00", room(spring))
    show_as_draft(spring)
    return session


def test_one_press_shows_the_draft_and_another_settles_it(client, ada, spring):
    held(spring, "Tea")
    client.force_login(ada)
    pressed = [{"seen": client.get(SHOWING).context["coming"].stamp, "as_draft": "1"}]
    client.post(SHOWING, pressed[0])
    draft = client.get(PAGE).content.decode()

    client.post(SHOWING, {"seen": client.get(SHOWING).context["coming"].stamp})
    settled = client.get(PAGE).content.decode()

    assert list(Release.objects.order_by("number").values_list("number", "is_draft")) == [(1, True), (2, False)]
    assert [IS_A_DRAFT in page for page in (draft, settled)] == [True, False]
    assert ["Draft 1, " in draft, "Version 2, " in settled] == [True, True]


def test_each_page_says_that_it_is_a_draft(client, spring, on_show):
    session = f"{PAGE}sessions/{on_show.uid}/"

    pages = [client.get(address).content.decode() for address in (PAGE, f"{PAGE}?view=grid", session, f"{PAGE}print/")]

    assert [IS_A_DRAFT in page for page in pages] == [True] * 4
    assert "A draft of the programme, hour by hour" in client.get("/gatherings/spring/").content.decode()


def test_no_calendar_and_no_program_goes_by_a_draft(client, spring, on_show):
    session = f"{PAGE}sessions/{on_show.uid}/"
    addresses = [f"{PAGE}schedule.{kind}" for kind in ("xml", "json", "ics")] + [f"{session}session.ics"]
    before = [client.get(address).status_code for address in addresses]
    pages = client.get(PAGE).content + client.get(session).content
    gathering = client.get("/gatherings/spring/").content.decode()

    show(spring)

    assert (before, b".ics" in pages, "subEvent" in gathering) == ([404] * 4, False, False)
    assert [client.get(address).status_code for address in addresses] == [200] * 4
    assert "subEvent" in client.get("/gatherings/spring/").content.decode()


def test_nobody_is_emailed_about_a_draft_and_everybody_once_it_is_settled(spring, on_show):
    on_show.placings.update(from_time="15:00")
    show_as_draft(spring, LATER)
    tell_voices(LATER)
    before = (VoiceNews.objects.count(), Email.objects.count())

    show(spring, now=LATER)
    tell_voices(LATER)

    assert before == (0, 0)
    [email] = Email.objects.all()
    assert email.subject == "Your place in the programme: A spring day"


def test_what_was_shown_as_a_draft_is_settled_without_a_change(spring, on_show):
    settled = show(spring)

    assert (settled.number, settled.content) == (2, Release.objects.get(number=1).content)


def test_nothing_that_is_settled_becomes_a_draft_again(spring, on_show):
    show(spring)
    held(spring, "Songs", "15:00")

    with pytest.raises(NothingToShow):
        show_as_draft(spring)

    assert not as_read(spring).is_draft


def test_a_draft_is_not_shown_twice(spring, on_show):
    with pytest.raises(NothingToShow):
        show_as_draft(spring)


def test_what_is_held_back_is_in_no_draft(spring):
    held(spring, "Tea")
    brought(spring, "Eleven chairs", "11:00", is_told=False)

    assert "Eleven chairs" not in json.dumps(show_as_draft(spring).content)


def test_what_is_decided_anew_stays_in_a_draft_until_that_is_told(spring, on_show):
    Decision.objects.update(answer="not_now", telling=None)
    held(spring, "Tea", "12:00")

    show_as_draft(spring, LATER)

    assert [placing.session.title for placing in as_read(spring, LATER).placings] == ["Eleven chairs", "Tea"]


def test_a_draft_moves_with_its_day_and_stays_one(spring, on_show, ada):
    spring.replan({"day": spring.day + timedelta(days=7)}, since=spring.sequence, by=ada, is_small=False)

    newest = Release.objects.latest("number")

    assert (newest.number, newest.is_draft, VoiceNews.objects.count()) == (2, True, 0)


def test_a_press_on_what_was_settled_meanwhile_shows_no_draft(client, ada, spring, on_show):
    client.force_login(ada)
    seen = client.get(SHOWING).context["coming"].stamp
    show(spring)

    answer = client.post(SHOWING, {"seen": seen, "as_draft": "1"})

    assert (answer.status_code, Release.objects.count()) == (409, 2)


def test_the_draft_that_convenors_go_on_with_stays_theirs(spring, on_show):
    Placing.objects.update(from_time="16:00")

    assert [placing.hours for placing in as_read(spring).placings] == ["11:00 to 11:45"]


def test_on_paper_it_is_a_draft(client, spring, on_show):
    answer = client.get(f"{PAGE}print/list.pdf")

    assert (answer.status_code, "draft" in answer["Content-Disposition"].lower()) == (200, True)


def test_the_same_press_twice_settles_once(spring, on_show, ada):
    seen = next_release(spring, MARCH).stamp
    release(spring, by=ada, words="", seen=seen, now=MARCH)

    with pytest.raises(NothingToShow):
        release(spring, by=ada, words="", seen=next_release(spring, MARCH).stamp, now=MARCH)
