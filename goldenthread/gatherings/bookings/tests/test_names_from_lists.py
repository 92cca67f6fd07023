"""On a list people stand by their surname; nobody is greeted so."""

import pytest

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.columns import guess
from goldenthread.gatherings.bookings.import_rows import wish_in
from goldenthread.kit import clock
from goldenthread.kit.spreadsheets import spreadsheet_of
from goldenthread.outbox.models import Email


def test_who_stands_on_a_list_by_their_surname_is_greeted_as_people_speak(room, now):
    keep_a_place(room, PlaceRequest("Dean, Cathy", "cathy@example.org"), now=now)
    chores.write_emails(clock.now())

    assert Email.objects.get().text.startswith("Hello Cathy Dean,")


@pytest.mark.parametrize("heading", ["Surname, First name", "Last name, first name", "SURNAME, Forename"])
def test_below_a_heading_that_turns_names_round_they_are_turned_back(heading):
    sheet = spreadsheet_of("list.csv", [(1, [heading, "Notes"]), (2, ["Peel Jones, Ann", ""])])

    assert wish_in(sheet.rows[0], guess(sheet), "en-gb", {}).name == "Ann Peel Jones"
