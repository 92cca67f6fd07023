"""What was ticked for a table is kept wherever tables and hands leave room, and what a version says rests on what was looked at."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.hard_needs import held_to_needs
from goldenthread.gatherings.tables.mix_in_words import mix_in_words
from goldenthread.gatherings.tables.mixer_input import mixer_input_of
from goldenthread.gatherings.tables.models import Mix, Seat
from goldenthread.gatherings.tables.needs_in_words import needs_in_words
from goldenthread.kit import clock
from goldenthread.people.models import Familiarity, Portrait

LOOP = "hearing_loop"
READ = "Please read what people need"
HAVE_IT = "1 person ticked what they need at their table, and has it wherever they sit."


@pytest.fixture
def loop(laid):
    """One table has a loop."""
    laid.tables.filter(number=2).update(features=[LOOP])


@pytest.fixture
def held(laid, guests):
    """What the mixer is held to, for the person of that name."""

    def needs(name, **way):
        mixer_input = mixer_input_of(Mix(arrangement=laid, **way))
        people = held_to_needs(mixer_input, mixer_input.instance()).people
        return next(guest.needs for guest in people if guest.id == str(guests[name].pk))

    return needs


def tick(guests, *names, needs=LOOP):
    Booking.objects.filter(pk__in=[guests[name].pk for name in names]).update(table_needs=needs)


def sectors_of(bookings):
    return [sentence for sentence in mix_in_words(bookings) if "sector" in sentence]


def test_who_ticked_it_sits_where_it_is_in_every_round(loop, guests, mix_now, at_table, held):
    tick(guests, "Ann")
    version = mix_now()

    assert ["Ann" in tables[2] for tables in at_table(version).values()] == [True] * 3
    assert (held("Ann"), held("Ben"), needs_in_words(version)) == ({LOOP}, set(), [HAVE_IT])


def test_of_two_that_no_table_has_together_the_mixer_is_held_to_what_one_has(loop, guests, held):
    tick(guests, "Ann", needs=f"{LOOP} quiet")

    assert held("Ann") == {LOOP}


def test_a_host_elsewhere_and_a_fixed_seat_decide_before_it(loop, guests, laid, mix_now, held):
    tick(guests, "Ann", "Ben")
    laid.tables.filter(number=1).update(host=guests["Ann"])
    version = mix_now()
    seat = Seat.objects.filter(mix=version, booking=guests["Ben"])[:1]
    Seat.objects.filter(pk__in=seat.values("pk")).update(is_locked=True, table=laid.tables.get(number=3))

    assert (held("Ann", base=version), held("Ben", base=version)) == (set(), set())
    assert needs_in_words(version) == [
        "Of 2 people who ticked what they need at their table, 2 don’t have it in every round."
    ]


def test_more_people_than_have_room_there_are_seated_all_the_same_and_it_is_said(loop, guests, mix_now):
    tick(guests, *list(guests)[:7])
    version = mix_now()

    [sentence] = needs_in_words(version)
    assert (version.is_done, sentence.startswith("Of 7 people who ticked")) == (True, True)


def test_what_no_table_has_is_said(guests, mix_now):
    tick(guests, "Ann")

    assert mix_in_words(mix_now())[0] == "Somebody needs this at their table, and no table has it: Hearing loop."


def test_what_is_in_words_only_is_said_to_be_unchecked_until_something_is_ticked(guests, mix_now, browser):
    theirs = Booking.objects.filter(pk__in=[guests["Ann"].pk, guests["Ben"].pk])
    theirs.update(needs="I sit near the loop.", confirmed_at=clock.now())
    version = mix_now()
    page = browser.get(version.get_absolute_url()).content.decode()
    tick(guests, "Ann", "Ben")

    unchecked = "2 people wrote what they need in their own words, with nothing ticked for their table"
    assert (unchecked in page, READ in page, "I sit near" in page) == (True, True, False)
    assert [words for words in needs_in_words(version) if "own words" in words] == []


def test_where_nobody_told_anything_nothing_is_said(version, browser):
    assert READ not in browser.get(version.get_absolute_url()).content.decode()


def test_of_few_sectors_it_says_that_they_are_few(guests, mix_now):
    Booking.objects.filter(pk__in=[guests["Ann"].pk, guests["Ben"].pk]).update(sectors=["health"])

    assert sectors_of(mix_now()) == [
        "We know the sector of fewer than 10 people, so the tables can’t be spread by sector."
    ]


def test_of_more_it_says_of_how_many_in_groups_of_five(guests, mix_now):
    Booking.objects.filter(pk__in=[guests[name].pk for name in list(guests)[:11]]).update(sectors=["health"])

    [sentence] = sectors_of(mix_now())
    assert sentence.startswith("We know the sector of at least 10 of 12 people. They are spread ")


def test_one_more_who_told_something_changes_no_sentence(guests, mix_now):
    known = [guests[name].pk for name in guests if name != "Ann"]
    Booking.objects.filter(pk__in=known[:9]).update(sectors=["health"])
    before = sectors_of(mix_now())
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["arts"])

    assert (before, sectors_of(mix_now())) == (before, before)


def test_where_most_seats_are_fixed_nobody_hears_how_they_are_spread(guests, mix_now):
    Booking.objects.update(sectors=["health"])
    version = mix_now()
    version.seats.update(is_locked=True)
    after = mix_now(base=version)

    assert (sectors_of(after), "orphans" in after.told) == (["We know the sector of at least 10 of 12 people."], False)


def test_the_same_of_who_is_new(guests, mix_now):
    before = mix_in_words(mix_now())
    for name in list(guests)[:11]:
        Portrait.objects.create(person=guests[name].person, familiarity=Familiarity.TEACHING)
    after = mix_in_words(mix_now())

    assert [words for words in before if words.startswith("We know of fewer than 10 people whether")] != []
    assert [words for words in after if words.startswith("We know of at least 10 of 12 people whether")] != []
