"""On paper stands where people sit, and never why."""

import pytest

from goldenthread.gatherings.bookings.models import Booking, State
from goldenthread.gatherings.tables.label_sheets import label_sheet_of
from goldenthread.gatherings.tables.models import TableWish
from goldenthread.gatherings.tables.tables_on_paper import KINDS, paper
from goldenthread.people.models import Hat, Person


@pytest.fixture
def printed(browser, version):
    """All papers of the version, as one text."""

    def pages():
        return {kind: browser.get(f"{version.get_absolute_url()}paper/{kind}/").content.decode() for kind in KINDS}

    return pages


def test_everybody_stands_on_each_paper(printed, guests):
    pages = printed()

    assert [kind for kind in ("slips", "labels") for name in guests if f"{name} Weir" not in pages[kind]] == []
    assert [name for name in guests if f">{name}<" not in pages["tables"] or f"{name} Weir" in pages["tables"]] == []


def test_on_the_wall_stand_first_names_and_an_initial(printed, guests):
    wall = printed()["wall"]

    assert [name for name in guests if f">{name} W.<" not in wall] == []
    # Only the way to my own page, above everything, has a whole name.
    assert wall.count("Weir") == 0


def test_the_list_of_a_table_says_who_sits_there(version, at_table):
    rounds = at_table(version)
    listed = {
        (round_.number, table.number): set(names)
        for table, by_round in paper(version).by_table()
        for round_, names in by_round
    }

    assert listed == {(n, table): people for n, tables in rounds.items() for table, people in tables.items()}


def test_names_are_those_that_people_chose(printed, guests):
    Person.objects.filter(pk=guests["Ben"].person_id).update(chosen_name="Óscar Moon", pronouns="they/them")
    labels = printed()["labels"]

    assert ("Óscar Moon" in labels, "they/them" in labels, "Ben Weir" in labels) == (True, True, False)


def test_who_travels_with_somebody_has_a_slip_of_their_own(version, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(seats=2)
    ann = Booking.objects.get(pk=guests["Ann"].pk)
    ann.supporter = "Sue Reed"
    ann.save()
    tables = {
        somebody.name: [table for _round, table in somebody.tables_by_round] for somebody in paper(version).people
    }

    assert tables["Sue Reed"] == tables["Ann Weir"]


def test_whoever_does_not_come_any_more_is_not_printed(version, guests):
    Booking.objects.filter(pk=guests["Ann"].pk).update(state=State.CANCELLED)

    assert "Ann Weir" not in {somebody.name for somebody in paper(version).people}


def test_whoever_sits_out_has_no_table_then(mix_now, guests, browser):
    TableWish.objects.create(booking=guests["Ann"], sits_out=[2])
    version = mix_now()
    [ann] = [somebody for somebody in paper(version).people if somebody.name == "Ann Weir"]

    assert [table is None for _round, table in ann.tables_by_round] == [False, True, False]
    assert "–" in browser.get(f"{version.get_absolute_url()}paper/slips/").content.decode()


def test_nothing_printed_reveals_why(printed, guests):
    TableWish.objects.create(booking=guests["Ann"], apart="Zebedee", beside="Yolanda", features="quiet", stays_put=True)
    Booking.objects.filter(pk=guests["Ann"].pk).update(sectors=["criminal_justice"])
    ben = guests["Ben"]
    ben.needs, ben.line = "Xylophone-free.", "Waffle."
    ben.save()
    Hat.objects.create(person=ben.person, sector="policy", words="Vicar", audience="everyone")
    everything = "".join(printed().values())

    why = ["Zebedee", "Yolanda", "uiet", "riminal", "Xylophone", "Waffle", "Vicar", "olicy and", "wish"]
    assert [word for word in why if word in everything] == []


def test_what_is_not_mixed_is_not_printed(browser, guests, laid):
    browser.post("/gatherings/spring/tables/versions/")

    assert browser.get("/gatherings/spring/tables/versions/1/paper/wall/").status_code == 404


@pytest.mark.parametrize(
    ("chosen", "sheet"),
    [("us-letter", "letter-30"), ("a4", "a4-21"), ("letter-10", "letter-10"), ("a5", "a4-21"), (None, "a4-21")],
)
def test_labels_are_on_the_paper_that_was_chosen(chosen, sheet):
    assert label_sheet_of(chosen).name == sheet
