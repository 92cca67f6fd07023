"""python -m bench.every_page FOLDER [HOUSE]: writes every page and e-mail of the sample at the five stands of its clock into FOLDER.

With HOUSE, a folder that an earlier call made (FOLDER/house), the same sample is walked through again by another tree.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from bench.every_page.asking import ROLES, Visitor, emails, newest_email
from bench.every_page.deeds import DEEDS, do
from bench.every_page.still import luck, stand_still
from bench.every_page.walking import Walk, routes


def main(folder: Path, house: Path | None) -> None:
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as data:
        settle(Path(data), house)
        if not house:
            shutil.copytree(data, folder / "house")
        reached = {address for stand in DEEDS for address in look_around(stand, folder / stand)}
        missed = sorted({address for address, _ in routes()} - reached)
        (folder / "not-reached.txt").write_text("\n".join([*missed, ""]))
        connections.close_all()


def settle(data: Path, house: Path | None) -> None:
    """Move the sample into a fresh house, or bring one up to date that was filled before."""
    if house:
        shutil.copytree(house, data, dirs_exist_ok=True)
    plain = {"SITE_ADDRESS": "", "DATABASE_URL": "", "CACHE_URL": "", "EMAIL_URL": "", "SECRET_KEY_FALLBACKS": ""}
    os.environ |= plain | {"DATA_DIR": str(data), "SECRET_KEY": "the same for every walk " * 4}
    os.environ |= {"HOUSE_ADDRESS": "http://localhost:8000", "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
    stand_still()
    django.setup()
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    }
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    if not house:
        luck.begin("sample")
        call_command("sample", verbosity=0)
    connections.close_all()


def look_around(stand: str, folder: Path) -> set[str]:
    """Set the clock, let what is due happen, and walk through the house as each of them."""
    (folder / "e-mails").mkdir(parents=True)
    before, reached = newest_email(), set[str]()
    Visitor("keeper", stand).do("/sample-clock/", [("to", stand)])
    work(stand)
    for deed in DEEDS[stand]:
        do(deed, stand)
    work(stand)
    for number, email in enumerate(emails(since=before), start=1):
        (folder / "e-mails" / f"{number:04}.txt").write_text(email)
    for role in ROLES:
        (folder / role).mkdir()
        walk = Walk(Visitor(role, stand), folder / role)
        walk.everywhere()
        reached |= walk.reached
    return reached


def work(stand: str) -> None:
    luck.begin(f"{stand} work")
    try:
        call_command("work", once=True)
    except SystemExit as end:
        if end.code:
            raise


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
