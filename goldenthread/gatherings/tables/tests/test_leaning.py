"""What the mixer hears that nobody is to know, and what chance adds to it."""

from datetime import UTC, datetime

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.keep_apart_by_chance import apart_by_chance, drawn
from goldenthread.gatherings.tables.leaning import leanings_of
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, TableWish
from goldenthread.threads.keep_apart import keep_apart

ONCE = datetime(2027, 4, 1, tzinfo=UTC)


@pytest.fixture
def leaning(laid):
    """What nobody but the mixer hears."""

    def now(**way):
        return leanings_of(mixer_input_of(Mix(arrangement=laid, **way)))

    return now


def wish(booking, **wished):
    return TableWish.objects.create(booking=booking, **wished)


def test_lived_experience_binds_from_two_on(leaning, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["lived_experience"])
    alone = leaning().company
    Booking.objects.filter(pk=guests["Ben"].pk).update(sectors=["lived_experience"])

    assert (alone, leaning().company) == (frozenset(), frozenset({str(guests["Ann"].pk), str(guests["Ben"].pk)}))


@pytest.mark.parametrize("written", ["Ben Weir", "  ben   WEIR ", "Ben", "Nobody\nBén Weir"])
def test_not_with_somebody_however_it_is_written(leaning, guests, written):
    wish(guests["Ann"], apart=written)

    assert leaning().apart == {frozenset({str(guests["Ann"].pk), str(guests["Ben"].pk)})}


def test_a_lasting_wish_to_be_apart_holds_here_too(leaning, guests):
    keep_apart(guests["Cat"].person, guests["Ann"].person)

    assert leaning().apart == {frozenset({str(guests["Ann"].pk), str(guests["Cat"].pk)})}


def test_nobody_is_tied_to_somebody_by_one_word(leaning, guests):
    wish(guests["Ann"], beside="Ben Weir")
    one_sided = leaning().beside
    wish(guests["Ben"], beside="Ann")

    assert one_sided == frozenset()
    assert leaning().beside == {frozenset({str(guests["Ann"].pk), str(guests["Ben"].pk)})}


def test_whoever_wants_to_be_apart_is_not_kept_together(leaning, guests):
    wish(guests["Ann"], beside="Ben", apart="Ben")
    wish(guests["Ben"], beside="Ann")

    assert leaning().beside == frozenset()


def many(number):
    return [Booking(pk=key, person_id=1000 + key, at=ONCE) for key in range(number)]


def by_person(pairs, coming):
    person = {str(booking.pk): booking.person_id for booking in coming}
    return {frozenset(person[key] for key in pair) for pair in pairs}


def test_chance_keeps_about_one_other_apart_from_each():
    pairs = apart_by_chance(many(64), rounds=3, tables=8)

    assert 16 <= len(pairs) <= 52


def test_the_same_two_whoever_else_comes_and_whatever_their_bookings_are():
    coming = many(48)
    fewer = [Booking(pk=500 - booking.pk, person_id=booking.person_id, at=ONCE) for booking in coming[:40]]
    first, second = (by_person(apart_by_chance(who, rounds=3, tables=8), who) for who in (coming, fewer))

    # Of those who come again none is free that was not; with fewer people a pair or two are added.
    assert {pair for pair in first if max(pair) < 1040} <= second
    assert first


@pytest.mark.parametrize(("people", "rounds", "tables"), [(16, 5, 4), (12, 3, 3), (301, 3, 30), (0, 3, 3), (8, 3, 0)])
def test_none_where_everybody_meets_everybody_nor_in_a_crowd(people, rounds, tables):
    assert apart_by_chance(many(people), rounds=rounds, tables=tables) == set()


def test_chance_is_drawn_by_the_secret_of_the_site(settings):
    before = drawn("1 2")
    settings.SECRET_KEY = "another " * 8

    assert (drawn("1 2") != before, drawn("1 2")) == (True, drawn("1 2"))


def test_chance_parts_no_supporters(guests, leaning, laid, monkeypatch):
    wish(guests["Ann"], beside="Ben Weir")
    wish(guests["Ben"], beside="Ann")
    pair = frozenset((str(guests["Ann"].pk), str(guests["Ben"].pk)))
    monkeypatch.setattr("goldenthread.gatherings.tables.leaning.apart_by_chance", lambda *_who, **_more: {pair})

    assert (leaning().apart, leaning().beside) == (set(), {pair})
