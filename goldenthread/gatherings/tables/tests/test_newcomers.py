"""Who comes after the tables were announced sits at them, too, and nobody moves for it."""

from datetime import timedelta

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.plan.turns import call_off, postpone
from goldenthread.gatherings.tables.announcing import announce, told_to
from goldenthread.gatherings.tables.chores import seat_newcomers
from goldenthread.gatherings.tables.mine import my_tables
from goldenthread.gatherings.tables.models import Mix, Seat, TableWish
from goldenthread.journal.models import Entry
from goldenthread.kit import clock

OUT = "You asked to sit this round out."
WHEN_HERE = "You don’t have a table yet: you’ll get one once you’re here. Press “I am here”, or say hello to a host."


def why(booking):
    return [sitting.why for sitting in my_tables(booking)]


def test_who_books_after_the_announcement_gets_a_seat_in_every_round_and_nobody_moves(
    announced_mix, come_late, tables_of
):
    before = set(announced_mix.seats.values_list("round", "booking", "table"))
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    seat_newcomers(clock.now())
    after = set(announced_mix.seats.values_list("round", "booking", "table"))

    assert len(tables_of(zoe)) == 3
    assert {booking for _round, booking, _table in after - before} == {zoe.pk}
    assert before < after
    assert Entry.objects.filter(did="seated somebody who came later", by=None).count() == 1


def test_they_meet_as_few_as_can_be_twice(announced_mix, come_late):
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    faces = [name for sitting in my_tables(zoe) for name in sitting.neighbours]

    # Twelve others at three tables of four: each round brings four, all of them new where the mix allows it.
    assert len(faces) == 12
    assert len(set(faces)) >= 9


def test_tables_grow_evenly_and_never_beyond_their_seats(announced_mix, come_late, tables_of):
    late = [come_late(name) for name in ("Zoe", "Yan", "Xia", "Wyn")]
    seat_newcomers(clock.now())

    assert [len(tables_of(booking)) for booking in late] == [3, 3, 3, 0]
    assert [sorted(tables_of(booking)[number] for booking in late[:3]) for number in range(3)] == [[1, 2, 3]] * 3


def test_a_chair_that_falls_free_is_taken(announced_mix, come_late, guests, tables_of):
    announced_mix.arrangement.tables.update(most=4)
    zoe, anns = come_late("Zoe"), tables_of(guests["Ann"])
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.CANCELLED)
    seat_newcomers(clock.now())
    zoes = tables_of(zoe)
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.COMING)
    seat_newcomers(clock.now())

    # Who comes back finds their chair taken, and no table is too full.
    assert (zoes, tables_of(guests["Ann"])) == (anns, [])


def test_an_address_that_nobody_confirmed_has_no_name_at_a_table(announced_mix, come_late, tables_of):
    zoe = come_late("Zoe", state=State.KEPT)
    seat_newcomers(clock.now())

    assert tables_of(zoe) == []
    assert why(zoe) == ["You don’t have a table yet: confirm your place, and you’ll get one."] * 3


def test_who_travels_with_somebody_has_a_chair_beside_them(announced_mix, come_late, tables_of):
    announced_mix.arrangement.tables.exclude(number=2).update(most=5)
    announced_mix.arrangement.tables.filter(number=2).update(most=6)
    two = come_late("Zoe", seats=2)
    seat_newcomers(clock.now())

    assert tables_of(two) == [2, 2, 2]


def test_in_a_home_group_they_stay(laid, mix_now, ada, come_late, tables_of):
    laid.rounds.update(is_home=True)
    announce(mix_now(), by=ada)
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert len(tables_of(zoe)) == 3
    assert len(set(tables_of(zoe))) == 1


def test_a_round_that_has_begun_stays_as_it_is(announced_mix, come_late, laid):
    laid.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=5))
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert why(zoe) == ["This round has begun. A host will find you a seat: please ask.", "", ""]


def test_a_round_that_they_sit_out_is_left_out(announced_mix, come_late):
    zoe = come_late("Zoe")
    TableWish.objects.create(booking=zoe, sits_out=[2])
    seat_newcomers(clock.now())

    assert why(zoe) == ["", OUT, ""]


def test_nobody_is_sent_to_a_table_at_which_nobody_sits(announced_mix, come_late, tables_of):
    announced_mix.seats.filter(table__number=3).delete()
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())

    assert 3 not in tables_of(zoe)


def test_another_version_keeps_the_seat_they_were_told(announced_mix, come_late, mix_now, ada, tables_of):
    draft = mix_now(base=announced_mix, keeps_told=True)
    zoe = come_late("Zoe")
    seat_newcomers(clock.now())
    before = tables_of(zoe)
    announce(draft, by=ada)
    seat_newcomers(clock.now())

    assert told_to(draft.arrangement.gathering) == draft
    assert (tables_of(zoe), len(before)) == (before, 3)


def test_on_the_day_a_table_is_for_who_is_here(announced_mix, come_late, door, guests, tables_of):
    yan, zoe = come_late("Yan"), come_late("Zoe")
    door([zoe, *guests.values()])
    seat_newcomers(clock.now())

    assert (tables_of(yan), why(yan)) == ([], [WHEN_HERE] * 3)
    assert len(tables_of(zoe)) == 3


def test_the_chair_of_who_is_only_late_is_theirs(announced_mix, come_late, door, guests, tables_of):
    announced_mix.arrangement.tables.update(most=4)
    zoe, dot = come_late("Zoe"), guests["Dot"]
    door([zoe, guests["Ann"]])
    seat_newcomers(clock.now())
    late = tables_of(zoe)
    door([zoe, guests["Ann"]], gone=[dot])
    dots = tables_of(dot)
    seat_newcomers(clock.now())

    assert (late, tables_of(zoe)) == ([], dots)


def test_who_sent_word_before_anybody_came_gets_none(announced_mix, come_late, door, tables_of):
    yan, zoe = come_late("Yan"), come_late("Zoe")
    door(None, gone=[yan])
    seat_newcomers(clock.now())

    assert (tables_of(yan), len(tables_of(zoe))) == ([], 3)


def test_without_tables_that_were_announced_nobody_is_seated(version, come_late):
    come_late("Zoe")
    seat_newcomers(clock.now())

    assert (Seat.objects.count(), Mix.objects.count()) == (36, 1)


def test_what_is_called_off_is_left_alone(announced_mix, come_late, spring, ada):
    come_late("Zoe")
    call_off(spring, by=ada)
    seat_newcomers(clock.now())

    assert Seat.objects.count() == 36


def test_what_is_postponed_is_left_alone(announced_mix, come_late, spring, ada):
    come_late("Zoe")
    postpone(spring, by=ada)
    seat_newcomers(clock.now())

    assert Seat.objects.count() == 36


def test_what_was_held_is_left_as_it_was(announced_mix, come_late, spring):
    come_late("Zoe")
    seat_newcomers(spring.ends_at + timedelta(days=2))

    assert Seat.objects.count() == 36
