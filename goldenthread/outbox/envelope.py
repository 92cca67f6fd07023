"""A letter as the message that goes out: plain text, HTML beside it, and headers that say what it is."""

from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.functional import cached_property

from goldenthread.outbox.models import Letter
from goldenthread.outbox.post import house_name
from goldenthread.outbox.words import one_line

LONGEST_NAME = 80


class Envelope(EmailMultiAlternatives):
    """Put together once: looked at before it goes (sending.Round), and then sent as it is."""

    @cached_property
    def as_it_goes(self) -> Any:
        return super().message()

    def message(self, **_how: Any) -> Any:
        return self.as_it_goes


def message_of(letter: Letter) -> Envelope:
    """One receiver, always: nobody learns from our letters who else is written to."""
    name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message = Envelope(
        subject=letter.subject,
        body=letter.text,
        from_email=named(name or house_name(), sender),
        to=[named(letter.to.known_as if letter.to else "", letter.address)],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(letter.written_at),
            "Auto-Submitted": "auto-generated",
            **way_to_fewer(letter),
        },
    )
    message.attach_alternative(letter.html, "text/html")
    if letter.calendar:
        message.attach(calendar_file(letter.calendar))
    return message


def calendar_file(calendar: str) -> MIMEText:
    """As calendars open it from a mail program (RFC 6047): the method of the file stands in its type, too."""
    part = MIMEText(calendar, "calendar", "utf-8")
    part.set_param("method", "PUBLISH")
    part.add_header("Content-Disposition", "attachment", filename="calendar.ics")
    return part


def way_to_fewer(letter: Letter) -> dict[str, str]:
    """For the button that mail programs show (RFC 8058). It presses by itself, without looking: by https only."""
    if not letter.fewer_at:
        return {}
    one_click = {"List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if letter.fewer_at.startswith("https:") else {}
    return {"List-Unsubscribe": f"<{letter.fewer_at}>", **one_click}


def named(name: str, address: str) -> str:
    return formataddr((one_line(name, LONGEST_NAME), address))
