"""Every personal field has a purpose and a time, and the program itself forgets."""

from collections import Counter

from django.utils.module_loading import import_string

from goldenthread.kit.keeping import everything_kept, personal_fields
from goldenthread.kit.keeping_page import page
from tests.house.tree import ROOT


def test_every_personal_field_has_a_purpose_and_a_time():
    listed = {name for kept in everything_kept() for name in kept.names()}

    assert personal_fields() - listed == set()


def test_nothing_is_listed_that_does_not_exist():
    listed = {name for kept in everything_kept() for name in kept.names()}

    assert {name for name in listed - personal_fields() if name not in BESIDE} == set()


def test_nothing_is_listed_twice():
    listed = Counter(name for kept in everything_kept() for name in kept.names())

    assert [name for name, times in listed.items() if times > 1] == []


def test_the_program_itself_forgets():
    assert all(callable(import_string(kept.until.carried_out_by)) for kept in everything_kept())


def test_the_page_says_what_the_rooms_say():
    assert (ROOT / "docs" / "keeping.md").read_text() == page()


# A session leads to a person only inside its sealed data, where no walk of tables finds it.
BESIDE = {"sessions.Session.session_key", "sessions.Session.session_data", "sessions.Session.expire_date"}
