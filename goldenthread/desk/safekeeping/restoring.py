import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from goldenthread import __version__
from goldenthread.desk.open_house import InUse, open_house
from goldenthread.desk.safekeeping.backing_up import back_up, sync
from goldenthread.desk.safekeeping.databases import copyist
from goldenthread.desk.safekeeping.packing import unpack
from goldenthread.desk.safekeeping.wishes_since import do_them_again, remember_to_do
from goldenthread.desk.sorry import Sorry
from goldenthread.kit.models import House


def restore(parcel: Path, *, replace: bool, now: datetime) -> Path | None:
    """Bring a house back. Returns where the house that stood here before was put, if there was one."""
    try:
        with open_house(settings.DATA_DIR, alone=True), tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as name:
            place = Path(name)
            _refuse_from_the_future(unpack(parcel, place))
            if not (place / copyist().part).exists():
                raise Sorry("this backup was made on another kind of database. Set DATABASE_URL to the same kind.")
            kept = _set_aside(now, replace=replace)
            copyist().check(place / copyist().part)
            remember_to_do()
            copyist().bring_back(place / copyist().part)
            _bring_back_files(place)
            do_them_again()
            return kept
    except InUse as in_use:
        raise Sorry("the site is open. Close it first, then restore.") from in_use


def _refuse_from_the_future(label: dict[str, Any]) -> None:
    if _comparable(label["golden_thread"]) > _comparable(__version__):
        raise Sorry(f"this backup comes from Golden Thread {label['golden_thread']}, and this is {__version__}.")


def _comparable(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _set_aside(now: datetime, *, replace: bool) -> Path | None:
    founded = House._meta.db_table in connection.introspection.table_names() and House.objects.exists()
    if not founded:
        return None
    if not replace:
        raise Sorry("there is a site here already. To put it aside and restore all the same, add --replace.")
    kept: Path = settings.DATA_DIR / "backups" / f"before-restore-{now:%Y-%m-%d-%H%M%S}.tar"
    back_up(kept)
    return kept


def _bring_back_files(place: Path) -> None:
    """The key only if it was in the backup: without it, one is given in the environment."""
    if (place / "secret.key").exists():
        (place / "secret.key").chmod(0o600)
        (place / "secret.key").replace(settings.DATA_DIR / "secret.key")
    files: Path = settings.DATA_DIR / "files"
    shutil.rmtree(files, ignore_errors=True)
    if (place / "files").exists():
        (place / "files").replace(files)
    sync(settings.DATA_DIR)
