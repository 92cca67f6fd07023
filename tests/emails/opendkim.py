"""An OpenDKIM of our own, which signs what Postfix takes: on loopback, with a key that nobody else knows."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.mail_server import free_port

# The two for getting fewer e-mails too, and so that nobody can add a second one (docs/running.md says the same).
SETTINGS = """\
Mode s
Syslog no
Domain example.org
Selector letters
KeyFile {place}/letters.private
RequireSafeKeys no
Socket inet:{port}@127.0.0.1
SignHeaders *,+List-Unsubscribe,+List-Unsubscribe-Post
OversignHeaders From,List-Unsubscribe,List-Unsubscribe-Post
"""


@dataclass(frozen=True)
class Signer:
    """Where it listens, and what would stand in the DNS."""

    port: int
    place: Path

    def dns(self, name: bytes, timeout: int = 5) -> bytes | None:
        """What the DNS would answer, from the file that OpenDKIM's own tool writes for it."""
        if name.rstrip(b".") != b"letters._domainkey.example.org":
            return None
        return "".join(re.findall(r'"([^"]*)"', (self.place / "letters.txt").read_text())).encode()


@contextmanager
def signing(program: Path, genkey: Path, place: Path) -> Iterator[Signer]:
    signer = Signer(free_port(), place)
    place.mkdir()
    keys = [f"{genkey}", "-D", f"{place}", "-d", "example.org", "-s", "letters", "-b", "2048"]
    subprocess.run(keys, check=True, capture_output=True, timeout=60)
    settings = place / "opendkim.conf"
    settings.write_text(SETTINGS.format(place=place, port=signer.port))
    process = subprocess.Popen([f"{program}", "-f", "-x", f"{settings}"])
    try:
        wait_for(signer.port)
        yield signer
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(port: int) -> None:
    for _ in range(100):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
