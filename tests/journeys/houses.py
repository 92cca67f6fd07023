"""Real houses: the command everybody starts, in a folder (and on PostgreSQL in a database) of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from psycopg import sql

from tests.mail_server import free_port
from tests.needed import ROOT

COMMAND = [sys.executable, "-m", "goldenthread"]
SERVER = os.environ.get("DATABASE_URL", "")
PATIENCE = 120.0


@dataclass
class House:
    """A folder that a house lives in, and its database: beside it, or on the PostgreSQL that DATABASE_URL names."""

    folder: Path
    database: str = ""
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    # Settings of its own, beyond those that every house of the tests has.
    more: dict[str, str] = field(default_factory=dict)

    @classmethod
    def empty(cls, place: Path) -> House:
        house = cls(place / uuid4().hex, f"journey_{uuid4().hex}" if SERVER else "", free_port())
        house.folder.mkdir()
        if house.database:
            ask_postgresql("CREATE DATABASE {}", house.database)
        return house

    def copied_to(self, place: Path) -> House:
        """A twin, quicker than moving in afresh."""
        there = House(place / uuid4().hex, f"journey_{uuid4().hex}" if SERVER else "", free_port())
        shutil.copytree(self.folder, there.folder)
        if there.database:
            ask_postgresql("CREATE DATABASE {} TEMPLATE {}", there.database, self.database)
        return there

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        own = {"DATABASE_URL": urlunsplit(urlsplit(SERVER)._replace(path=f"/{self.database}"))} if SERVER else {}
        # As script/server does: what Python has read once it keeps, or every house would start three times slower.
        ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return (
            ours
            | {"DATA_DIR": str(self.folder), "HOUSE_ADDRESS": self.address, "TRUSTED_PROXIES": "1"}
            | own
            | self.more
        )

    def open(self, *words: str) -> House:
        """As `script/server` does it. Returns when the first page can be asked for."""
        command = [*COMMAND, "serve", "--port", str(self.port), "--workers", "1", *words]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=subprocess.STDOUT)
        until = time.monotonic() + PATIENCE
        while not self.answers():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.05)
        return self

    def run(self, *words: str, script: str = "") -> str:
        """Another command of the same house, or a few lines of Python in it."""
        command = [sys.executable, "-m", "django", "shell", "-v", "0", "-c", script] if script else [*COMMAND, *words]
        environment = self.environment | {"DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
        ran = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def close(self) -> int | None:
        """Ask it to go, and wait until it has gone."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)
        return self.process.returncode if self.process else None

    def pull_down(self) -> None:
        self.close()
        shutil.rmtree(self.folder)
        if self.database:
            ask_postgresql("DROP DATABASE {} WITH (FORCE)", self.database)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=5) as answer:
                return bool(answer.status)
        except HTTPError:
            return True
        except OSError:
            return False

    @property
    def log(self) -> Path:
        return self.folder / "terminal.txt"

    @property
    def said(self) -> str:
        """What stands in the terminal where it was started."""
        return self.log.read_text()

    @property
    def keepers_address(self) -> str:
        """The address that signs the keeper in, once."""
        match = re.search(r"keeper, once: (\S+)", self.said)
        assert match, self.said
        return match[1]


def ask_postgresql(words: str, *names: str) -> None:
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(sql.SQL(words).format(*map(sql.Identifier, names)))
