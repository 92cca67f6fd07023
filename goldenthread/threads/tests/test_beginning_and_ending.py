"""A thread begins when both have said yes, is the same for both, and ends when one of them says so."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from goldenthread.journal.models import Entry
from goldenthread.kit import clock
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Ending, NotOneOfThem, OnePerson, Thread, pair_of


@pytest.fixture
def thread(ada, bo, spring_day, noon, begun):
    return begun(ada, bo, where=spring_day, at=noon)


def test_it_is_the_same_for_both(ada, bo, thread, spring_day, noon):
    assert (thread.pair, thread.where, thread.at) == (pair_of(bo, ada), spring_day, noon)
    assert (list(Thread.objects.of(ada)), list(Thread.objects.of(bo))) == ([thread], [thread])
    assert (thread.other_than(ada), thread.other_than(bo)) == (bo.pk, ada.pk)


def test_twice_is_once_and_the_first_place_is_remembered(ada, bo, thread, autumn, noon, begun):
    again = begun(bo, ada, where=autumn, at=noon + timedelta(days=200))

    assert (again, again.where.label) == (thread, "A spring day")


def test_the_journal_tells_that_it_began_and_not_between_whom(thread):
    entrys = Entry.objects.filter(kind="threads.thread")
    assert (entrys.count(), entrys.filter(did="began", by=None, why="").count()) == (1, 1)


def test_nobody_has_a_thread_with_themselves(ada, spring_day, noon, begun):
    with pytest.raises(OnePerson):
        begun(ada, ada, where=spring_day, at=noon)


def test_the_database_knows_one_way_to_write_it_only(ada, bo, spring_day, noon):
    late, early = max(ada, bo, key=lambda p: p.pk), min(ada, bo, key=lambda p: p.pk)

    with pytest.raises(IntegrityError):
        Thread.objects.create(one=late, other=early, at=noon, **spring_day.columns())


def test_either_may_end_it_for_both(bo, thread):
    thread.end(by=bo)

    assert (list(Thread.objects.live()), list(Thread.objects.all())) == ([], [thread])


def test_ended_twice_is_ended_once(ada, bo, thread):
    thread.end(by=bo)
    thread.end(by=ada)

    assert list(Ending.objects.values_list("by", flat=True)) == [bo.pk]


def test_the_journal_does_not_tell_who_ended_it(bo, thread):
    thread.end(by=bo)

    entrys = Entry.objects.filter(did="ended")
    assert (entrys.count(), entrys.filter(kind="threads.ending", by=None, why="").count()) == (1, 1)


def test_nobody_else_may_end_it(cy, thread):
    with pytest.raises(NotOneOfThem):
        thread.end(by=cy)


def test_a_yes_from_before_it_ended_undoes_nothing(ada, bo, thread, autumn, noon, begun):
    thread.end(by=bo)

    assert begun(ada, bo, where=autumn, at=noon) is None
    assert list(Thread.objects.live()) == []


def test_a_later_yes_of_both_begins_it_anew(ada, bo, thread, autumn, begun):
    thread.end(by=bo)
    later = clock.now() + timedelta(days=30)

    anew = begun(ada, bo, where=autumn, at=later)

    assert (anew, anew.at, anew.where) == (thread, later, autumn)
    assert list(Thread.objects.live()) == [thread]


@pytest.mark.parametrize("owner", [0, 1])
def test_nothing_begins_where_one_would_rather_be_apart(ada, bo, spring_day, noon, owner, begun):
    pair = [ada, bo]
    keep_apart(pair[owner], pair[1 - owner])

    assert begun(ada, bo, where=spring_day, at=noon) is None
    assert Thread.objects.count() == 0
