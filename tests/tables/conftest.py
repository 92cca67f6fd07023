"""A house with a database that several processes open at once, and versions that wait in it to be mixed."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.emails.conftest import HouseOfItsOwn, house_of_its_own, mail_server
from tests.needed import ROOT

__all__ = ["house_of_its_own", "mail_server"]
WORK = Path(__file__).parent / "work"


@dataclass(frozen=True)
class HouseWithTables(HouseOfItsOwn):
    def start(self, script: str, *words: str) -> subprocess.Popen[str]:
        command = [sys.executable, str(WORK / f"{script}.py"), *words]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def house(house_of_its_own):
    return HouseWithTables(house_of_its_own.environment)
