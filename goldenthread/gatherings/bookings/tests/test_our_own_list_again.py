"""Our own list, read again: no column of it is lost, in whichever language it was written."""

import pytest
from django.utils import translation

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.importing import look
from goldenthread.gatherings.bookings.listing import as_file
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.plan.models import Gathering

NEEDS, LINE = "No stairs, please.\nVegan", "=I bring “cake”; and tea"


@pytest.fixture
def guests(room, ada, now):
    """With everything that a list tells: a supporter by name, one without, a name on paper, and one who waits."""
    room.places = 5
    Gathering.objects.filter(pk=room.pk).update(places=5)
    # They have said that it is them: what nobody confirmed is on no list.
    ann = keep_a_place(
        room,
        PlaceRequest("Ann", "ann@example.org", supporter="Mo", has_supporter=True, needs=NEEDS, line=LINE),
        now=now,
    )
    cat = keep_a_place(room, PlaceRequest("Cat", "cat@example.org", has_supporter=True), now=now)
    put_down(room, PlaceRequest("Pat"), now=now, by=ada)
    abe = keep_a_place(room, PlaceRequest("Abe", "abe@example.org", line="Late"), now=now)
    for booking in (ann, cat, abe):
        confirm(booking, now)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("reader", ["en-gb", "cy"])
def test_every_column_comes_back(guests, room, ada, kind, language, reader):
    with translation.override(language):
        written, _type = as_file(room, kind)
    with translation.override(reader):
        looked = look(Gathering.begin("Another day", by=ada), f"list.{kind}", written, "en-gb")

    assert (looked.left_out, looked.columns.left_out) == ([], ())
    # Abe waited, so he comes last, though he stands first.
    assert [line.wish for line in looked.lines] == [
        PlaceRequest(
            "Ann",
            "ann@example.org",
            supporter="Mo",
            has_supporter=True,
            needs=NEEDS,
            line=LINE,
        ),
        PlaceRequest("Cat", "cat@example.org", has_supporter=True),
        PlaceRequest("Pat"),
        PlaceRequest("Abe", "abe@example.org", line="Late"),
    ]


def test_the_control_that_there_is_somebody_to_lose(guests):
    assert Booking.objects.count() == 4
