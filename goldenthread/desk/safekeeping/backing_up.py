import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from goldenthread.desk.safekeeping.databases import copyist
from goldenthread.desk.safekeeping.packing import pack, unpack
from goldenthread.desk.sorry import Sorry


def back_up(target: Path) -> None:
    """Put database, files and secret key into one new file, read it back, and only then give it its name."""
    if target.exists():
        raise Sorry(f"{target} is there already. Choose another name.")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
        place = Path(name)
        draft = place / "draft.tar"
        pack(draft, _contents(place))
        _read_back(draft, place / "read")
        sync(draft)
        draft.rename(target)
    sync(target.parent)


def sync(path: Path) -> None:
    """Until the disk says that it has it: a file, or a folder with the names in it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _contents(place: Path) -> Iterator[tuple[str, Path]]:
    # The database first, so that every file that it speaks of is there when we come to the files.
    database = place / copyist().part
    copyist().copy_to(database)
    yield database.name, database
    if (key := settings.DATA_DIR / "secret.key").exists():
        yield key.name, key
    files = settings.DATA_DIR / "files"
    for file in sorted(path for path in files.rglob("*") if path.is_file()):
        yield f"files/{file.relative_to(files)}", file


def _read_back(draft: Path, place: Path) -> None:
    unpack(draft, place)
    copyist().check(place / copyist().part)
