"""An e-mail as the message that goes out: plain text, HTML beside it, and headers that say what it is."""

from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, getaddresses, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.functional import cached_property

from goldenthread.kit.email_address import as_sent
from goldenthread.outbox.models import Email
from goldenthread.outbox.post import house_name
from goldenthread.outbox.words import one_line

LONGEST_NAME = 80


class AnotherReceiver(Exception):
    """What stands in the header would be read as another address than the one that was meant."""


class Envelope(EmailMultiAlternatives):
    """Put together once: looked at before it goes (sending.Round), and then sent as it is."""

    def __init__(self, *, mailbox: str, **more: Any) -> None:
        super().__init__(**more)
        self.mailbox = mailbox

    def recipients(self) -> list[str]:
        """The bare address, so that nobody has to find it beside a name."""
        return [self.mailbox]

    @cached_property
    def as_it_goes(self) -> Any:
        message = super().message()
        if [address for _name, address in getaddresses([str(message["To"])])] != [self.mailbox]:
            raise AnotherReceiver
        return message

    def message(self, **_how: Any) -> Any:
        return self.as_it_goes


def message_of(email: Email) -> Envelope:
    """One receiver, always: nobody learns from our e-mails who else is written to. Raises NotAnAddress."""
    mailbox = as_sent(email.address)
    name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message = Envelope(
        mailbox=mailbox,
        subject=email.subject,
        body=email.text,
        from_email=named(name or house_name(), sender),
        to=[named(email.to.known_as if email.to else "", mailbox)],
        reply_to=answers_of(email),
        headers={
            "Message-ID": email.message_id,
            "Date": format_datetime(email.written_at),
            "Auto-Submitted": "auto-generated",
            **way_to_fewer(email),
        },
    )
    message.attach_alternative(email.html, "text/html")
    if email.calendar:
        message.attach(calendar_file(email.calendar))
    return message


def answers_of(email: Email) -> list[str]:
    """Whoever wrote it and wants answers. Without it they go to the address of this site, which nobody may be reading."""
    writer = email.answers_to
    return [named(writer.known_as, as_sent(email.answers_go_to))] if writer and email.answers_go_to else []


def calendar_file(calendar: str) -> MIMEText:
    """As calendars open it from a mail program (RFC 6047): the method of the file stands in its type, too."""
    part = MIMEText(calendar, "calendar", "utf-8")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="calendar.ics")
    return part


def way_to_fewer(email: Email) -> dict[str, str]:
    """For the button that mail programs show (RFC 8058). It presses by itself, without looking: by https only."""
    if not email.fewer_at:
        return {}
    one_click = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if email.fewer_at.startswith("https:") else {}
    return {"List-Unsubscribe": f"<{email.fewer_at}>", **one_click}


def named(name: str, address: str) -> str:
    return formataddr((one_line(name, LONGEST_NAME), address))
