"""Instances, plans and past rounds in the checker's formats; what cannot be read is told with its line and field."""

import json

import pytest
from hypothesis import given, settings

from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.tables.input import reading
from goldenthread.mixing.tables.input.writing import instance_as_json, plan_as_json
from goldenthread.mixing.tables.instance.values import Guest, Host, Instance, Plan, Table, Tie, Weights
from goldenthread.mixing.tables.tests.test_impossible_by_trying import instances

TEXT = """{"rounds": 2, "name": "Spring",
 "people": [
  {"id": "ann", "sector": "health", "familiar": true, "lived": true, "needs": ["step-free"], "present": [0]},
  {"id": "bo", "familiar": false, "org": 3},
  {"id": "cy", "present": []}],
 "tables": [{"id": "t0", "min": 2, "max": 4, "features": ["step-free"], "open": [0]}, {"id": "t1"}],
 "hosts": [{"person": "bo", "table": "t0", "rounds": [0]}],
 "apart": [["ann", "bo"]], "together": [["bo", "cy"]],
 "ties": [["ann", "bo", 2], ["ann", "cy"], ["cy", "ann", 5]],
 "weights": {"repeat": 7, "hard": 1000},
 "home": [[0, 1]],
 "announced": {"rounds": [[["ann"], ["bo"]], []]}}
"""
SPRING = Instance(
    rounds=2,
    people=(
        Guest("ann", "health", familiar=True, lived=True, needs=frozenset({"step-free"}), present=frozenset({0})),
        Guest("bo", familiar=False),
        Guest("cy", present=frozenset()),
    ),
    tables=(Table("t0", 2, 4, frozenset({"step-free"}), frozenset({0})), Table("t1")),
    hosts=(Host("bo", "t0", frozenset({0})),),
    apart=(frozenset({"ann", "bo"}),),
    together=(frozenset({"bo", "cy"}),),
    ties=(Tie("ann", "bo", 2), Tie("cy", "ann", 5)),
    weights=Weights(repeat=7),
    home=((0, 1),),
    announced=((("ann",), ("bo",)), ((), ())),
    name="Spring",
)


def test_an_instance_is_read_as_the_checker_reads_it():
    assert reading.instance("spring.json", TEXT) == SPRING


def test_an_instance_that_is_written_is_read_again():
    assert reading.instance("spring.json", instance_as_json(SPRING)) == SPRING


@settings(max_examples=50, deadline=None)
@given(instances())
def test_any_instance_keeps_its_people_and_tables(instance):
    again = reading.instance("any.json", instance_as_json(instance))

    assert (again.people, again.tables, again.hosts) == (instance.people, instance.tables, instance.hosts)


def test_a_plan_has_each_round_on_its_own_line():
    plan = Plan(((("ann",), ("bo",)), ((), ("cy", "bo"))))

    assert plan_as_json(plan) == '{"rounds": [\n  [["ann"], ["bo"]],\n  [[], ["cy", "bo"]]\n]}\n'.replace("\n]", "]")


def test_a_plan_that_is_written_is_read_again():
    plan = Plan(((("ann",), ("bo",)), ((), ("cy", "bo"))))

    assert reading.plan("plan.json", plan_as_json(plan), SPRING) == plan


@pytest.mark.parametrize("text", ['{"rounds": [[["ann"], ["bo"]]]}', '[[["ann"], ["bo"]]]'])
def test_past_rounds_are_fewer(text):
    assert reading.past("past.json", text, SPRING).past == ((("ann",), ("bo",)),)


def test_past_rounds_may_say_what_was_announced():
    text = '{"rounds": [], "announced": [[["bo"]]]}'

    assert reading.past("past.json", text, SPRING).announced == ((("bo",), ()),)


WRONG = {
    '"rounds": 2': ('"rounds": 0', "line 1, field rounds: this should be a whole number from 1 to 1000"),
    '"rounds": 2,': ('"round": 2,', "line 1: the field “rounds” is missing"),
    '{"id": "t1"}': ('{"id": "t0"}', "line 6, field tables[1]: the id “t0” is already taken"),
    '"familiar": true': ('"familiar": "yes"', "line 3, field people[0].familiar: this should be true or false"),
    '{"id": "bo", "familiar"': (
        '{"familiar"',
        "line 4, field people[1]: the field “id” is missing",
    ),
    '"id": "bo"': ('"id": "\\ud83d"', "line 4, field people[1].id: this holds half of a character"),
    '"present": [0]}': (
        '"present": [2]}',
        "line 3, field people[0].present[0]: this should be a whole number from 0 to 1",
    ),
    '"max": 4': ('"max": 1', "line 6, field tables[0]: its “min” (2) is larger than its “max” (1)"),
    '"table": "t0"': ('"table": "t9"', "line 7, field hosts[0].table: there is no table “t9”"),
    '[["ann", "bo"]], "tog': ('[["ann", "eve"]], "tog', "line 8, field apart[0][1]: there is no person “eve”"),
    '[["bo", "cy"]]': ('[["bo", "bo"]]', "line 8, field together[0]: this should name two people or more, each once"),
    '["ann", "cy"]': ('["ann", "cy", 0.5]', "line 9, field ties[1][2]: this should be a whole number from 1"),
    '"repeat": 7': ('"repeat": -1', "line 10, field weights.repeat: this should be a number, 0 or more"),
    "[[0, 1]]": ("[0, 1]", "line 11, field home[0]: this should be a list in [brackets]"),
    '[["ann"], ["bo"]]': ('[["ann"], ["ann"]]', "line 12, field announced.rounds[0]: “ann” sits twice in this round"),
    '["ann"], ["bo"]]': ('["ann"], ["bo"], []]', "line 12, field announced.rounds[0]: this round has 3 tables"),
    '"health"': ("NaN", ": NaN is not a number that can be counted with"),
    '"people": [': ('"people": [,', "line 2: this is not JSON"),
    '"hard": 1000': ('"hard": 1000, "repeat": "much"', "line 10, field weights.repeat: this should be a number"),
}


@pytest.mark.parametrize("right", WRONG)
def test_what_is_wrong_is_told_with_line_and_field(right):
    wrong, sentence = WRONG[right]

    with pytest.raises(Unreadable) as refused:
        reading.instance("spring.json", TEXT.replace(right, wrong, 1))

    assert str(refused.value).startswith(f"spring.json{'' if sentence.startswith(':') else ', '}{sentence}")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[" * 100_000, "past.json: lists are nested too deeply."),
        ("[[], [], []]", "past.json holds 3 rounds, but there are only 2."),
        ('[\n[["eve"]]]', "past.json, line 2, field [0][0][0]: there is no person “eve”."),
        ('"ann"', "past.json, line 1: this should be an object in {braces}."),
    ],
)
def test_past_rounds_that_cannot_be_are_refused(text, sentence):
    with pytest.raises(Unreadable) as refused:
        reading.past("past.json", text, SPRING)

    assert str(refused.value) == sentence


def test_the_checkers_own_generator_may_say_how_many_gatherings_are_past():
    assert reading.instance("spring.json", json.dumps(json.loads(TEXT) | {"past": 2})) == SPRING
