"""A refusal stands for one address, one kind and one thing, and is written where no backup can lose it, or not at all."""

import pytest

from goldenthread.kit import wishes
from goldenthread.outbox.models import Refusal

LAUNCH, OTHER = "plan.gathering:12", "plan.gathering:13"
EVE = ("eve@example.org", "news", LAUNCH)
NEAR_EVE = [
    ("flo@example.org", "news", LAUNCH),
    ("eve@example.org", "circular", LAUNCH),
    ("eve@example.org", "news", OTHER),
]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _book(settings, tmp_path):
    """A book of wishes of this test's own."""
    settings.DATA_DIR = tmp_path


@pytest.fixture
def no_book(settings, tmp_path):
    """From here on, nothing can be written down."""

    def closes():
        settings.DATA_DIR = tmp_path / "nowhere"

    return closes


def written_down():
    return [wish for wish, *_matter in wishes.all_of_them()]


def refuse(*matters):
    for matter in matters:
        Refusal.of(*matter).declare()


def standing():
    return [Refusal.objects.stands(*matter) for matter in (EVE, *NEAR_EVE)]


def test_it_stands_for_nothing_but_what_was_refused():
    refuse(EVE)

    assert [Refusal.of(*matter).already_stands for matter in (EVE, *NEAR_EVE)] == [True, False, False, False]


def test_to_be_welcome_again_takes_back_nothing_else():
    refuse(EVE, *NEAR_EVE)

    Refusal.of(*EVE).withdraw()

    assert (standing(), written_down()) == ([False, True, True, True], ["fewer"] * 4 + ["again"])


def test_a_wish_from_after_the_backup_takes_back_nothing_else():
    refuse(EVE, *NEAR_EVE)

    Refusal.take_up("again", wishes.unreadable(EVE[0]), *EVE[1:])

    assert standing() == [False, True, True, True]


def test_who_asks_anew_is_welcome_again():
    refuse(EVE)

    Refusal.withdraw_of(*EVE)

    assert (standing()[0], written_down()) == (False, ["fewer", "again"])


def test_who_refused_nothing_and_asks_anew_writes_no_line():
    Refusal.withdraw_of(*EVE)

    assert written_down() == []


def test_among_many_it_is_read_for_whom_it_stands():
    refuse(EVE, ("flo@example.org", "circular", LAUNCH), ("gus@example.org", "news", OTHER))
    refuse(("hal@example.org", "news", LAUNCH))

    standing = Refusal.objects.among([f"{name}@example.org" for name in ("eve", "flo", "gus")], "news", LAUNCH)

    assert standing == {"eve@example.org"}


def test_for_all_who_left_a_list_it_is_written_down_once():
    refuse(EVE)

    Refusal.declare_each(["eve@example.org", "flo@example.org"], "news", LAUNCH)

    assert (Refusal.objects.count(), written_down()) == (2, ["fewer", "fewer"])
    assert list(wishes.all_of_them())[1] == ["fewer", wishes.unreadable("flo@example.org"), "news", LAUNCH]


@pytest.mark.parametrize(
    "act", [lambda: Refusal.of(*NEAR_EVE[0]).declare(), lambda: Refusal.declare_each(["flo@example.org"], *EVE[1:])]
)
def test_what_cannot_be_written_down_is_not_refused(act, no_book):
    no_book()

    with pytest.raises(FileNotFoundError):
        act()

    assert Refusal.objects.count() == 0


def test_what_cannot_be_written_down_is_not_taken_back(no_book):
    refuse(EVE)
    no_book()

    with pytest.raises(FileNotFoundError):
        Refusal.of(*EVE).withdraw()

    assert standing()[0] is True
