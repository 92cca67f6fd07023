"""Django's SMTP, which also tells apart an e-mail that was refused from one of which nobody can know."""

import smtplib
from collections.abc import Callable, Sequence
from typing import Any

from django.core.mail.backends.smtp import EmailBackend as DjangoBackend

from goldenthread.kit.email_address import as_sent

Answer = tuple[int, bytes]

# A server may look at an e-mail for a while before it answers (RFC 5321, 4.5.3.2.6: up to ten minutes). Hanging up
# earlier means sending it twice. Still well within the time that a claim lasts.
PATIENCE = 180


class NobodyKnows(Exception):
    """The whole e-mail was handed over and no clear answer came back: it may have gone, or not."""


def handed_over(wire: smtplib.SMTP, hand_over: Callable[[Any], Answer], email: Any) -> Answer:
    """The last step of the conversation, where it can end without anybody knowing how."""
    usual = wire.timeout
    if wire.sock:
        wire.sock.settimeout(PATIENCE)
    try:
        answer = hand_over(email)
    except smtplib.SMTPDataError:
        raise
    except OSError as broken:
        raise NobodyKnows from broken
    if answer[0] < 0:  # It said something, but not what SMTP servers say.
        raise NobodyKnows
    if wire.sock:
        wire.sock.settimeout(usual)
    return answer


def receiver_line(recip: str, options: Sequence[str]) -> str:
    """The last gate. smtplib would read the address once more and quote what it understood; here it goes as it is."""
    return " ".join([f"TO:<{as_sent(recip)}>", *options])


class PlainWire(smtplib.SMTP):
    """Plain, or made secret by STARTTLS."""

    answered: Answer = (0, b"")

    def rcpt(self, recip: str, options: Sequence[str] = ()) -> Answer:
        self.putcmd("rcpt", receiver_line(recip, options if self.does_esmtp else ()))
        return self.getreply()

    def data(self, msg: Any) -> Answer:
        self.answered = handed_over(self, super().data, msg)
        return self.answered


class SecretWire(smtplib.SMTP_SSL):
    """Secret from the first byte."""

    answered: Answer = (0, b"")

    def rcpt(self, recip: str, options: Sequence[str] = ()) -> Answer:
        self.putcmd("rcpt", receiver_line(recip, options if self.does_esmtp else ()))
        return self.getreply()

    def data(self, msg: Any) -> Answer:
        self.answered = handed_over(self, super().data, msg)
        return self.answered


class EmailBackend(DjangoBackend):
    """What EMAIL_URL stands for when it begins with smtp."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return SecretWire if self.use_ssl else PlainWire

    @property
    def answered(self) -> str:
        """What the mail server said last, when it took an e-mail."""
        code, words = self.connection.answered if self.connection else (0, b"")
        return f"{code} {words.decode(errors='replace')}" if code else ""
