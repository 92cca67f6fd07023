"""Taking e-mails to the mail server, one after the other over one connection, and what its answers mean."""

from __future__ import annotations

import logging
import smtplib
from contextlib import suppress
from datetime import datetime
from typing import Self

from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from goldenthread.kit.email_address import NotAnAddress
from goldenthread.outbox.envelope import message_of
from goldenthread.outbox.models import NOBODY_KNOWS, Email, Outage
from goldenthread.outbox.smtp import NobodyKnows
from goldenthread.outbox.words import one_line

logger = logging.getLogger(__name__)
REFUSED_FOR_GOOD = range(500, 600)


class DeliveryRun:
    """One walk to the mail server with many e-mails. What goes wrong with one e-mail stays with that e-mail."""

    def __init__(self, connection: BaseEmailBackend) -> None:
        self.connection = connection
        self.is_open = False
        # What stands in the way of every e-mail, and not of one.
        self.trouble: Exception | None = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(self, *how: object) -> None:
        self._close()

    def send(self, email: Email, now: datetime) -> None:
        try:
            message = message_of(email)
            message.message()
        except NotAnAddress:
            email.hold(_("No e-mail can be sent to this address."))
            return
        except Exception:  # Whatever it is, it would go wrong again, and the e-mails behind it are innocent.
            logger.exception("Letter %s cannot be put into an envelope.", email.pk)
            email.hold(_("It could not be put together as an e-mail. The log of the worker says why."))
            return
        try:
            self.connection.send_messages([message])
        except (NobodyKnows, OSError, ValueError) as trouble:
            settle(email, now, trouble)
            self.trouble = trouble if isinstance(trouble, smtplib.SMTPSenderRefused) else None
            # After trouble, a server and its client may disagree where they are. Begin anew.
            self._close()
            self._open()
        else:
            email.mark_sent(now)
            self.trouble = None

    def _open(self) -> None:
        try:
            self.connection.open()
            self.is_open = True
        except OSError as closed:
            logger.warning("The mail server does not open: %s", type(closed).__name__)
            self.is_open, self.trouble = False, closed

    def _close(self) -> None:
        with suppress(OSError):
            self.connection.close()


def settle(email: Email, now: datetime, trouble: Exception) -> None:
    """What becomes of an e-mail after this. A refusal is an answer; silence at the end is none."""
    because = in_words(trouble)
    unsure = isinstance(trouble, NobodyKnows) and email.policy == Email.Policy.AT_MOST_ONCE
    if unsure or is_for_good(trouble):
        email.hold(because)
    else:
        email.try_again(now, because)


def is_for_good(trouble: Exception) -> bool:
    """That this address, or this e-mail, will never be taken. Not that our own sender or password is wrong today."""
    match trouble:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return all(code in REFUSED_FOR_GOOD for code, _words in refused.values())
        case smtplib.SMTPDataError(smtp_code=code):
            return code in REFUSED_FOR_GOOD
    return False


def cause_of(trouble: Exception) -> tuple[Outage.Cause, str]:
    """Why no e-mail goes, and what the mail server, or the way there, said."""
    match trouble:
        case smtplib.SMTPAuthenticationError(smtp_code=code, smtp_error=words):
            return Outage.Cause.NO_ENTRY, one_line(answer(code, words), 300)
        case smtplib.SMTPSenderRefused(smtp_code=code, smtp_error=words):
            return Outage.Cause.REFUSED, one_line(answer(code, words), 300)
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=words):
            return Outage.Cause.CLOSED, one_line(answer(code, words), 300)
    return Outage.Cause.CLOSED, one_line(str(trouble) or type(trouble).__name__, 300)


def in_words(trouble: Exception) -> str:
    match trouble:
        case NobodyKnows():
            return str(NOBODY_KNOWS)
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            code, words = next(iter(refused.values()))
            return _("The mail server refused the address: %(answer)s") % {"answer": answer(code, words)}
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=words):
            return _("The mail server refused the e-mail: %(answer)s") % {"answer": answer(code, words)}
    return _("The mail server hung up.")


def answer(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
