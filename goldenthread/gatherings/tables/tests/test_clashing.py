"""Where counting shows nothing in the way and there is still no plan, the page names what does not go together, and no person."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.mix_in_words import trouble_in_words


@pytest.fixture
def pairs(laid, guests):
    """Some of the twelve come with a supporter, and others have to stay away."""

    def come(together, away):
        Booking.objects.filter(pk__in=[guests[name].pk for name in together.split()]).update(seats=2)
        Booking.objects.filter(pk__in=[guests[name].pk for name in away.split()]).update(state=State.CANCELLED)

    return come


def test_supporters_who_find_no_two_chairs_are_named_as_the_cause(laid, pairs, mix_now):
    pairs("Ann Ben Cat Dot", "Fay Gil Hal Ida Jon Kay Lee")
    laid.tables.update(least=3, most=3)

    version = mix_now()

    assert trouble_in_words(version.told) == (
        "Round 1: people who come with a supporter sit beside them, and these tables can’t be shared out so. "
        "Add a seat to one of them, or open another."
    )


def test_fixed_seats_that_leave_no_two_chairs_are_named_by_their_tables(laid, pairs, guests, mix_now):
    pairs("Cat Dot Eli Fay Gil", "Hal Ida Jon Kay Lee")
    for number, name in [(1, "Ann"), (2, "Ben")]:
        laid.tables.filter(number=number).update(host=guests[name])
    laid.tables.update(least=4, most=4)

    version = mix_now()

    assert trouble_in_words(version.told) == (
        "Round 1: the hosts and fixed seats at Table 1, Table 2 don’t go together with the seats there are. "
        "Let somebody with a fixed seat move, or add a seat."
    )
    assert "Ann" not in str(version.told)
