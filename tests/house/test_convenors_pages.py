"""Every page for the convenors of a gathering: how far it is from home, and the row of rooms on it."""

import re

import pytest
from django.utils import timezone

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit import clock
from tests.house.permissions import rows

LINK = re.compile(r'<a\s[^>]*?href="(/[^"#?]*)')
# What hangs on one person, one list, one e-mail or one table is reached from the page on which that stands.
OF_ONE = re.compile(r"\{(?!gathering\})|/\d+/|print/$|\.(?:pdf|svg)$")
# They are files, or fill the wall of the room.
WITHOUT_A_ROW = re.compile(r"\.(?:pdf|csv|xlsx|zip|svg)$|/screen/$")


@pytest.fixture
def pages():
    """The addresses that show something to the convenor and not to a member."""
    shown = [row for row in rows() if row.house == "sample" and row.method == "GET" and "{gathering}" in row.address]
    return {row.address for row in shown if (row.answers["convenor"], row.answers["member"]) == ("200", "403")}


@pytest.fixture
def ada_reads(client_of, in_a_house, things):
    """Her browser: what she is shown at an address."""
    in_a_house("sample")
    browser = client_of("convenor")
    return lambda address: browser.get(address.format_map(things)).content.decode(errors="replace")


def test_every_page_is_two_presses_from_home(ada_reads, pages, things):
    first = set(LINK.findall(ada_reads("/")))
    hers = {address for address in first if address.startswith(f"/gatherings/{things['gathering']}/")}

    second = first.union(*(LINK.findall(ada_reads(address)) for address in hers))

    far = {address for address in pages if not OF_ONE.search(address)}
    assert {address for address in far if address.format_map(things) not in second} == set()


def test_every_page_has_the_row_of_rooms_and_says_where_one_is(ada_reads, pages):
    read = {address: ada_reads(address) for address in pages if not WITHOUT_A_ROW.search(address)}

    assert {address for address, page in read.items() if 'class="rooms no-print"' not in page} == set()
    nowhere = {address for address, page in read.items() if not re.search(r'<a href="[^"]+" aria-current', page)}
    assert nowhere == set()


def test_on_the_day_home_leads_to_the_day(ada_reads, spring):
    before = ada_reads("/")
    Gathering.objects.filter(pk=spring.pk).update(day=timezone.localdate(clock.now()))
    on_it = ada_reads("/")

    assert "You convene today" not in before
    today = on_it.partition("You convene today")[2].partition("</section>")[0]
    assert LINK.findall(today)[1:3] == ["/gatherings/spring/day/arrivals/", "/gatherings/spring/day/"]
