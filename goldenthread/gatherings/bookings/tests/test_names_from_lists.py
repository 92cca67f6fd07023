"""On a list people stand by their surname; nobody is greeted so."""

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.kit import clock
from goldenthread.outbox.models import Email


def test_who_stands_on_a_list_by_their_surname_is_greeted_as_people_speak(room, now):
    keep_a_place(room, PlaceRequest("Dean, Cathy", "cathy@example.org"), now=now)
    chores.write_emails(clock.now())

    assert Email.objects.get().text.startswith("Hello Cathy Dean,")
