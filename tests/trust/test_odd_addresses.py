"""Whatever stands in an address, nothing breaks down."""

import re
from urllib.parse import unquote

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.people.models import Person
from tests.house.permissions import patterns
from tests.trust.naughty import send

SLOT = re.compile(r"<[a-z]+:[a-z]+>")
# What a database could refuse; and what each takes for a word or a number like any other, so that SQLite alone is asked.
REFUSED = ["%00", "tea%00", "%ED%A0%80", "%FF", "9" * 30, "9223372036854775808", "-1", "x" * 3000, "%F0%9F%A7%B5"]
ORDINARY = ["0", "..%2f..%2f", "%E2%80%AE", "%0d%0aSet-Cookie:x=1", "new", "'%22--"]
PARTS = [*REFUSED, *ORDINARY] if connection.vendor == "sqlite" else REFUSED
WITH_SLOTS = sorted({pattern for pattern in patterns() if SLOT.search(pattern)})
GROUPS = 12
QUERIES = ["page=", "page=0", "page=-1", "page=x", "page=%00", f"page={'9' * 400}", "page=1e9", "page=last", "next=%00",
    "next=tea", "next=//evil.example",
           "next=%ED%A0%80", "next=javascript:alert(1)", "next=/%0d%0aX:y", "%00=%00", "a[]=1&a[]=2", "=", "&&&", "page=1&page=2", f"next=/{'x' * 5000}",
           "next=https://evil.example\\@testserver/", "next=/\\evil.example", "lang=xx"]  # fmt: skip


@pytest.fixture
def browsers(home, keeper_at_the_door):
    return [Client(raise_request_exception=False), keeper_at_the_door]


# In groups, because what stands in a house is set up once for each, and none may take long.
@pytest.mark.parametrize("group", range(GROUPS))
def test_no_part_of_an_address_breaks_it(browsers, things, group):
    # One odd part at a time, beside others that lead somewhere.
    good = {
        "<slug:slug>": "spring",
        "<slug:point>": "where",
        "<slug:noun>": "settlement",
        "<str:token>": "x",
        "<int:pk>": "1",
    }
    slots = [(pattern, slot) for pattern in WITH_SLOTS[group::GROUPS] for slot in SLOT.findall(pattern)]
    odd = [with_part(pattern, slot, part, good) for pattern, slot in slots for part in PARTS]

    assert breakdowns(browsers, odd) == []


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/join/",
        "/sign-in/",
        "/me/letters/",
        "/post-room/",
        "/gatherings/",
        "/gatherings/{gathering}/",
        "/gatherings.ics",
    ],
)
def test_no_query_breaks_a_page(browsers, things, address):
    addresses = [f"{address.format_map(things)}?{query}" for query in QUERIES]

    assert breakdowns(browsers, addresses, methods=("GET",)) == []


def test_nobody_is_led_away_by_a_link(client, home, bo):
    client.force_login(bo)

    led = {client.get(f"/sign-in/?{query}").get("Location", "/") for query in QUERIES if query.startswith("next=")}

    # "/%0d%0a..." stays a path of ours, quoted.
    assert {
        place for place in led if not place.startswith("/") or place.startswith(("//", "/\\")) or "\r" in place
    } == set()


def breakdowns(browsers, addresses, methods=("GET", "POST")):
    cache.clear()
    requests = [(method, address) for address in addresses for method in methods if method == "GET" or leads(address)]
    return [
        (method, address[:80], status)
        for browser in browsers
        for method, address in requests
        if (status := browser.generic(method, address).status_code) >= 500 and "/health" not in address
    ]


def leads(address):
    """Where it leads nowhere, nobody sees what was sent there, and one way of asking is as good as the other."""
    try:
        return bool(resolve(unquote(address)))
    except Resolver404:
        return False


def test_where_an_address_leads_is_known():
    """The control: otherwise nothing would be sent anywhere."""
    assert [leads(address) for address in ("/gatherings/spring/", "/gatherings/new/", "/gatherings/%00/")] == [
        True,
        True,
        False,
    ]


def with_part(pattern, slot, part, good):
    address = pattern.replace(slot, part, 1)
    for other, value in good.items():
        address = address.replace(other, value)
    return f"/{address}"


@settings(
    deadline=None,
    max_examples=60,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=90), st.text(max_size=90))
def test_any_name_is_kept_or_given_back(keeper_at_the_door, title, name):
    begun = send(keeper_at_the_door, "/gatherings/new/", {"title": title})
    called = send(keeper_at_the_door, "/me/", {"chosen_name": name, "language": "en-gb", "letters_rhythm": "daily"})

    assert (begun.status_code, called.status_code) in {(302, 302), (302, 422), (422, 302), (422, 422)}
    assert begun.status_code == 422 or Gathering.objects.latest("pk").title == title.strip()
    assert called.status_code == 422 or Person.objects.get(pk=keeper_at_the_door.person.pk).chosen_name == name.strip()
