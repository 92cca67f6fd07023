"""Who met is written down from what took place, and taken back when it did not."""

from dataclasses import replace

import pytest
from django.utils import translation

from goldenthread.people.models import Person
from goldenthread.threads import in_words
from goldenthread.threads.meeting import everybody_with_everybody, they_met, they_met_at, unmeet
from goldenthread.threads.models import Encounter, OnePerson, Where, pair_of


def met():
    return Encounter.objects.pairs()


def test_those_who_sat_together_met(ada, bo, cy, spring_day, noon):
    they_met(everybody_with_everybody([cy, ada, bo]), where=spring_day, at=noon)

    assert met() == {pair_of(ada, bo), pair_of(ada, cy), pair_of(bo, cy)}
    assert {(e.where, e.at) for e in Encounter.objects.all()} == {(spring_day, noon)}


def test_twice_is_once_whoever_is_named_first(ada, bo, spring_day, noon):
    they_met([(ada, bo), (bo, ada)], where=spring_day, at=noon)
    they_met([(bo.pk, ada.pk)], where=spring_day, at=noon)

    assert Encounter.objects.count() == 1


def test_two_may_meet_again_in_another_round(ada, bo, spring_day, noon):
    they_met([(ada, bo)], where=spring_day, at=noon)
    they_met([(ada, bo)], where=replace(spring_day, round=2), at=noon)

    assert Encounter.objects.count() == 2


def test_many_tables_are_written_down_in_one_go(home, spring_day, noon, django_assert_max_num_queries):
    people = Person.objects.bulk_create(Person(name=f"Person {number}", password="!") for number in range(160))
    tables = [
        (replace(spring_day, table=f"{first}"), everybody_with_everybody(people[first : first + 8]))
        for first in range(0, 160, 8)
    ]

    with django_assert_max_num_queries(8):
        they_met_at(tables, at=noon)

    assert Encounter.objects.count() == 20 * 28


def test_whoever_left_meanwhile_is_left_out(ada, bo, cy, spring_day, noon):
    gone = cy.pk
    cy.delete()

    they_met(everybody_with_everybody([ada.pk, bo.pk, gone]), where=spring_day, at=noon)

    assert met() == {pair_of(ada, bo)}


def test_nobody_meets_themselves(ada, spring_day, noon):
    with pytest.raises(OnePerson):
        they_met([(ada, ada)], where=spring_day, at=noon)


def test_a_correction_takes_back_these_pairs_at_this_table_only(ada, bo, cy, spring_day, noon):
    second = replace(spring_day, round=2)
    they_met_at([(spring_day, [(ada, bo), (bo, cy)]), (second, [(ada, bo)])], at=noon)

    unmeet(spring_day, [(bo, ada)])

    assert set(Encounter.objects.values_list("one", "other", "round")) == {
        (*pair_of(bo, cy), 1),
        (*pair_of(ada, bo), 2),
    }


def test_a_table_that_never_met_is_taken_back_whole(ada, bo, cy, spring_day, autumn, noon):
    they_met_at([(spring_day, [(ada, bo), (bo, cy)]), (autumn, [(ada, cy)])], at=noon)

    unmeet(spring_day)

    assert met() == {pair_of(ada, cy)}


@pytest.mark.parametrize(("label", "words"), [("Table 3", "Bwrdd 3"), ("3", "bwrdd 3"), ("Oak", "Oak")])
def test_a_table_that_was_only_counted_is_called_in_the_readers_language(label, words):
    with translation.override("cy"):
        assert in_words.place(Where("gathering:1", "Gwanwyn", 0, label), None) == f"Gwanwyn, {words}"
