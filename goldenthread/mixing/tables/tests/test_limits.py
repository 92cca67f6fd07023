"""How long the search may go on."""

from goldenthread.mixing.tables.search.limits import GRACE, Limits


def gone(seconds, *, is_broken):
    """Whether the search may go on when so many seconds of two are gone."""
    times = iter([0.0, seconds])
    return Limits(2.0, None, lambda: next(times)).go_on(is_broken=is_broken)


def test_the_search_ends_with_its_time():
    assert (gone(1.9, is_broken=False), gone(2.0, is_broken=False)) == (True, False)


def test_while_a_hard_rule_is_broken_it_has_a_little_longer():
    assert (gone(1.9 + GRACE, is_broken=True), gone(2.0 + GRACE, is_broken=True)) == (True, False)


def test_exchanges_end_it_whatever_is_broken():
    assert Limits(None, 0).go_on(is_broken=True) is False
