"""A name that somebody typed for an address, and nobody has confirmed, stands nowhere: not on a list, a table, a wall or a screen."""

import pytest

from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.models import Seat, Table

VERSION = "/gatherings/spring/tables/versions/1/"
PAGES = [
    VERSION,
    *(f"{VERSION}paper/{kind}/" for kind in ("wall", "tables", "slips", "labels")),
    f"{VERSION}seats/{{seat}}/",
    "/gatherings/spring/tables/",
    "/gatherings/spring/tables/list/1/",
    "/gatherings/spring/day/arrivals/",
    "/gatherings/spring/day/arrivals/{ben}/",
    "/gatherings/spring/day/slips/",
    "/gatherings/spring/day/slips/print/",
    "/gatherings/spring/day/screen/",
    "/gatherings/spring/day/of/{ann}/",
    "/gatherings/spring/day/of/{ann}/ticks/",
    "/gatherings/spring/booking/{ann}/tables/",
]


@pytest.fixture
def seated(sat, client, ada):
    """Ben is here and sits beside Ann; whether a stranger typed his name is not known yet."""
    Booking.objects.filter(pk=sat["Ben"].pk).update(name="Stinky B.", person=None, state="kept")
    Table.objects.filter(number=1).update(host=sat["Ben"])
    client.force_login(ada)
    return sat


@pytest.fixture
def at(seated):
    seat = Seat.objects.filter(booking=seated["Ben"]).earliest("pk")
    return lambda page: page.format(seat=seat.pk, ben=seated["Ben"].pk, ann=seated["Ann"].key)


@pytest.mark.parametrize("page", PAGES)
def test_a_name_that_nobody_confirmed_stands_nowhere(client, at, page):
    answer = client.get(at(page))

    assert (answer.status_code, "Stinky" in answer.content.decode()) == (200, False)


def test_one_that_is_confirmed_does(client, at, seated, now):
    """The control."""
    Booking.objects.filter(pk=seated["Ben"].pk).update(state="coming", confirmed_at=now)

    assert [page for page in PAGES if "Stinky" not in client.get(at(page)).content.decode()] == []
