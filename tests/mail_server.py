"""A real mail server on loopback that keeps what it is given, and can be told to be difficult."""

# ruff: noqa: N802 - the server chooses these names

import asyncio
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, cast

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass(frozen=True)
class Arrived:
    """One e-mail as it came over the wire."""

    sender: str
    recipients: list[str]
    message: EmailMessage
    raw: bytes

    def part(self, kind: str) -> str:
        body = self.message.get_body((kind,))
        return str(body.get_content()) if body else ""


@dataclass
class MailServer:
    """What arrived, and how each address is treated: as usual, unless somebody said otherwise."""

    port: int = 0
    arrived: list[Arrived] = field(default_factory=list)
    visits: list[str] = field(default_factory=list)
    refused_at_the_door: dict[str, str] = field(default_factory=dict)
    refused_after_reading: dict[str, str] = field(default_factory=dict)
    hung_up_on: dict[str, str] = field(default_factory=dict)
    seconds_to_read: float = 0.0
    # Called with how many e-mails were handed over so far, before and after this one is kept. "no" leaves it unkept.
    watched_by: Callable[[int, str], str] = lambda count, moment: "yes"
    handed_over: int = 0

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, said: list[str]
    ) -> Any:
        session.host_name = hostname
        self.visits.append(hostname)
        return said

    async def handle_MAIL(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if self.hung_up_on.get(address) == "at the door":
            hang_up(server)
        envelope.rcpt_tos.append(address)
        return self.refused_at_the_door.get(address, "250 OK")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        receiver = envelope.rcpt_tos[0]
        await asyncio.sleep(self.seconds_to_read)
        self.handed_over += 1
        if self.watched_by(self.handed_over, "before") == "no":
            return "451 Come back later"
        if receiver not in self.refused_after_reading:
            self.arrived.append(arrived(envelope))
        self.watched_by(self.handed_over, "after")
        if self.hung_up_on.get(receiver) == "at the end":
            hang_up(server)
        return self.refused_after_reading.get(receiver, "250 OK")

    @property
    def receivers(self) -> list[list[str]]:
        return [email.recipients for email in self.arrived]

    @property
    def ids(self) -> list[str]:
        return [email.message["Message-ID"] for email in self.arrived]


def hang_up(server: SMTP) -> None:
    cast(asyncio.Transport, server.transport).abort()


def arrived(envelope: Envelope) -> Arrived:
    raw = cast(bytes, envelope.content)
    message = message_from_bytes(raw, policy=policy.default)
    return Arrived(envelope.mail_from or "", envelope.rcpt_tos, message, raw)


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer(port=free_port())
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    server.visits.clear()
    yield server
    controller.stop()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
