"""A facilitator's sheet, as messy as they come."""

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.sheet import cell_values
from goldenthread.mixing.sheet.answers import Answers
from goldenthread.mixing.sheet.cell_values import Unclear
from goldenthread.mixing.sheet.columns import is_heading
from goldenthread.mixing.sheet.people import gathered
from goldenthread.mixing.sheet.room import Room, features
from goldenthread.mixing.tables.instance.values import Guest, Host, Table

MESSY = """Who comes to the spring gathering;;;;;;;;;;
;;;;;;;;;;
 Full  name ;Organisation?;Practising?;Lived experience;Access needs;Keep apart from;Sits with;Host;Rounds;E-mail;Note
Zoë Ó Faoláin;health;x;YES;step-free, hearing loop;;;Table 2;;zoe@example.org;=1+1
Bo  Berg ;justice;;;none;Ida;;;1-2;;
;;;;;;;;;;
Bo Berg;arts;new;yes;;;zoë ó faoláin;;not 1;bo@example.org;
Ida Lund;arts;no;No;-;BO BERG (justice);;x;;;
"""


def asked(text: str, room: Room | None = None, answers: Answers | None = None):
    sheet = read("people.csv", text.encode("cp1252"), is_heading)
    return gathered("people.csv", sheet, room or Room(3, 2), answers or Answers())


def test_a_messy_sheet_is_understood():
    found = asked(MESSY)

    assert found.instance.people == (
        Guest("Zoë Ó Faoláin", "health", familiar=True, lived=True, needs=frozenset({"step free", "hearing loop"})),
        Guest("Bo Berg (justice)", "justice", present=frozenset({0, 1})),
        Guest("Bo Berg (arts)", "arts", familiar=False, lived=True, present=frozenset({1, 2})),
        Guest("Ida Lund", "arts", familiar=False),
    )
    assert found.instance.apart == (frozenset({"Bo Berg (justice)", "Ida Lund"}),)
    assert found.instance.together == (frozenset({"Bo Berg (arts)", "Zoë Ó Faoláin"}),)
    assert found.instance.hosts == (Host("Zoë Ó Faoláin", "Table 2"), Host("Ida Lund", "Table 1"))


def test_a_role_and_a_region_are_read_however_they_are_spelled():
    people = asked("Name;Sector;Job title;Region\nAnn;Health;Ward-manager;Wales\nBo;;ward MANAGER;\n").instance.people

    assert people == (
        Guest("Ann", "health", role="ward manager", region="wales"),
        Guest("Bo", role="ward manager"),
    )


def test_only_columns_that_were_chosen_are_kept():
    chosen = Answers(printed=("Note",))

    assert asked(MESSY).kept["Zoë Ó Faoláin"] == {}
    assert asked(MESSY, answers=chosen).kept["Zoë Ó Faoláin"] == {"Note": "=1+1"}


def test_the_facilitator_is_told_what_was_assumed():
    assert asked(MESSY).notes == (
        "Several people share a name. We tell them apart as Bo Berg (justice), Bo Berg (arts).",
        "Every table is taken to suit every need. If only some do, say so: --features “step-free: 1, 2”.",
        (
            "We read “Full name” as name, “Organisation?” as sector, “Practising?” as familiar, “Lived experience” as lived, "
            "“Access needs” as needs, “Keep apart from” as apart, “Sits with” as together, “Rounds” as present."
        ),
        "Neither used nor printed: “E-mail”, “Note”. To print a column as it is: --print “E-mail”.",
    )


def test_first_and_last_names_are_put_together():
    found = asked("Surname,First name\nBerg,Bo\nLund,Ida\n", Room(1, 2))

    assert [guest.id for guest in found.instance.people] == ["Bo Berg", "Ida Lund"]


def test_a_column_that_is_itself_a_need_counts_by_its_heading():
    found = asked("Name,Step-free,Other needs\nBo,x,\nIda,no,quiet corner\n", Room(1, 2))

    assert [guest.needs for guest in found.instance.people] == [frozenset({"step free"}), frozenset({"quiet corner"})]


