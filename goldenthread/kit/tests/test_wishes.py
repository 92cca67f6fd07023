import stat

import pytest

from goldenthread.kit import wishes


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_an_empty_house_has_no_wishes():
    assert list(wishes.all_of_them()) == []


def test_wishes_are_kept_in_their_order_for_the_owner_of_the_house_only():
    wishes.write_down("gone", "a")
    wishes.write_down("fewer", "b", "news", "plan.gathering:1")

    assert list(wishes.all_of_them()) == [["gone", "a"], ["fewer", "b", "news", "plan.gathering:1"]]
    assert stat.S_IMODE(wishes.book().stat().st_mode) == 0o600


def test_a_torn_line_is_passed_over_and_spoils_no_other():
    wishes.write_down("gone", "a")
    with wishes.book().open("a") as book:
        book.write('\n["2026-11-24T20:00:00+00:00", "gone", "so')
    wishes.write_down("gone", "b")

    assert list(wishes.all_of_them()) == [["gone", "a"], ["gone", "b"]]


def test_one_address_is_one_however_it_is_typed():
    assert wishes.unreadable(" Ada@Example.org") == wishes.unreadable("ada@example.org")


def test_another_house_would_not_recognise_it(settings):
    digest = wishes.unreadable("ada@example.org")
    settings.SECRET_KEY = "of another house"

    assert wishes.unreadable("ada@example.org") != digest
