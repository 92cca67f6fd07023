"""Houses that are made once for each worker and then copied, because a first start takes seconds."""

from collections.abc import Iterator

import pytest

from tests.journeys.houses import House


@pytest.fixture(scope="session")
def house_to_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """All its tables are there, and nobody has founded it."""
    house = House.empty(tmp_path_factory.mktemp("migrated"))
    house.run("migrate")
    house.run("createcachetable")
    yield house
    house.pull_down()


@pytest.fixture(scope="session")
def sample_house_to_copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = House.empty(tmp_path_factory.mktemp("sample"))
    house.open("--sample").close()
    yield house
    house.pull_down()
