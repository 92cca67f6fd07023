import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

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
            output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        return output

    def emails(self) -> list[dict[str, str]]:
        emails: list[dict[str, str]] = json.loads(self.do("tell"))
        return emails


@pytest.fixture
def house_of_its_own(house_to_copy, tmp_path, mail_server) -> Iterator[HouseOfItsOwn]:
    house = house_to_copy.copied_to(tmp_path)
    house.more |= {
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "DJANGO_SETTINGS_MODULE": "goldenthread.settings",
        "PYTHONPATH": str(ROOT),
    }
    yield HouseOfItsOwn(house.environment)
    house.pull_down()
