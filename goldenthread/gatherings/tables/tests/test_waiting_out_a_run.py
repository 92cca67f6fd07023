"""A plan is told when its time is over, however soon it was found: what was easy would say what nobody wished."""

import pytest

from goldenthread.gatherings.tables import runs
from goldenthread.gatherings.tables.runs import Listening, MixRequest, ask_for, carry_out, stop
from goldenthread.gatherings.tables.tests.taking import taken


class Asleep(Exception):
    pass


@pytest.fixture
def falls_asleep(monkeypatch):
    """Instead of sleeping, so that no test waits."""

    def sleep(_seconds):
        raise Asleep

    monkeypatch.setattr(runs, "sleep", sleep)


@pytest.fixture
def begun(laid, ada):
    """A run of a minute, which somebody mixes."""
    ask_for(laid, MixRequest(seconds=60), by=ada)
    return taken()


def test_until_its_time_is_over_it_waits(begun, falls_asleep):
    with pytest.raises(Asleep):
        Listening(begun).wait()


def test_once_its_time_is_over_it_waits_no_more(begun, falls_asleep):
    begun.seconds = 0
    Listening(begun).wait()

    begun.refresh_from_db()
    assert begun.percent == 0


def test_when_somebody_says_that_it_is_enough_it_waits_no_more(begun, ada, falls_asleep):
    stop(begun, by=ada)

    Listening(begun).wait()


def test_nothing_is_told_of_a_plan_before(begun, monkeypatch):
    done = []

    def wait(self):
        self.version.refresh_from_db()
        done.append(self.version.is_done)

    monkeypatch.setattr(Listening, "wait", wait)
    begun.seconds = 0.1
    carry_out(begun)

    begun.refresh_from_db()
    assert (done, begun.is_done) == ([False], True)
