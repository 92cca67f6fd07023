"""Drafting by machine through the pages: a press, a look, and one press that puts it into the programme."""

import pytest

from goldenthread.gatherings.programme.draft_runs import draft
from goldenthread.gatherings.programme.draft_taking import TakenOverBefore, take_over
from goldenthread.gatherings.programme.models import DraftRun, Placing, PlacingChange, Session
from goldenthread.gatherings.programme.placing import MovedMeanwhile, undo
from goldenthread.gatherings.programme.tests.drafts import address
from goldenthread.kit import clock


def where():
    rows = Placing.objects.order_by("session__title", "number")
    return [(row.session.title, f"{row.from_time:%H:%M}", str(row.room)) for row in rows]


def test_a_press_drafts_and_moves_nothing_yet(browser, with_hours, two_sessions):
    answer = browser.post(address("draft_runs", with_hours), {"keeps_placed": "on"}, follow=True)

    assert answer.redirect_chain == [(address("draft_run", with_hours, 1), 302)]
    assert "This is what would be put where. Nothing has moved yet." in answer.content.decode()
    assert "until 10:15" in answer.content.decode()
    assert (DraftRun.objects.get().keeps_placed, Placing.objects.count()) == (True, 0)


def test_the_page_of_the_programme_offers_a_draft(browser, with_hours):
    page = browser.get(address("draft", with_hours)).content.decode()

    assert f'action="{address("draft_runs", with_hours)}"' in page


def test_the_seed_stands_on_the_page(browser, with_hours, two_sessions, ada):
    run = draft(with_hours, keeps_placed=True, by=ada)

    page = browser.get(address("draft_run", with_hours, 1)).content.decode()

    assert f"they were drawn from the number {run.seed}." in " ".join(page.split())


def test_one_press_puts_it_into_the_programme(browser, with_hours, two_sessions, ada):
    draft(with_hours, keeps_placed=True, by=ada)

    answer = browser.post(address("draft_run_taking", with_hours, 1), follow=True)

    assert where() == [("One", "09:30", "Main hall"), ("Two", "10:15", "Main hall")]
    assert "Saved. Each move can be undone." in answer.content.decode()


def test_each_move_of_it_can_be_undone(with_hours, two_sessions, ada):
    run = draft(with_hours, keeps_placed=True, by=ada)
    take_over(run, by=ada, now=clock.now())
    change = PlacingChange.objects.get(session=two_sessions[0])

    undo(change, by=ada, now=clock.now())

    assert where() == [("Two", "10:15", "Main hall")]


def test_what_is_decided_in_becomes_a_session_first(with_hours, offered, hall, ada):
    offered("Eleven chairs", "Jude Oakmoor")

    run = draft(with_hours, keeps_placed=True, by=ada)

    assert [move["session"] for move in run.content["moves"]] == [Session.objects.get(title="Eleven chairs").pk]


def test_if_somebody_moved_something_meanwhile_nothing_is_moved(browser, with_hours, two_sessions, held, hall, ada):
    draft(with_hours, keeps_placed=True, by=ada)
    held(two_sessions[0], "15:00", hall)

    answer = browser.post(address("draft_run_taking", with_hours, 1), follow=True)

    assert where() == [("One", "15:00", "Main hall")]
    assert "Somebody has changed the programme since this draft was made" in answer.content.decode()
    assert DraftRun.objects.get().taken_at is None


def test_if_a_room_is_gone_meanwhile_nothing_is_moved(with_hours, two_sessions, hall, ada):
    run = draft(with_hours, keeps_placed=True, by=ada)
    hall.delete()

    with pytest.raises(MovedMeanwhile):
        take_over(run, by=ada, now=clock.now())


def test_a_draft_of_before_offers_another_one_and_not_itself(browser, with_hours, two_sessions, a_session, held, ada):
    run = draft(with_hours, keeps_placed=True, by=ada)
    fresh = browser.get(address("draft_run", with_hours, run.number)).content.decode()
    held(a_session("Tea"), "15:00")

    stale = browser.get(address("draft_run", with_hours, run.number)).content.decode()

    assert "Put it into the programme" in fresh
    assert "Put it into the programme" not in stale
    assert ("has changed since this draft was made" in stale, "Draft the rest by machine" in stale) == (True, True)


def test_a_draft_is_taken_over_once(browser, with_hours, two_sessions, ada):
    run = draft(with_hours, keeps_placed=True, by=ada)
    take_over(run, by=ada, now=clock.now())

    with pytest.raises(TakenOverBefore):
        take_over(run, by=ada, now=clock.now())
    answer = browser.post(address("draft_run_taking", with_hours, 1), follow=True)

    assert "This draft is in the programme already." in answer.content.decode()
    assert Placing.objects.count() == 2


def test_two_sessions_change_places_in_one_press(with_hours, two_sessions, held, hall, ada):
    placings = [held(session, hour, hall) for session, hour in zip(two_sessions, ("09:30", "10:15"), strict=True)]
    run = draft(with_hours, keeps_placed=False, by=ada)
    swapped = [move_to(placings[0], "10:15"), move_to(placings[1], "09:30")]
    DraftRun.objects.filter(pk=run.pk).update(content=run.content | {"moves": swapped})
    run.refresh_from_db()

    take_over(run, by=ada, now=clock.now())

    assert where() == [("One", "10:15", "Main hall"), ("Two", "09:30", "Main hall")]


def move_to(placing, hour):
    return {
        "session": placing.session_id,
        "number": placing.number,
        "since": placing.version,
        "day": placing.day.isoformat(),
        "from_time": hour,
        "is_second_hour": False,
        "room": placing.room_id,
    }


def test_what_found_no_place_stands_with_its_reason(browser, with_hours, a_session, hall):
    a_session("Endless", minutes=480)

    page = browser.post(address("draft_runs", with_hours), {"keeps_placed": "on"}, follow=True).content.decode()

    assert "nowhere is so long a while without something for everybody" in page
    assert "Nothing that is left finds a place." in page


def test_without_rooms_the_page_says_what_to_do(browser, with_hours, a_session):
    a_session("One")

    page = browser.post(address("draft_runs", with_hours), {"keeps_placed": "on"}, follow=True).content.decode()

    assert "There are no rooms yet." in page


def test_while_it_is_made_the_page_looks_again_by_itself(browser, with_hours, waiting):
    answer = browser.get(address("draft_run", with_hours, waiting.number))

    assert answer.headers["Refresh"] == "2"
    assert "The draft is being made." in answer.content.decode()


def test_a_second_press_comes_to_the_draft_that_is_being_made(browser, with_hours, waiting):
    answer = browser.post(address("draft_runs", with_hours), {"keeps_placed": "on"})

    assert (answer["Location"], DraftRun.objects.count()) == (address("draft_run", with_hours, waiting.number), 1)


def test_a_draft_that_is_not_done_is_not_taken_over(browser, with_hours, waiting):
    browser.post(address("draft_run_taking", with_hours, waiting.number))

    assert (Placing.objects.count(), DraftRun.objects.get().taken_at) == (0, None)


@pytest.mark.parametrize("name", ["draft_run", "draft_run_ending", "draft_run_taking"])
def test_nobody_but_convenors_learns_of_a_draft(client, bo, with_hours, waiting, name):
    client.force_login(bo)

    answers = [client.get(address(name, with_hours, 1)), client.post(address(name, with_hours, 1))]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_a_draft_of_another_gathering_is_not_there(browser, with_hours, waiting):
    assert browser.get(address("draft_run", with_hours, 2)).status_code == 404
