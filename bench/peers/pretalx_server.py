"""pretalx, set up by pretalx.sh and started as its own documentation advises: gunicorn with as many workers as we have."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.processes import Target, first_answer, running

LANDING, SCHEDULE = "pretalx, landing", "pretalx, schedule (filled by JavaScript)"
SERVER_RENDERED = "pretalx, schedule (server-rendered)"
PAGES = {LANDING: "/launch/", SCHEDULE: "/launch/schedule/", SERVER_RENDERED: "/launch/schedule/nojs"}


def environment(place: Path, port: int) -> dict[str, str]:
    here = place / "pretalx"
    # Its own settings alone: ours name a Django project too.
    return {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")} | {
        "PRETALX_DEBUG": "False",
        "PRETALX_DATA_DIR": str(here / "data"),
        "PRETALX_FILESYSTEM_STATIC": str(here / "static"),
        "PRETALX_NO_INITIAL_LOG": "1",
        "PRETALX_SITE_URL": f"http://127.0.0.1:{port}",
    }


@contextmanager
def pretalx(place: Path, port: int) -> Iterator[dict[str, Target]]:
    """Its three pages that compare with ours; none when it was not set up."""
    here = place / "pretalx"
    if not (here / "ready").exists():
        yield {}
        return
    site = f"http://127.0.0.1:{port}"
    command = [
        str(here / "venv/bin/python"), "-m", "gunicorn", "pretalx.wsgi:application",
        "--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "warning",
    ]  # fmt: skip
    with running(command, here / "server.log", environment(place, port)) as server:
        first_answer(site + PAGES[LANDING])
        yield {name: Target(name, site + page, server.pid) for name, page in PAGES.items()}
