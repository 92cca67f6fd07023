"""A house that was brought back from a backup in which the pages of one person are still apart."""

import pytest

from goldenthread.kit import wishes
from goldenthread.people.leaving import mark_of
from goldenthread.people.merging_people import JOINED, merge_again, merge_people, with_pages_joined
from goldenthread.people.models import Hat, Person


@pytest.fixture(autouse=True)
def _book_of_its_own(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def paper(home):
    page = Person.objects.create_person("Bo on paper")
    Hat.objects.create(person=page, sector="policy")
    return page


@pytest.fixture
def attic(home):
    page = Person.objects.create_person("Bo long ago", "attic@example.org")
    Hat.objects.create(person=page, sector="health")
    return page


def hats():
    return sorted(Hat.objects.values_list("person__name", "sector"))


def people():
    return set(Person.objects.values_list("name", flat=True))


def test_what_is_joined_is_written_down_so_that_both_are_recognised(bo, paper):
    marks = [mark_of(paper), mark_of(bo)]

    merge_people(bo, paper)

    assert list(wishes.all_of_them()) == [[JOINED, *marks]]


def test_both_become_one_again(bo, paper):
    merge_again([(mark_of(paper), mark_of(bo))])

    assert (hats(), people()) == ([(bo.name, "policy")], {bo.name})


def test_a_chain_ends_where_it_ended(bo, paper, attic):
    merge_again([(mark_of(attic), mark_of(paper)), (mark_of(paper), mark_of(bo))])

    assert (hats(), people()) == ([(bo.name, "health"), (bo.name, "policy")], {bo.name})


def test_a_page_that_is_no_more_is_passed_by(bo, paper):
    merge_again([(mark_of(paper), "younger than the backup"), ("younger than the backup", mark_of(bo))])

    assert (hats(), people()) == ([(bo.name, "policy")], {bo.name})


def test_where_the_page_that_stayed_is_younger_than_the_backup_the_other_is_kept(bo, paper):
    merge_again([(mark_of(paper), "younger than the backup")])

    assert (hats(), people()) == ([("Bo on paper", "policy")], {bo.name, "Bo on paper"})


def test_twice_is_once(bo, paper):
    joined = [(mark_of(paper), mark_of(bo))]

    merge_again(joined)
    merge_again(joined)

    assert (hats(), people()) == ([(bo.name, "policy")], {bo.name})


def test_nobody_else_is_joined(bo, paper, attic):
    merge_again([("somebody", "somebody else")])

    assert people() == {bo.name, "Bo on paper", "Bo long ago"}


def test_who_left_took_every_page_with_them():
    joined = [("attic", "paper"), ("paper", "bo"), ("cy on paper", "cy")]

    assert with_pages_joined({"bo"}, joined) == {"attic", "paper", "bo"}