def test_a_column_for_newcomers_asks_the_other_way_round():
    found = asked("Name,Newcomer\nBo,x\nIda,no\nCy,\n", Room(1, 3))

    assert [guest.familiar for guest in found.instance.people] == [False, True, None]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("", None),
        ("all", None),
        ("x", None),
        ("no", frozenset()),
        ("0", frozenset()),
        ("1", frozenset({0})),
        ("1-3", frozenset({0, 1, 2})),
        ("1 – 3", frozenset({0, 1, 2})),
        ("1, 2 and 4", frozenset({0, 1, 3})),
        ("Round 2", frozenset({1})),
        ("rounds 2 3", frozenset({1, 2})),
        ("not 2", frozenset({0, 2, 3})),
        ("all but 1 and 2", frozenset({2, 3})),
        ("from 3", frozenset({2, 3})),
        ("until 2", frozenset({0, 1})),
        ("before 2", frozenset({0})),
        ("1-4", None),
    ],
)
def test_rounds_are_understood(text, rounds):
    assert cell_values.rounds(text, 4) == rounds


def test_who_sits_out_a_round_is_there_in_the_others():
    found = asked("Name,Present,Sits out\nBo,,2\nIda,1-2,2\nCy,,\nDee,,yes\n", Room(3, 2))

    assert [guest.present for guest in found.instance.people] == [{0, 2}, {0}, None, set()]


@pytest.mark.parametrize("text", ["5", "3-1", "mornings", "from", "1-", "-"])
def test_rounds_that_are_not_clear_are_asked_about(text):
    with pytest.raises(Unclear):
        cell_values.rounds(text, 4)


UNCLEAR = {
    "Name,Lived\nBo,yes\nIda,perhaps\n": "people.csv, line 3, Lived: “perhaps” is neither yes nor no.",
    "Name,Apart\nBo,Eve\nIda,\n": "people.csv, line 2, Apart: there is nobody called “Eve” in the list of names.",
    "Name,Apart,With\nBo,Eve; Ida\nIda,Cy\n": "people.csv, line 2, Apart: there is nobody called “Eve” in the list of names.\n"
    "people.csv, line 3, Apart: there is nobody called “Cy” in the list of names.",
    "Name,Apart\nBo,Bo\nIda,\n": "people.csv, line 2, Apart: it names Bo themselves.",
    "Name,Sector,Apart\nBo,a,\nBo,b,\nIda,c,Bo\n": "people.csv, line 4, Apart: “Bo” could be Bo (a) or Bo (b).",
    "Name,Present\nBo,9\nIda,\n": "people.csv, line 2, Present: “9” does not say which of the 1 rounds (write 1-3, or 1, 2, or not 2).",
    "Name,Host\nBo,7\nIda,\n": "people.csv, line 2, Host: there is no table 7, only 1.",
    "Name,Host\nBo,x\nIda,x\n": "people.csv, line 3, Host: there is 1 table, and each has its host.",
    "Colour\nBo\n": "people.csv has no column of names. Please call one of its columns “Name”.",
    "Name\nBo\n": "people.csv names fewer than two people.",
}


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_unclear_is_asked_about_with_line_and_column(text):
    with pytest.raises(Unreadable) as refused:
        asked(text, Room(1, 8))

    assert str(refused.value) == UNCLEAR[text]


def test_tables_are_as_many_as_the_fullest_round_needs():
    found = asked("Name,Rounds\n" + "".join(f"P{n},{'1' if n > 8 else ''}\n" for n in range(10)), Room(2, 4))

    assert found.instance.tables == tuple(Table(f"Table {n}", 2, 4) for n in (1, 2, 3))


def test_a_table_offers_what_it_is_said_to_offer():
    room = Room(1, 1, features=features("step-free: 1, 2; Hearing loop: 2"))

    found = asked("Name,Needs\nBo,step free\nIda,\nCy,\n", Room(1, 2, 3, room.features))

    assert [table.features for table in found.instance.tables] == [
        frozenset({"step free"}),
        frozenset({"step free", "hearing loop"}),
        frozenset(),
    ]


def test_a_host_who_needs_something_gets_a_table_that_has_it():
    room = Room(1, 2, 2, features("step-free: 1"))

    found = asked("Name,Needs,Host\nBo,,x\nIda,step-free,x\nCy,,\n", room)

    assert set(found.instance.hosts) == {Host("Bo", "Table 2"), Host("Ida", "Table 1")}
