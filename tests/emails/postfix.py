"""A Postfix of our own: its own directories, on loopback, for one domain whose e-mails it signs and puts into Maildirs."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from shutil import chown, rmtree

import pytest

from tests.emails.opendkim import Signer, signing
from tests.mail_server import free_port

NOBODY = 65534
MAIN = """\
compatibility_level = 3.6
myhostname = mail.example.org
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks =
mydestination =
alias_maps =
disable_dns_lookups = yes
smtpd_peername_lookup = no
smtpd_relay_restrictions = reject_unauth_destination
default_transport = error:no outside mail
queue_directory = {place}/queue
data_directory = {place}/state
smtpd_milters = inet:127.0.0.1:{signer}
milter_default_action = tempfail
virtual_mailbox_domains = example.org
virtual_mailbox_base = {place}/mail
virtual_mailbox_maps = inline:{{ ada@example.org=ada/, bo@example.org=bo/ }}
virtual_uid_maps = static:{nobody}
virtual_gid_maps = static:{nobody}
maillog_file = {place}/log
maillog_file_prefixes = {place}
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    """Where it listens, and where it puts what it takes."""

    port: int
    place: Path
    signer: Signer

    def emails_of(self, name: str, how_many: int) -> list[EmailMessage]:
        """All e-mails in this mailbox, as soon as there are so many."""
        raw = self._as_soon_as(name, lambda files: len(files) >= how_many)
        return [message_from_bytes(email, policy=policy.default) for email in raw]

    def file_of(self, name: str, message_id: str) -> bytes:
        """One of them, byte by byte."""
        raw = self._as_soon_as(name, lambda files: any(message_id.encode() in file for file in files))
        return next(file for file in raw if message_id.encode() in file)

    def _as_soon_as(self, name: str, is_there: Callable[[list[bytes]], bool]) -> list[bytes]:
        new = self.place / "mail" / name / "new"
        for _ in range(100):
            files = [path.read_bytes() for path in sorted(new.iterdir())] if new.exists() else []
            if is_there(files):
                break
            time.sleep(0.1)
        return files


@pytest.fixture(scope="module")
def postfix(needed: Callable[[str], Path]) -> Iterator[Postfix]:
    command = [str(needed("postfix")), "-c"]
    if os.geteuid() != 0:
        pytest.skip("left out: Postfix starts for root only")
    # Not below the folder of this test run: Postfix delivers as nobody, who may not look in there.
    place = Path(tempfile.mkdtemp(prefix="golden-thread-postfix."))
    place.chmod(0o755)
    try:
        with signing(needed("opendkim"), needed("opendkim-genkey"), place / "signer") as signer:
            yield from running(command, Postfix(free_port(), place, signer))
    finally:
        rmtree(place)


def running(command: list[str], server: Postfix) -> Iterator[Postfix]:
    furnish(server)
    try:
        subprocess.run([*command, str(server.place), "start"], check=True, capture_output=True, timeout=60)
        yield server
    finally:
        subprocess.run([*command, str(server.place), "stop"], check=False, capture_output=True, timeout=60)


def furnish(server: Postfix) -> None:
    for name in ("queue", "state", "mail"):
        (server.place / name).mkdir()
    chown(server.place / "state", "postfix")
    chown(server.place / "mail", NOBODY)
    (server.place / "main.cf").write_text(MAIN.format(place=server.place, nobody=NOBODY, signer=server.signer.port))
    (server.place / "master.cf").write_text(MASTER.format(port=server.port))
