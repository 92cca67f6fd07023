"""Houses that really run: another process, a folder of their own, a port of their own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

# Seconds. More where everything is slower (bench/mutants/on_disk.py).
PATIENCE = int(os.environ.get("PATIENCE", "120"))
NOT_OURS = {
    "PYTHONDONTWRITEBYTECODE",
    "CACHE_URL",
    "DATABASE_URL",
    "EMAIL_URL",
    "LETTERS_FROM",
    "SECRET_KEY",
    "SITE_ADDRESS",
    "TRUSTED_PROXIES",
}


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def eventually(holds):
    """Waits until this holds, and says whether it ever did."""
    until = time.monotonic() + PATIENCE
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(0.05)
    return held


class RunningHouse:
    """One house in a folder: commands for it, and its pages while it is open."""

    process: subprocess.Popen[str]
    said = ""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        # Nothing of the machine that runs the tests, and always SQLite.
        inherited = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        self.environment = inherited | {"DATA_DIR": f"{folder}"}

    def command(self, *words):
        return subprocess.run(
            [sys.executable, "-m", "goldenthread", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=2 * PATIENCE,
        )

    def open(self, *words):
        command = [sys.executable, "-m", "goldenthread", "serve", "--port", f"{self.port}", "--workers", "2", *words]
        self.process = subprocess.Popen(
            command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert eventually(lambda: self.is_well() or self.process.poll() is not None)
        return self

    def close(self, word=signal.SIGTERM):
        """Returns what was said, once everybody has gone."""
        self.process.send_signal(word)
        output, _ = self.process.communicate(timeout=PATIENCE)
        return output

    def close_if_open(self):
        if hasattr(self, "process") and self.process.poll() is None:
            self.close()

    def ask(self, path, method="GET", body=None, **headers):
        """Status, headers and text; None if nobody answered."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {"Host": f"localhost:{self.port}", **headers})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except OSError:
            return None
        finally:
            connection.close()

    def is_well(self):
        there = urlsplit(self.environment.get("SITE_ADDRESS", ""))
        answer = self.ask(
            "/-/health", **({"Host": there.netloc, "X-Forwarded-Proto": there.scheme} if there.netloc else {})
        )
        return answer is not None and answer[0] == 200

    def processes(self, parent=None):
        """The children of a process and theirs, by their ids."""
        parent = parent or self.process.pid
        own = [int(word) for word in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
        return own + [deeper for child in own for deeper in self.processes(child)]


def runs(pid):
    """Also somebody who has gone but was not missed yet has gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """A house with the sample in it, opened once and closed again: copied, because preparing takes seconds."""
    house = RunningHouse(tmp_path_factory.mktemp("prepared"))
    try:
        house.open("--sample")
    finally:
        # Also when it was too slow to open: it would go on without anybody.
        house.said = house.close()
    return house


@pytest.fixture
def house(prepared, tmp_path):
    running = RunningHouse(tmp_path / "house")
    shutil.copytree(prepared.folder, running.folder)
    yield running
    running.close_if_open()


@pytest.fixture
def moved(tmp_path):
    """An empty place, for a house to move into."""
    running = RunningHouse(tmp_path / "moved")
    yield running
    running.close_if_open()
