"""Every personal field has a purpose and a time, and the program itself forgets."""

from collections import Counter
from pkgutil import resolve_name

from django.apps import apps

from goldenthread.desk.duties import DUTIES
from goldenthread.kit.keeping_page import page
from goldenthread.kit.personal_fields import everything_kept, personal_fields
from tests.house.tree import ROOT


def test_every_personal_field_has_a_purpose_and_a_time():
    listed = {name for kept in everything_kept() for name in kept.names()}

    assert personal_fields() - listed == set()


def test_a_field_that_nobody_lists_would_be_noticed():
    assert "people.Person.pronouns" in personal_fields()
    assert "people.SignInLink.address" in personal_fields()
    assert "kit.House.name" not in personal_fields()


def test_nothing_is_listed_that_does_not_exist():
    existing = {
        f"{model._meta.label}.{field.name}" for model in apps.get_models() for field in model._meta.concrete_fields
    }

    assert {name for kept in everything_kept() for name in kept.names()} - existing == set()


def test_nothing_is_listed_twice():
    listed = Counter(name for kept in everything_kept() for name in kept.names())

    assert [name for name, times in listed.items() if times > 1] == []


def test_the_program_itself_forgets():
    assert all(callable(resolve_name(kept.until.carried_out_by)) for kept in everything_kept())


def test_the_page_says_what_the_rooms_say():
    assert (ROOT / "docs" / "keeping.md").read_text() == page()


def test_every_chore_that_forgets_is_one_of_the_workers_duties():
    promised = {kept.until.carried_out_by for kept in everything_kept() if ".chores." in kept.until.carried_out_by}
    done = {f"{duty.chore.__module__}.{duty.chore.__qualname__}" for duty in DUTIES}

    assert promised - done == set()
