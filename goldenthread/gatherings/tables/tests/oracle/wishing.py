"""What somebody may wish in private: mostly Ann, about Ben."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.threads.keep_apart import keep_apart


def apart_here(guests):
    TableWish.objects.create(booking=guests["Ann"], apart="Ben Weir")


def apart_for_good(guests):
    keep_apart(guests["Ann"].person, guests["Ben"].person)


def supporters(guests):
    TableWish.objects.create(booking=guests["Ann"], beside="Ben Weir")
    TableWish.objects.create(booking=guests["Ben"], beside="Ann Weir")


def one_table_all_day(guests):
    TableWish.objects.create(booking=guests["Ann"], stays_put=True)


def what_a_table_offers(guests):
    guests["Ann"].gathering.arrangement.tables.update(features=["step_free"])
    TableWish.objects.create(booking=guests["Ann"], features="step_free")


def lived_experience(guests):
    Booking.objects.filter(pk__in=[guests["Ann"].pk, guests["Ben"].pk]).update(sectors=["lived_experience"])


def all_of_them(guests):
    TableWish.objects.create(booking=guests["Ann"], apart="Ben Weir\nDot", beside="Cat", stays_put=True)
    TableWish.objects.create(booking=guests["Cat"], beside="Ann Weir", apart="Eli")


WISHES = [apart_here, apart_for_good, supporters, one_table_all_day, lived_experience]
each_wish = pytest.mark.parametrize("wish", WISHES, ids=lambda wish: wish.__name__)
# Pages take their time: apart for good, and everything else at once.
every_wish = pytest.mark.parametrize("wish", [apart_for_good, all_of_them], ids=["for good", "all of them"])
