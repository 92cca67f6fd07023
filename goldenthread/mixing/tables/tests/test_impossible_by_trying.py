"""What is named, against all seatings there are: impossible, smallest, and never a false alarm."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.tables.explain.impossible import at_a_glance, conflict
from goldenthread.mixing.tables.explain.wishes import Wish, sittings
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Table
from goldenthread.mixing.tables.tests.test_impossible import STEP_FREE

names = "abcde"
guests = st.builds(
    Guest,
    id=st.just(""),
    lived=st.booleans(),
    needs=st.sampled_from([frozenset(), frozenset(), STEP_FREE]),
    present=st.sampled_from([None, None, frozenset({0}), frozenset()]),
)
tables = st.builds(
    lambda least, more, features, open_: Table("", least, least + more, features, open_),
    st.integers(1, 3),
    st.integers(0, 2),
    st.sampled_from([frozenset(), STEP_FREE]),
    st.sampled_from([None, None, frozenset()]),
)


@st.composite
def instances(draw):
    people = tuple(
        replace(guest, id=name)
        for guest, name in zip(draw(st.lists(guests, min_size=1, max_size=5)), names, strict=False)
    )
    rooms = tuple(
        replace(table, id=f"t{at}") for at, table in enumerate(draw(st.lists(tables, min_size=1, max_size=3)))
    )
    ids = [guest.id for guest in people]
    sets = (
        st.lists(st.frozensets(st.sampled_from(ids), min_size=2, max_size=3), max_size=2)
        if len(ids) > 1
        else st.just([])
    )
    host = st.builds(Host, st.sampled_from(ids), st.sampled_from([table.id for table in rooms]))
    return Instance(
        1,
        people,
        rooms,
        hosts=tuple(draw(st.lists(host, max_size=2))),
        apart=tuple(draw(sets)),
        together=tuple(draw(sets)),
    )


def brute(instance: Instance, wishes: tuple[Wish, ...]) -> bool:
    """Whether any seating whatever meets these wishes: all of them are tried."""
    there = [guest for guest in instance.people if guest.is_there(0)]
    open_ = [table for table in instance.tables if table.is_open(0)]
    seatings = product(open_, repeat=len(there))
    return any(all(met(wish, there, seats) for wish in wishes) for seats in seatings)


def met(wish: Wish, there: list[Guest], seats: tuple[Table, ...]) -> bool:
    at = {guest.id: table for guest, table in zip(there, seats, strict=True)}
    sizes = [(table, seats.count(table)) for table in set(seats)]
    hats = [at[guest.id].id for guest in there if guest.lived]
    mine = [at[person] for person in wish.people]
    return {
        "most": lambda: all(size <= table.max for table, size in sizes),
        "least": lambda: all(size >= table.min for table, size in sizes),
        "needs": lambda: mine[0].features >= set(wish.needs),
        "company": lambda: hats.count(mine[0].id) > 1,
        "hosts": lambda: mine[0].id == wish.table,
        "together": lambda: len({table.id for table in mine}) == 1,
        "apart": lambda: len({table.id for table in mine}) == len(mine),
    }[wish.kind]()


@settings(max_examples=120, deadline=None)
@given(instances())
def test_what_is_named_is_impossible_and_smallest_and_nothing_else_is(instance):
    every = next(sittings(instance)).wishes

    found = conflict(instance, seconds=20)

    named = found.wishes if found else ()
    assert brute(instance, every) == (found is None)
    assert found is None or not brute(instance, named)
    assert all(brute(instance, (*named[:at], *named[at + 1 :])) for at in range(len(named)))


@settings(max_examples=120, deadline=None)
@given(instances())
def test_a_glance_never_raises_a_false_alarm(instance):
    found = at_a_glance(instance, seconds=20)

    assert found is None or not brute(instance, found.wishes)
