"""Every address, every query and field that its view reads or its page asks for: nothing that stands there breaks it."""

import inspect
import re
import sys

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import resolve

from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest
from goldenthread.gatherings.bookings.import_rows import ImportRow
from goldenthread.gatherings.bookings.importing import bring
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down_once
from goldenthread.gatherings.plan.models import Convening, Gathering
from goldenthread.kit import clock
from tests.house.permissions import rows
from tests.trust.naughty import send
from tests.trust.test_odd_addresses import SLOT, WITH_SLOTS, breakdowns, with_part

READ = re.compile(r"""(?:GET|POST)\.(?:get|getlist)\(\s*["']([\w-]+)["']""")
ASKED = re.compile(rb'<(?:input|select|textarea|button)[^>]* name="([\w-]+)"')
ODD = {"zero byte": "tea\x00", "half a character": "tea\ud800", "thirty digits": "9" * 30}
PLACES = sorted({row.address for row in rows()})
# A test for each of so many groups, because none may take long.
GROUPS = 20


@pytest.fixture
def keeper(keeper_at_the_door, spring):
    """Nothing is closed to them."""
    Convening.objects.create(gathering=spring, person=keeper_at_the_door.person)
    return keeper_at_the_door


def names_at(browser, address):
    """What the view reads by name, and what its page asks for."""
    view = inspect.unwrap(resolve(address).func)
    read = set(READ.findall(inspect.getsource(sys.modules[view.__module__])))
    fields = {name.decode() for name in ASKED.findall(browser.get(address).content)}
    return sorted(read | fields - {"csrfmiddlewaretoken"})


def asked(browser, address, names, odd):
    cache.clear()
    query = "&".join(f"{name}={odd}" for name in names).encode(errors="surrogatepass").decode("latin-1")
    return browser.get(address, QUERY_STRING=query.replace("\x00", "%00")).status_code


def sent(browser, address, name, odd):
    cache.clear()
    return send(browser, address, {name: odd}).status_code


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_query_and_no_field_breaks_a_page(keeper, things, group):
    """In an address all names stand together; a form is sent once for each, because one that is refused hides the others."""
    addresses = [address.format_map(things) for address in PLACES[group::GROUPS] if address != "/-/health"]
    names = {address: names_at(keeper, address) for address in addresses}
    broken = [
        (address, what)
        for address, those in names.items()
        for what, odd in ODD.items()
        if asked(keeper, address, those, odd) >= 500
    ] + [
        (address, name, what)
        for address, those in names.items()
        for name in those
        for what, odd in ODD.items()
        if sent(keeper, address, name, odd) >= 500
    ]

    assert broken == []


@pytest.mark.parametrize("digits", [1, 9, 10, 18, 19, 20, 30, 40])
def test_no_number_in_an_address_breaks_it(keeper, things, digits):
    good = {
        "<slug:slug>": "spring",
        "<slug:point>": "where",
        "<slug:noun>": "settlement",
        "<str:token>": "x",
        "<int:pk>": "1",
    }
    slots = [(pattern, slot) for pattern in WITH_SLOTS for slot in SLOT.findall(pattern) if slot.startswith("<int")]
    addresses = [with_part(pattern, slot, "9" * digits, good) for pattern, slot in slots]

    assert breakdowns([Client(raise_request_exception=False), keeper], addresses) == []


@pytest.fixture
def two(keeper):
    """Two gatherings of the same convenor, open for bookings."""
    gatherings = [Gathering.begin(title, by=keeper.person) for title in ("Tea", "Supper")]
    for gathering in gatherings:
        open_booking(
            gathering, by=keeper.person, now=clock.now(), places=9, until=None, confirm_hours=72, answer_hours=24
        )
    return gatherings


def test_a_form_of_one_gathering_is_another_matter_in_another(keeper, two):
    how = {"once": "of one page", "now": clock.now(), "by": keeper.person}

    for gathering in [*two, *two]:
        put_down_once(gathering, PlaceRequest("Pat on paper"), **how)
        bring(gathering, "list.csv", [ImportRow(2, PlaceRequest("Sam in a list"))], **how)

    names = ["Pat on paper", "Sam in a list"]
    assert [list(each.bookings.order_by("pk").values_list("name", flat=True)) for each in two] == [names, names]


def test_every_form_with_a_mark_may_be_sent_to_another_gathering(keeper, two):
    for page, fields in [
        ("bookings/paper/", {"name": "Di"}),
        ("day/arrivals/walk-ins/", {"name": "Flo"}),
    ]:
        answers = [
            send(keeper, f"{each.get_absolute_url()}{page}", {**fields, "once": "of one page"}).status_code
            for each in two
        ]

        assert answers == [302, 302]
    assert [set(each.bookings.values_list("name", flat=True)) for each in two] == [{"Di", "Flo"}, {"Di", "Flo"}]
