"""What a house needs before its door opens. Next to nothing when it was open before."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from goldenthread.desk.first_tables import make_first_tables
from goldenthread.desk.founding import founding_path
from goldenthread.desk.safekeeping.backing_up import back_up
from goldenthread.desk.safekeeping.wishes_since import do_them_again
from goldenthread.kit.address import absolute
from goldenthread.kit.models import House
from goldenthread.people import signing_in
from goldenthread.people.models import Keeping

Say = Callable[[str], object]


def prepare(say: Say, *, with_sample: bool) -> None:
    gather_static_files()
    do_them_again()
    bring_up_to_date(say)
    if with_sample and not House.objects.exists():
        call_command("sample", verbosity=0)
        welcome_the_keeper(say)
    if not House.objects.exists():
        say(f"Nobody has set up this site yet. To begin: {absolute(founding_path())}")


def bring_up_to_date(say: Say) -> None:
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if not connection.introspection.table_names():
        make_first_tables()
        return
    if executor.loader.applied_migrations:
        kept = settings.DATA_DIR / "backups" / f"before-upgrade-{timezone.now():%Y-%m-%d-%H%M%S}.tar"
        back_up(kept)
        say(f"The site is brought up to date. As it was before: {kept}")
    call_command("migrate", verbosity=0, interactive=False)
    # Does nothing unless the cache is kept in the database.
    call_command("createcachetable", verbosity=0)


def gather_static_files() -> None:
    """Copy, hash and compress them, if any of them is not what it was."""
    known, fingerprint = settings.DATA_DIR / "static.txt", _fingerprint()
    if known.exists() and known.read_text() == fingerprint:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    known.write_text(fingerprint)


def welcome_the_keeper(say: Say) -> None:
    keeping = Keeping.objects.filter(until=None).order_by("pk").first()
    if keeping:
        say(f"To sign in as its keeper, once: {absolute(signing_in.email_link(keeping.person))}")


def _fingerprint() -> str:
    paths = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])]
    facts = sorted((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    return hashlib.sha256(repr([settings.STORAGES["staticfiles"], facts]).encode()).hexdigest()
