from datetime import timedelta

import pytest

from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.booking_a_place import PlaceRequest, keep_a_place
from goldenthread.gatherings.bookings.importing import bring, look
from goldenthread.gatherings.bookings.models import Booking, Import, Owed, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.paper import put_down
from goldenthread.gatherings.bookings.taking_back import take_back
from goldenthread.people.models import Person

# As Excel saves it in Britain: Windows e-mails, a title, blank lines, two columns of names, a column of somebody’s own.
MESSY = (
    "Sign-ups for the spring day (from the office);;;;;\r\n"
    ";;;;;\r\n"
    "First name;Surname;E-mail address;Dietary / access needs;Notes;Paid?\r\n"
    "  Siân ;Môr;SIAN@example.org ;No nuts;Brings cake;x\r\n"
    ";;;;;\r\n"
    "Pat;Weir;;;;\r\n"
    "Siân;Môr;sian@example.org;;;\r\n"
    ";;lost@example.org;;;\r\n"
    "Tom;Ash;tom at example;;;\r\n"
    "pat;weir;;;;\r\n"
).encode("cp1252")


@pytest.fixture
def large_room(room, ada, now):
    open_booking(room, by=ada, now=now, places=20, until=None, confirm_hours=72, answer_hours=24)
    return room


@pytest.fixture
def bring_messy(large_room, ada, now):
    def bring_messy(once="once"):
        looked = look(large_room, "sign-ups.csv", MESSY, "en-gb")
        return bring(large_room, looked.file, looked.lines, once=once, now=now, by=ada)

    return bring_messy


def stands(gathering):
    return {booking.known_as: (booking.email, booking.state) for booking in gathering.bookings.select_related("person")}


def test_a_messy_list_is_read_and_nothing_is_written(large_room):
    looked = look(large_room, "sign-ups.csv", MESSY, "en-gb")

    assert [
        (line.number, line.wish.name, line.wish.email, line.wish.needs, line.wish.line) for line in looked.lines
    ] == [
        (4, "Siân Môr", "sian@example.org", "No nuts", "Brings cake"),
        (6, "Pat Weir", "", "", ""),
    ]
    assert (Booking.objects.count(), Person.objects.count(), Import.objects.count()) == (0, 1, 0)


def test_what_cannot_be_read_is_told_line_by_line(large_room):
    looked = look(large_room, "sign-ups.csv", MESSY, "en-gb")

    assert [(row.number, row.why) for row in looked.left_out] == [
        (7, "Siân Môr is already on the list."),
        (8, "There’s no name."),
        (9, "Tom Ash: “tom at example” is not an e-mail address."),
        (10, "pat weir is already on the list."),
    ]
    assert looked.columns.left_out == ("Paid?",)


@pytest.mark.parametrize("last", ["Total 24", "TOTAL: 24 people", "24", "Grand total", "Count", "Cyfanswm: 24"])
def test_a_total_below_the_names_is_nobody(large_room, last):
    looked = look(large_room, "list.csv", f"Name\nPat\nTotila Summers\n{last}\n".encode(), "en-gb")

    assert [line.wish.name for line in looked.lines] == ["Pat", "Totila Summers"]
    assert [(row.number, row.why) for row in looked.left_out] == [(4, f"“{last}” looks like a total, not a person.")]


def test_who_has_booked_already_is_left_out(large_room, now):
    keep_a_place(large_room, PlaceRequest(name="S.", email="sian@example.org"), now=now)

    looked = look(large_room, "sign-ups.csv", MESSY, "en-gb")

    assert [line.wish.name for line in looked.lines] == ["Pat Weir"]


def test_the_button_brings_them_and_nobody_is_written_to(bring_messy, large_room):
    bring_messy()

    assert stands(large_room) == {
        "Siân Môr": ("sian@example.org", State.EXPECTED),
        "Pat Weir": ("", State.COMING),
    }
    assert Owed.objects.count() == 0


def test_a_second_press_brings_nothing(bring_messy, large_room):
    first, second = bring_messy(), bring_messy()

    assert (first, large_room.bookings.count(), Person.objects.filter(name="Pat Weir").count()) == (second, 2, 1)


def test_who_booked_since_the_look_is_not_brought_twice(large_room, ada, now):
    looked = look(large_room, "sign-ups.csv", MESSY, "en-gb")
    keep_a_place(large_room, PlaceRequest(name="Siân", email="sian@example.org"), now=now)

    brought = bring(large_room, looked.file, looked.lines, once="once", now=now, by=ada)

    assert [line.booking.known_as for line in brought.lines.select_related("booking__person")] == ["Pat Weir"]


def test_who_does_not_fit_waits(room, ada, now):
    looked = look(room, "list.csv", b"Name\nAnn\nBen\nCat\nDot\n", "en-gb")

    bring(room, looked.file, looked.lines, once="once", now=now, by=ada)

    assert [state for _, state in stands(room).values()] == [State.COMING] * 3 + [State.WAITING]


def test_taking_it_back_leaves_nothing_of_it(bring_messy, large_room, ada, now):
    other = put_down(large_room, PlaceRequest(name="Quin"), now=now, by=ada)

    gone = take_back(bring_messy(), now=now, by=ada)

    assert gone == (2, 0)
    assert (list(Booking.objects.all()), Import.objects.count()) == ([other], 0)
    assert sorted(Person.objects.values_list("name", flat=True)) == ["Ada Foxglove", "Quin"]


def test_taking_it_back_leaves_those_who_acted_since(bring_messy, large_room, ada, now):
    brought = bring_messy()
    confirm(Booking.objects.get(email="sian@example.org"), now + timedelta(hours=1))

    assert take_back(brought, now=now, by=ada) == (1, 1)
    assert list(stands(large_room)) == ["Siân Môr"]


def test_taking_it_back_twice_takes_nothing_more(bring_messy, ada, now):
    brought = bring_messy()
    take_back(Import.objects.get(), now=now, by=ada)

    assert take_back(brought, now=now, by=ada) == (0, 0)


def test_taking_it_back_passes_the_places_on(room, ada, now, ask, stands):
    looked = look(room, "list.csv", b"Name\nPat\n", "en-gb")
    brought = bring(room, looked.file, looked.lines, once="once", now=now, by=ada)
    booked = {name: ask(name) for name in ["Ann", "Ben", "Cat"]}

    take_back(brought, now=now, by=ada)

    assert stands(booked) == {"Ann": State.KEPT, "Ben": State.KEPT, "Cat": State.OFFERED}


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ("Name,Organisation name", ("Name",)),
        ("Organisation name,Delegate", ("Delegate",)),
        ("Surname,First Name,e-mail", ("First Name", "Surname")),
        ("Name,Surname", ("Name", "Surname")),
        ("Last name,First names", ("First names", "Last name")),
        ("Full name,Surname", ("Full name",)),
        ("Enw,E-bost", ("Enw",)),
        ("Full Name,Supporter name", ("Full Name",)),
        ("E-mail,Town", ()),
    ],
)
def test_the_column_of_names_is_guessed_by_its_heading(room, headings, names):
    content = f"{headings}\nx{',' * headings.count(',')}\n".encode()

    assert look(room, "list.csv", content, "en-gb").columns.names == names
