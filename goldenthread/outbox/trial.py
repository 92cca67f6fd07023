"""One e-mail to see whether e-mails go. It walks past the outbox, so that what the mail server says is known at once."""

import smtplib

from django.conf import settings
from django.core.mail import get_connection

from goldenthread.kit.email_address import NotAnAddress
from goldenthread.kit.house import the_house
from goldenthread.outbox import emails
from goldenthread.outbox.envelope import message_of
from goldenthread.outbox.models import Email, Outage
from goldenthread.outbox.sending import cause_of, in_words
from goldenthread.outbox.smtp import NobodyKnows

ABOUT_THIS_ONE = (NobodyKnows, smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError)


class DoesNotGo(Exception):
    """No e-mail can be sent, or not this one: a sentence says why."""


def send_test(address: str) -> str:
    """What the mail server answered when it took the test; empty where EMAIL_URL names none, but a file or a terminal."""
    house = the_house()
    if house and house.is_sample:
        raise DoesNotGo("this is the sample site, and no e-mail leaves it.")
    if not settings.EMAIL_URL:
        raise DoesNotGo("no mail server has been set up. `goldenthread setup` asks for one, or set EMAIL_URL.")
    try:
        answer = _take(emails.trial(address))
    except ABOUT_THIS_ONE as trouble:
        raise DoesNotGo(in_words(trouble)) from trouble
    except NotAnAddress as trouble:
        raise DoesNotGo(f"no e-mail can be sent to {address}.") from trouble
    except OSError as trouble:
        cause, words = cause_of(trouble)
        raise DoesNotGo(f"{cause.label}. It said: {words}") from trouble
    Outage.objects.end()
    return answer


def _take(email: Email) -> str:
    connection = get_connection()
    connection.open()
    try:
        connection.send_messages([message_of(email)])
        return str(getattr(connection, "answered", ""))
    finally:
        connection.close()
