"""Why people sit where they sit: in words that everybody may read."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.mixing.tables.explain.explaining import explain, for_everybody
from goldenthread.mixing.tables.explain.forcing import priced
from goldenthread.mixing.tables.instance.least_repeats import evenly, least_repeats, most_rounds_without_repeats
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Table, Tally, Tie

PEOPLE = (
    Guest("Ann", "health", familiar=True),
    Guest("Bo", "justice", familiar=False),
    Guest("Cy", "health", familiar=True),
    Guest("Di", "arts", familiar=False),
)
EVENING = Instance(
    rounds=2,
    people=PEOPLE,
    tables=(Table("Table 1", 2, 2), Table("Table 2", 2, 2)),
    hosts=(Host("Ann", "Table 1"),),
    together=(frozenset({"Cy", "Di"}),),
    ties=(Tie("Ann", "Bo"),),
)
PLAN = Plan(((("Ann", "Bo"), ("Cy", "Di")), (("Ann", "Bo"), ("Cy", "Di"))))
TALLY = Tally(repeats=1, tie_cost=2, fewest_new_faces=0.5, usual_new_faces=0.75)

SECRET = replace(
    EVENING,
    people=tuple(replace(guest, lived=True, needs=frozenset({"hearing loop"})) for guest in PEOPLE),
    tables=tuple(replace(table, features=frozenset({"hearing loop"})) for table in EVENING.tables),
    apart=(frozenset({"Ann", "Cy"}), frozenset({"Bo", "Di"})),
)


def test_it_says_for_each_person_why_they_sit_there():
    said = {(seat.round, seat.person): seat.because for seat in explain(EVENING, PLAN, TALLY).seats}

    assert said[0, "Ann"] == ("hosts this table", "can meet 1 newcomer", "meets 1 other sector", "sees 1 new face")
    assert said[1, "Bo"] == (
        "is new, and sits with Ann, who knows the practice",
        "meets 1 other sector",
        "sees 0 new faces",
    )
    assert said[0, "Cy"][0] == "stays with Di"


def test_it_says_for_each_table_who_is_there():
    assert [table.because for table in explain(EVENING, PLAN, TALLY).tables][2] == (
        "2 people.",
        "Ann hosts.",
        "2 sectors are here.",
        "1 newcomer and 1 who know the practice.",
        "1 pair met in an earlier round.",
    )


def test_it_says_what_was_met_and_what_was_not():
    assert explain(EVENING, PLAN, TALLY).in_short().splitlines() == [
        "Everybody has one seat in each round in which they are there.",
        "Every host who is there is at their table.",
        "Those who asked to stay together do.",
        "Every newcomer sits with somebody who knows the practice.",
        "The sectors are spread as evenly as possible.",
        "Once, two people who have already met sit together again.",
        "2 times, people who already know each other sit together.",
        (
            "On average, 75 in 100 of the people somebody sits with are new to them."
            " For the person with the fewest new faces, it’s 50 in 100."
        ),
    ]


def test_it_says_of_how_many_it_knows_a_sector_and_who_is_new():
    people = (*PEOPLE[:-1], replace(PEOPLE[-1], sector=None, familiar=None))

    short = explain(replace(EVENING, people=people), PLAN, TALLY).in_short()

    assert "We know the experience of 3 of 4 people. Every newcomer" in short
    assert "We know the sector of 3 of 4 people. The sectors are spread" in short


def test_it_says_when_no_plan_can_do_better():
    pairs = Instance(4, PEOPLE, (Table("Table 1", 2, 2), Table("Table 2", 2, 2)))

    words = explain(pairs, PLAN, replace(TALLY, repeats=3)).unmet[0].in_words

    assert words == "3 times, two people who have already met sit together again. No plan can have fewer than 2."


def test_the_whole_text_names_each_table_and_person():
    text = explain(EVENING, PLAN, TALLY).as_text(str.upper)

    assert "\nRound 2, Table 1: 2 people. " in text
    assert (
        "\n  BO is new, and sits with Ann, who knows the practice, meets 1 other sector and sees 0 new faces.\n" in text
    )


def test_wishes_to_sit_apart_needs_and_lived_experience_leave_no_trace():
    with_secrets, without = explain(SECRET, PLAN, TALLY), explain(EVENING, PLAN, TALLY)

    assert (with_secrets, with_secrets.as_text()) == (without, without.as_text())


def test_the_secrets_above_would_be_seen_if_they_were_told():
    # The control: the two gatherings do differ, and only in what is taken away.
    assert SECRET != EVENING
    assert for_everybody(SECRET) == for_everybody(EVENING)


@pytest.mark.parametrize(
    ("forced", "words"),
    [
        (Tally(repeats=0, orphans=2), "It can be avoided altogether, at the price of 2 more newcomers’ tables alone."),
        (Tally(repeats=0, hard=1), "We found no plan with fewer."),
        (Tally(repeats=1), "We found no plan with fewer."),
        (Tally(repeats=0), "It can be avoided altogether, at no price that we know of: mix for longer."),
    ],
)
def test_it_says_what_forcing_would_cost(forced, words):
    repeats = priced(explain(EVENING, PLAN, TALLY), EVENING, TALLY, lambda _: forced).unmet[0]

    assert repeats.to_force_it == words


def test_what_is_the_least_already_is_not_forced():
    pairs = Instance(4, PEOPLE, (Table("Table 1", 2, 2), Table("Table 2", 2, 2)))
    tally = replace(TALLY, repeats=2)

    repeats = priced(explain(pairs, PLAN, tally), pairs, tally, lambda _: pytest.fail("it was mixed again")).unmet[0]

    assert repeats.to_force_it == "Nothing would change that."


# ---- what no plan can do better ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "tables", "rounds"),
    [(32, 8, 10), (15, 5, 7), (64, 8, 9), (12, 3, 1), (4, 2, 3), (5, 5, None), (20, 4, 1), (8, 2, 1)],
)
def test_so_many_rounds_at_most_are_without_repeats(people, tables, rounds):
    assert most_rounds_without_repeats(people, tables) == rounds


def test_more_people_at_a_table_than_tables_meet_again_in_the_second_round():
    twelve = Instance(2, tuple(Guest(str(n)) for n in range(12)), tuple(Table(f"t{n}", 4, 4) for n in range(3)))

    assert least_repeats(twelve) == 3


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_plan_has_fewer_repeats_than_the_least(data):
    ids = "abcdefgh"[: data.draw(st.integers(2, 8))]
    rounds, tables = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 3))
    seats = st.lists(st.integers(-1, tables - 1), min_size=rounds, max_size=rounds)
    where = {person: data.draw(seats) for person in ids}
    couples = data.draw(st.sampled_from([(), (frozenset(ids[:2]),)]))
    people = tuple(Guest(one, present=frozenset(r for r in range(rounds) if where[one][r] >= 0)) for one in ids)
    where |= (
        {ids[1]: [where[ids[0]][r] if here >= 0 <= where[ids[0]][r] else here for r, here in enumerate(where[ids[1]])]}
        if couples
        else {}
    )

    meetings = [
        sum(a == b >= 0 for a, b in zip(where[one], where[other], strict=True))
        for one, other in combinations(ids, 2)
        if frozenset((one, other)) not in couples
    ]

    instance = Instance(rounds, people, tuple(Table(f"t{n}") for n in range(tables)), together=couples)
    assert least_repeats(instance) <= sum(evenly(times, 1) for times in meetings)
