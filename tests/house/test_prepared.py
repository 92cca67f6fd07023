"""A house to copy is made once for all workers, and goes with the last of them."""

import pytest

from tests.journeys.houses import House
from tests.prepared import one_for_all


@pytest.fixture
def made():
    return []


@pytest.fixture
def make(made):
    def make(place):
        made.append(House(place / "folder"))
        made[-1].folder.mkdir()
        return made[-1]

    return make


def test_the_second_worker_finds_the_house_of_the_first(tmp_path, make, made):
    with one_for_all(tmp_path, "gw0", make) as first, one_for_all(tmp_path, "gw1", make) as second:
        assert first.folder == second.folder

    assert len(made) == 1


def test_it_stays_until_the_last_one_has_left(tmp_path, make):
    with one_for_all(tmp_path, "gw1", make) as house:
        with one_for_all(tmp_path, "gw0", make):
            pass

        assert house.folder.exists()

    assert not house.folder.exists()


def test_who_comes_after_all_have_left_makes_another(tmp_path, make, made):
    with one_for_all(tmp_path, "gw0", make):
        pass
    with one_for_all(tmp_path, "gw1", make):
        pass

    assert len(made) == 2
