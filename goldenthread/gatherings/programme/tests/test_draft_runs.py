"""The row of a draft is the job: made once, taken up again after a silence, stopped, given up."""

from datetime import timedelta

import pytest
from django.utils import timezone

from goldenthread.gatherings.programme import draft_runs
from goldenthread.gatherings.programme.chores import draft_programmes
from goldenthread.gatherings.programme.draft_runs import carry_out, draft, stop, take_up
from goldenthread.gatherings.programme.models import DraftRun
from goldenthread.gatherings.programme.tests.drafts import address
from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.kit.jobs import SILENT_FOR, ClaimLost


def taken_up():
    run = take_up()
    assert run is not None
    return run


def test_good_enough_ends_it(browser, with_hours, waiting):
    browser.post(address("draft_run_ending", with_hours, waiting.number))
    draft_programmes(clock.now())

    waiting.refresh_from_db()
    assert (waiting.is_done, waiting.turns, len(waiting.content["moves"])) == (True, 0, 2)


def test_many_sessions_are_left_to_the_worker(with_hours, two_sessions, ada, monkeypatch):
    monkeypatch.setattr(draft_runs, "MOST_AT_ONCE", 1)
    run = draft(with_hours, keeps_placed=True, by=ada)
    assert (run.is_done, run.claim) == (False, "")

    draft_programmes(clock.now())
    draft_programmes(clock.now())

    run.refresh_from_db()
    assert (run.is_done, run.tries) == (True, 1)


def test_a_draft_that_fell_silent_is_taken_up_again_and_ends_once(waiting):
    slow = taken_up()
    DraftRun.objects.update(beat_at=timezone.now() - SILENT_FOR - timedelta(seconds=1))
    carry_out(taken_up())

    with pytest.raises(ClaimLost):
        carry_out(slow)
    assert DraftRun.objects.get().tries == 2


def test_a_draft_that_ends_its_worker_each_time_is_given_up(browser, with_hours, waiting):
    DraftRun.objects.update(tries=3)
    draft_programmes(clock.now())

    assert "please tell the keeper" in browser.get(address("draft_run", with_hours, 1)).content.decode().lower()


def test_stopping_twice_is_written_down_once(waiting, ada):
    stop(waiting, by=ada)
    stop(waiting, by=ada)

    assert Entry.objects.filter(did="took the best draft so far").count() == 1
