"""Rooms and sessions are written down, changed and removed; what hangs on them is shown first."""

from datetime import UTC, datetime, time, timedelta

import pytest

from goldenthread.gatherings.programme.models import Placing, ProgrammeRoom, RoomClosure, Session, SessionVoice
from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.kit import clock

ROOMS = "/gatherings/spring/rooms/"
TEA = {
    "kind": "session",
    "title": "Tea",
    "words": "",
    "minutes": "30",
    "most_people": "",
    "names": "Jude Oakmoor\n\nBryn",
}


def test_a_room_is_written_down_changed_and_bears_one_name(browser, spring):
    browser.post(ROOMS, {"name": "Main hall", "capacity": "180", "step_free": "True"})
    browser.post(ROOMS, {"name": "The library"})
    again = browser.post(ROOMS, {"name": "The library"})
    browser.post(f"{ROOMS}2/", {"name": "The old library", "capacity": "40"})

    assert (again.status_code, "Another room has this name." in again.content.decode()) == (422, True)
    rows = ProgrammeRoom.objects.order_by("number").values_list("number", "name", "capacity", "step_free")
    assert list(rows) == [(1, "Main hall", 180, True), (2, "The old library", 40, None)]


def test_a_room_is_closed_for_a_while_and_open_after_all(browser, hall, a_session, held):
    held(a_session("Tea"), "10:00", hall)
    closed = {"day": "2027-04-20", "from_time": "10:30", "until_day": "2027-04-20", "to_time": "12:00"}
    wrong = browser.post(f"{ROOMS}1/closures/", closed | {"to_time": "10:30"})
    assert (wrong.status_code, RoomClosure.objects.count()) == (422, 0)

    browser.post(f"{ROOMS}1/closures/", closed | {"because": "A funeral"})

    closure = RoomClosure.objects.get()
    assert closure.starts_at == datetime(2027, 4, 20, 9, 30, tzinfo=UTC)
    page = browser.get(f"{ROOMS}1/").content.decode()
    assert ("These must move" in page, "A funeral" in page) == (True, True)

    browser.post(f"{ROOMS}1/closures/{closure.pk}/opening/")

    assert "These must move" not in browser.get(f"{ROOMS}1/").content.decode()


def test_a_room_that_is_lost_in_the_morning(browser, hall, a_session, held, spring, time_machine_at):
    now = time_machine_at(datetime(2027, 4, 20, 8, 0, tzinfo=UTC))
    held(a_session("Over"), "07:00", hall)
    held(a_session("Tea"), "10:00", hall)
    shown = browser.get(f"{ROOMS}1/loss/").content.decode()
    assert ("Tea" in shown, "Over" in shown, RoomClosure.objects.count()) == (True, False, 0)

    page = browser.post(f"{ROOMS}1/loss/", {"because": "Water"}, follow=True).content.decode()

    closure = RoomClosure.objects.get()
    assert abs(closure.starts_at - now) < timedelta(minutes=1)
    assert closure.ends_at == spring.ends_at
    assert "These must move" in page


def test_a_room_that_is_removed_shows_first_what_hangs_on_it(browser, hall, a_session, held):
    held(a_session("Tea"), "10:00", hall)
    assert "Tea" in browser.get(f"{ROOMS}1/removal/").content.decode()

    browser.post(f"{ROOMS}1/removal/")

    assert (ProgrammeRoom.objects.count(), Placing.objects.get().room, Placing.objects.get().version) == (0, None, 2)


def test_a_session_of_ones_own_with_names_that_were_typed(browser, spring):
    answer = browser.post("/gatherings/spring/sessions/new/", TEA)

    session = Session.objects.get()
    assert answer["Location"] == f"/gatherings/spring/sessions/{session.uid}/placing/"
    assert [speaker.known_as for speaker in session.speakers.in_order()] == ["Jude Oakmoor", "Bryn"]


def test_whoever_stays_keeps_their_row(browser, a_session):
    session = a_session("Tea", "Jude Oakmoor", "Efe")
    jude = session.speakers.get(number=1).pk

    browser.post(f"/gatherings/spring/sessions/{session.uid}/", TEA)

    speakers = list(session.speakers.in_order())
    assert [(speaker.known_as, speaker.pk == jude) for speaker in speakers] == [("Jude Oakmoor", True), ("Bryn", False)]


def test_a_session_that_lasts_a_week_is_refused(browser, spring):
    assert browser.post("/gatherings/spring/sessions/new/", TEA | {"minutes": "1441"}).status_code == 422


def test_who_joined_and_who_left_is_taken_over_at_a_press(browser, offered, ada):
    chairs = offered("Chairs", "Jude Oakmoor", "Efe Hazelmoor", "Bryn Juniper")
    chairs.voices.filter(number=3).update(yes_at=None)
    session = session_from(chairs, by=ada)
    at = f"/gatherings/spring/sessions/{session.uid}/"
    assert "Somebody joined it" not in browser.get(at).content.decode()
    chairs.voices.filter(number=3).update(yes_at=clock.now())
    chairs.voices.filter(number=1).update(left_at=clock.now())
    assert "Somebody joined it" in browser.get(at).content.decode()

    browser.post(f"{at}voices/")

    assert [speaker.known_as for speaker in session.speakers.in_order()] == ["Efe Hazelmoor", "Bryn Juniper"]


def test_a_removed_session_leaves_what_was_offered_waiting(browser, offered, ada, hall, held):
    session = session_from(offered("Chairs", "Jude Oakmoor"), by=ada)
    held(session, "10:00", hall)
    at = f"/gatherings/spring/sessions/{session.uid}/removal/"
    assert "Main hall" in browser.get(at).content.decode()

    browser.post(at)

    assert (Session.objects.count(), Placing.objects.count(), SessionVoice.objects.count()) == (0, 0, 0)
    assert "Chairs" in browser.get("/gatherings/spring/programme/draft/").content.decode()


@pytest.fixture
def time_machine_at(monkeypatch):
    def at(now):
        monkeypatch.setattr(clock, "now", lambda: now)
        return now

    return at


def test_held_once_more(browser, a_session, hall, held):
    session = a_session("Tea")
    held(session, "10:00", hall)

    page = browser.get(f"/gatherings/spring/sessions/{session.uid}/").content.decode()

    assert f"/sessions/{session.uid}/placing/2/" in page
    assert time(10) == Placing.objects.get().from_time
