"""A version is asked for: one at a time at each gathering, and on the day nobody waits for one from calmer hours."""

from time import monotonic

import pytest

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.tables import runs
from goldenthread.gatherings.tables.models import Arrangement, Mix, Seat
from goldenthread.gatherings.tables.runs import (
    AlreadyMixing,
    Listening,
    MixRequest,
    ask_for,
    carry_out,
    stop,
    take_up,
)
from goldenthread.gatherings.tables.tests.taking import taken
from goldenthread.journal.models import Entry
from goldenthread.kit.jobs import ClaimLost
from goldenthread.mixing.tables import Plan, Progress

CALM, ON_THE_DAY = MixRequest(seconds=0.2), MixRequest(seconds=0.2, keeps_told=True)
HALF = Progress(seconds=0.1, iterations=1, share=0.5, plan=Plan(()))


class PowerCut(Exception):
    pass


@pytest.fixture
def elsewhere(ada):
    """Another gathering for which tables are made just now."""
    other = Arrangement.objects.create(gathering=Gathering.begin("Another", by=ada))
    return ask_for(other, CALM, by=ada)


@pytest.fixture
def power_cut(monkeypatch):
    """Once this is reached."""

    def cut(name):
        def stopped(*_, **__):
            raise PowerCut

        monkeypatch.setattr(runs, name, stopped)

    return cut


def test_whoever_asks_a_second_time_is_led_to_what_runs(laid, elsewhere, ada):
    first = ask_for(laid, CALM, by=ada)

    with pytest.raises(AlreadyMixing) as refused:
        ask_for(laid, CALM, by=ada)

    assert (refused.value.running, Mix.objects.count()) == (first, 2)
    assert Entry.objects.filter(did="asked for a mix", key=str(first.pk), by=ada).count() == 1


def test_on_the_day_the_one_from_calmer_hours_gives_way_and_no_other(laid, elsewhere, ada):
    calm = ask_for(laid, CALM, by=ada)
    ask_for(laid, ON_THE_DAY, by=ada)

    assert list(Mix.objects.filter(told={"what": "overtaken"}, failed_at__isnull=False)) == [calm]


@pytest.mark.parametrize("second", [CALM, ON_THE_DAY])
def test_one_of_the_day_gives_way_to_none(laid, ada, second):
    ask_for(laid, ON_THE_DAY, by=ada)

    with pytest.raises(AlreadyMixing):
        ask_for(laid, second, by=ada)


def test_whoever_makes_it_at_once_has_it_to_themselves(laid, ada):
    mine = ask_for(laid, CALM, by=ada, claim="mine")

    assert (mine.tries, mine.claim, take_up()) == (1, "mine", None)


def test_of_two_that_wait_one_is_taken_up_and_stopped(laid, elsewhere, ada):
    ask_for(laid, CALM, by=ada)
    first = taken()
    stop(first, by=ada)

    waiting = Mix.objects.exclude(pk=first.pk)
    assert list(waiting.values_list("claim", "tries", "is_enough")) == [("", 0, False)]


def test_what_is_done_is_not_stopped(version, ada):
    stop(version, by=ada)

    assert Entry.objects.filter(did="took the best so far").count() == 0


def test_whoever_was_overtaken_hears_it_at_the_next_beat_and_ends_nothing(laid, ada):
    ask_for(laid, CALM, by=ada)
    mine = taken()
    ask_for(laid, ON_THE_DAY, by=ada)

    with pytest.raises(ClaimLost):
        Listening(mine)(HALF)
    with pytest.raises(ClaimLost):
        runs._fail(mine, {"what": "locked"})

    assert Mix.objects.get(pk=mine.pk).told == {"what": "overtaken"}


def test_a_power_cut_while_seats_are_written_leaves_it_to_be_made(laid, ada, power_cut):
    ask_for(laid, CALM, by=ada)
    mine = taken()
    power_cut("keep")

    with pytest.raises(PowerCut):
        carry_out(mine)

    assert (Mix.objects.get().is_done, Seat.objects.count()) == (False, 0)


def test_what_no_journal_tells_is_not_asked_for(laid, ada, power_cut):
    power_cut("note")

    with pytest.raises(PowerCut):
        ask_for(laid, CALM, by=ada)

    assert Mix.objects.count() == 0


def test_what_no_journal_tells_is_not_stopped(laid, ada, power_cut):
    ask_for(laid, CALM, by=ada)
    power_cut("note")

    with pytest.raises(PowerCut):
        stop(taken(), by=ada)

    assert not Mix.objects.get().is_enough


def test_when_one_is_done_the_next_is_asked_for(version, laid, ada):
    assert ask_for(laid, CALM, by=ada).number == version.number + 1


def test_when_it_is_enough_nobody_waits_for_the_time_to_be_over(laid, ada):
    ask_for(laid, MixRequest(seconds=9), by=ada)
    mine = taken()
    stop(mine, by=ada)
    before = monotonic()

    Listening(mine).wait()

    assert monotonic() - before < 5


def test_whoever_lost_the_claim_says_nothing_of_what_another_makes(laid, ada):
    ask_for(laid, CALM, by=ada)
    slow = taken()
    Mix.objects.update(claim="of another")

    with pytest.raises(ClaimLost):
        runs._fail(slow, {"what": "locked"})

    assert not Mix.objects.get().has_failed
