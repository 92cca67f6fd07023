"""A session is removed in the draft: for those who have a chair in it, or wish for it, nothing changes until it is shown."""

import pytest

from goldenthread.gatherings.programme.session_changes import remove_session
from goldenthread.gatherings.signup.chores import move_session_lists, write_of_sessions
from goldenthread.gatherings.signup.drawing import wish
from goldenthread.gatherings.signup.models import SessionPlace, SessionWish, SignUpOpening
from goldenthread.gatherings.signup.signing_up import give_back
from goldenthread.outbox.models import Email

REMOVAL = "/gatherings/spring/sessions/{}/removal/"


@pytest.fixture
def as_ada(client, ada, now):
    client.force_login(ada)
    return client


def test_wishes_stay_until_the_programme_is_shown_without_it(as_ada, drawn_in_two_days, comes, now, released):
    workshop, circle = (opening.session for opening in SignUpOpening.objects.order_by("pk"))
    wish(comes("Di"), drawn_in_two_days, [workshop, circle], now=now)
    before = as_ada.get(REMOVAL.format(workshop.uid)).content.decode()
    as_ada.post(REMOVAL.format(workshop.uid))
    move_session_lists(now)
    meanwhile = SessionWish.objects.count()
    released()
    move_session_lists(now)
    move_session_lists(now)
    write_of_sessions(now)

    assert ("1 person wishes for it." in before, meanwhile) == (True, 2)
    assert [row.session for row in SessionWish.objects.select_related("session")] == [circle]
    assert [email.subject for email in Email.objects.all()] == ["Not held any more: A workshop"]
    assert SignUpOpening.objects.get().session == circle


def test_chairs_and_the_list_at_the_door_stay_as_they_were_shown(as_ada, opened, comes, sit, now, lists):
    workshop = opened[0].session
    di, cy, eli = comes("Di"), comes("Cy"), comes("Eli")
    first, second, _waits = sit(di, opened[0]), sit(cy, opened[0]), sit(eli, opened[0])
    page = as_ada.get(REMOVAL.format(workshop.uid)).content.decode()
    as_ada.post(REMOVAL.format(workshop.uid))
    move_session_lists(now)

    give_back(first, now=now)

    assert ("2 people have chairs in it." in page, "1 person waits for a chair." in page) == (True, True)
    assert lists(opened[0]) == [("Cy", "coming"), ("Eli", "coming")]
    assert as_ada.get(f"/gatherings/spring/programme/sign-up/{opened[0].pk}/").status_code == 200
    assert "A workshop" in as_ada.get(f"/gatherings/spring/booking/{second.booking.key}/sessions/").content.decode()
    assert as_ada.get(REMOVAL.format(workshop.uid)).status_code == 404


def test_shown_without_it_whoever_had_a_chair_is_told_once(opened, comes, sit, now, released, ada):
    sit(comes("Di"), opened[0])
    remove_session(opened[0].session, by=ada)
    released()
    move_session_lists(now)
    write_of_sessions(now)
    move_session_lists(now)
    write_of_sessions(now)

    assert [email.subject for email in Email.objects.all()] == ["Not held at that hour any more: A workshop"]
    assert SessionPlace.objects.count() == 0
