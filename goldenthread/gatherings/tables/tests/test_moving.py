"""A hand moves somebody or locks them. What follows is said at once, and never whose wish it was."""

from datetime import timedelta

import pytest

from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.models import Mix
from goldenthread.gatherings.tables.moving import choices
from goldenthread.kit import clock


@pytest.fixture
def seat_of(version):
    def seat(name, number):
        return version.seats.get(booking__name__startswith=name, round__number=number)

    return seat


@pytest.fixture
def press(browser):
    """Seat somebody at a table, and read what is said."""

    def pressed(seat, table, **more):
        answer = browser.post(f"{seat.mix.get_absolute_url()}seats/{seat.pk}/", {"to": table.pk, **more}, follow=True)
        return [str(message) for message in answer.context["messages"]]

    return pressed


def elsewhere(seat):
    return seat.mix.arrangement.tables.exclude(pk=seat.table_id).order_by("number").first()


def test_what_would_follow_is_said_beside_each_table(version, seat_of):
    seat = seat_of("Ann", 1)
    table, full = seat.table, elsewhere(seat)
    seat.mix.seats.filter(round=seat.round, table=table).exclude(pk=seat.pk).first().delete()
    seat.mix.arrangement.tables.filter(pk=full.pk).update(most=4)

    consequences = {choice.table.pk: choice.consequences for choice in choices(seat)}

    assert "That makes 5 people, and there are 4 seats." in consequences[full.pk]
    assert f"That leaves 2 people at {table.label}, which should have at least 3." in consequences[full.pk]


def test_who_would_meet_again_is_counted(version, seat_of):
    seat = seat_of("Ann", 1)
    others = seat.mix.seats.filter(round__number=2, table=seat_of("Ann", 2).table).exclude(booking=seat.booking)
    target = elsewhere(seat)
    beside = list(others.values_list("booking", flat=True))
    seat.mix.seats.filter(round=seat.round, booking__in=beside).update(table=target)
    seat.mix.seats.filter(round=seat.round, table=target).exclude(booking__in=beside).delete()

    consequences = {choice.table.pk: choice.consequences for choice in choices(seat)}

    assert f"They meet {len(beside)} people again." in consequences[target.pk]


def test_a_host_who_would_leave_their_table_is_noticed(version, seat_of, laid):
    seat = seat_of("Ann", 1)
    laid.tables.filter(pk=seat.table_id).update(host=seat.booking)
    seat.refresh_from_db()

    assert f"They’re the host of {seat.table.label}." in [words for c in choices(seat) for words in c.consequences]


def test_somebody_is_moved_and_the_consequences_are_told(version, seat_of, press):
    seat = seat_of("Ann", 1)
    there = elsewhere(seat)
    [message] = press(seat, there)
    seat.refresh_from_db()

    assert seat.table == there
    assert message.startswith(f"Round 1: Ann Weir sits at {there.label}.")
    assert "sit together again." in message


def test_what_was_announced_is_not_changed_behind_anybody(version, seat_of, press, ada):
    announce(version, by=ada)
    seat = seat_of("Ann", 1)
    was = seat.table
    press(seat, elsewhere(seat))
    seat.refresh_from_db()
    changed = Mix.objects.get(number=2)

    assert seat.table == was
    assert changed.seats.get(booking=seat.booking, round=seat.round).table != was
    assert (changed.seats.count(), changed.is_announced, changed.told["moved"]) == (36, False, 1)


def test_in_a_home_group_somebody_moves_for_all_its_rounds(laid, mix_now, press):
    laid.rounds.update(is_home=True)
    seat = mix_now().seats.get(booking__name="Ann Weir", round__number=1)
    there = elsewhere(seat)
    press(seat, there)

    assert set(seat.mix.seats.filter(booking=seat.booking).values_list("table", flat=True)) == {there.pk}


def test_a_lock_holds_when_the_tables_are_mixed_again(version, seat_of, press, mix_now):
    seat = seat_of("Ann", 1)
    there = elsewhere(seat)
    [message] = press(seat, there, is_locked="on")
    again = mix_now(base=version)
    kept = again.seats.get(booking=seat.booking, round=seat.round)

    assert message.startswith("Round 1: Ann Weir sits at")
    assert (kept.table, kept.is_locked) == (there, True)


def test_a_lock_alone_moves_nobody(version, seat_of, press):
    seat = seat_of("Ann", 1)
    facts = version.told
    response = press(seat, seat.table, is_locked="on")
    seat.refresh_from_db()
    version.refresh_from_db()

    assert response == [f"Round 1: Ann Weir sits at {seat.table.label}."]
    assert (seat.is_locked, version.told) == (True, facts)


def test_a_round_that_has_begun_stays(version, seat_of, browser):
    seat = seat_of("Ann", 1)
    seat.mix.arrangement.rounds.filter(number=1).update(starts_at=clock.now() - timedelta(minutes=1))
    answer = browser.post(f"{version.get_absolute_url()}seats/{seat.pk}/", {"to": elsewhere(seat).pk})

    assert answer.status_code == 422
    assert "This round has begun." in answer.content.decode()


def test_a_closed_table_is_no_choice(version, seat_of, browser):
    seat = seat_of("Ann", 1)
    closed = elsewhere(seat)
    seat.mix.arrangement.tables.filter(pk=closed.pk).update(is_closed=True)
    answer = browser.post(f"{version.get_absolute_url()}seats/{seat.pk}/", {"to": closed.pk})

    assert answer.status_code == 422
    assert closed.pk not in {choice.table.pk for choice in choices(seat)}
