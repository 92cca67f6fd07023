"""Whoever comes late is seated alike, whatever others wished of each other; and whether they are seated never follows a wish."""

from datetime import UTC, datetime

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.chores import seat_newcomers
from goldenthread.gatherings.tables.keep_apart_by_chance import apart_from_a_name
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.tests.oracle.rows import rows
from goldenthread.gatherings.tables.tests.oracle.wishing import each_wish, every_wish
from goldenthread.kit import clock
from goldenthread.people.models import Person

ONCE = datetime(2027, 4, 1, tzinfo=UTC)


@pytest.fixture
def late(spring, version, ada):
    """Zoe comes after the announcement, and is seated."""
    announce(version, by=ada)

    def comes():
        person = Person.objects.create_person("Zoe Weir", "zoe@example.org", pk=9001)
        zoe = Booking.objects.create(
            pk=9001, gathering=spring, person=person, name=person.name, language="en-gb", state=State.COMING
        )
        seat_newcomers(clock.now())
        return zoe

    return comes


@each_wish
def test_what_others_wished_of_each_other_moves_no_newcomer(both_ways, late, version, wish):
    def act():
        zoe = late()
        return [(s.round.number, s.table and s.table.number, s.why, s.neighbours) for s in my_tables(zoe)], rows(
            version
        )

    without, with_it = both_ways(act, wish)

    assert without == with_it
    assert len(without[1][3]) == 39


@every_wish
def test_nor_does_anybody_read_anything_else(both_ways, late, seen, wish):
    without, with_it = both_ways(lambda: (late() and None, seen()), wish)

    assert without == with_it


@pytest.mark.parametrize("most", [4, 5])
def test_whether_they_are_seated_follows_no_wish_about_them(both_ways, late, version, guests, most):
    def everybody_minds(_guests):
        TableWish.objects.bulk_create(TableWish(booking=booking, apart="Zoe Weir") for booking in guests.values())

    def act():
        version.arrangement.tables.update(most=most)
        return [(sitting.table is None, sitting.why) for sitting in my_tables(late())]

    without, with_it = both_ways(act, everybody_minds)

    assert without == with_it
    assert without[0][0] == (most == 4)


def test_a_wish_about_them_is_kept_where_it_can_be(late, version, guests):
    TableWish.objects.create(booking=guests["Ann"], apart="Zoe Weir")
    faces = {neighbour.name for sitting in my_tables(late()) for neighbour in sitting.neighbours}

    assert len(faces) > 1
    assert "Ann" not in faces


def test_who_books_under_a_name_again_and_again_is_kept_from_the_same_others_by_chance():
    coming = [Booking(pk=key, person_id=1000 + key, at=ONCE) for key in range(64)]
    once, again = (apart_from_a_name({"ben weir", "ben"}, coming, rounds=3, tables=8) for _ in "12")
    of_many = [len(apart_from_a_name({f"name {n}"}, coming, rounds=3, tables=8)) for n in range(64)]

    assert once == again
    assert 32 <= sum(of_many) <= 110
    assert apart_from_a_name({"ben"}, coming[:16], rounds=5, tables=4) == set()
