"""Which seats one exchange takes."""

import numpy as np

from goldenthread.mixing.tables.instance.values import Guest, Instance, Table
from goldenthread.mixing.tables.search.first_seating import first_seating
from goldenthread.mixing.tables.search.layout import lay_out
from goldenthread.mixing.tables.search.picks import Picks

STEP_FREE = frozenset({"step-free"})
# Ann needs the other table and Bo stays with her. Without Bo, Cy would be the only one of lived experience.
PEOPLE = (Guest("ann", needs=STEP_FREE), Guest("bo", lived=True), Guest("cy", lived=True), *map(Guest, "defgh"))
TABLES = (Table("t0", 4, 4), Table("t1", 4, 4, STEP_FREE))
TOGETHER = Instance(1, PEOPLE, TABLES, together=(frozenset({"ann", "bo"}),))


def drawn(*, mending=False, times=400):
    """Who was taken from the first table, in each of many exchanges."""
    luck = np.random.RandomState(0)
    seating = first_seating(lay_out(TOGETHER), luck)
    chairs = seating.chairs[0]
    chairs.at[:] = np.array([[0, 1, 2, 3], [4, 5, 6, 7]]).T
    picks = Picks(chairs, luck)
    taken = []
    for _ in range(times):
        tables, slots = picks.draw(mending=mending)
        taken += [frozenset(chairs.at[slots[:, tables == 0], 0].ravel().tolist())]
    return taken


def test_whoever_would_be_left_alone_may_come_with_two_who_stay_together():
    assert drawn().count(frozenset({0, 1, 2})) > 0


def test_nobody_is_taken_away_from_whom_they_stay_with():
    assert [taken for taken in drawn() if len(taken & {0, 1}) == 1] == []


def test_more_people_move_at_once_while_a_hard_rule_is_broken():
    assert sum(len(taken) > 1 for taken in drawn(mending=True)) > 2 * sum(len(taken) > 1 for taken in drawn())
