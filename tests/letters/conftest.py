import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection

from tests.mail_server import mail_server
from tests.needed import ROOT

__all__ = ["mail_server"]
WORK = Path(__file__).parent / "work"


@dataclass(frozen=True)
class HouseOfItsOwn:
    """A house with a database that several processes open at once, as in life."""

    environment: dict[str, str]

    def start(self, script: str, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(WORK / f"{script}.py"), *words]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True)

    def do(self, script: str, *words: str) -> str:
        with self.start(script, *words) as process:
            said, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        return said

    def letters(self) -> list[dict[str, str]]:
        told: list[dict[str, str]] = json.loads(self.do("tell"))
        return told


@pytest.fixture
def house_of_its_own(tmp_path, mail_server) -> Iterator[HouseOfItsOwn]:
    environment = os.environ | {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "",
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "DJANGO_SETTINGS_MODULE": "goldenthread.settings",
        "PYTHONPATH": str(ROOT),
    }
    if connection.vendor != "postgresql":
        del environment["DATABASE_URL"]
        yield HouseOfItsOwn(environment)
        return
    known, name = connection.settings_dict, f"letters_{uuid4().hex}"
    server = f"postgres://{known['USER']}@{known['HOST']}:{known['PORT']}"
    with closing(psycopg.connect(f"{server}/postgres", autocommit=True)) as postgresql:
        postgresql.execute(f"CREATE DATABASE {name}")
        yield HouseOfItsOwn(environment | {"DATABASE_URL": f"{server}/{name}"})
        postgresql.execute(f"DROP DATABASE {name} WITH (FORCE)")
