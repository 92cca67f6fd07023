"""Houses that are made once for all workers and then copied, because a first start takes seconds."""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.houses import House


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Path]:
    """Folders that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return lambda name: (own if worker_id == "master" else own.parent) / f"prepared-{name}"


@pytest.fixture(scope="session")
def house_to_copy(shared: Callable[[str], Path], worker_id: str) -> Iterator[House]:
    """All its tables are there, and nobody has founded it."""
    with one_for_all(shared("migrated"), worker_id, migrated) as house:
        yield house


@pytest.fixture(scope="session")
def sample_house_to_copy(shared: Callable[[str], Path], worker_id: str, house_to_copy: House) -> Iterator[House]:
    with one_for_all(shared("sample"), worker_id, lambda place: as_a_sample(house_to_copy, place)) as house:
        yield house


def migrated(place: Path) -> House:
    house = House.empty(place)
    house.run("migrate")
    house.run("createcachetable")
    return house


def as_a_sample(empty: House, place: Path) -> House:
    house = empty.copied_to(place)
    house.open("--sample").close()
    return house


@contextmanager
def one_for_all(place: Path, worker: str, make: Callable[[Path], House]) -> Iterator[House]:
    """Whoever comes first makes it, and the others wait; the last one out pulls it down."""
    place.mkdir(exist_ok=True)
    kept, mine = place / "house.json", place / f"{worker}.here"
    with alone(place):
        if not kept.exists():
            made = make(place)
            kept.write_text(json.dumps({"folder": str(made.folder), "database": made.database}))
        mine.touch()
        row = json.loads(kept.read_text())
        house = House(Path(row["folder"]), row["database"])
    yield house
    with alone(place):
        mine.unlink()
        if not list(place.glob("*.here")):
            kept.unlink()
            house.pull_down()


@contextmanager
def alone(place: Path) -> Iterator[None]:
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
