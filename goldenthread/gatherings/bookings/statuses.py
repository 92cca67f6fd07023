"""What a list says of how somebody stands: that they left a mailing list, or wait for a place."""

from __future__ import annotations

import re
from functools import cache

from django.conf import settings
from django.utils import translation

from goldenthread.gatherings.bookings.columns import Columns
from goldenthread.gatherings.bookings.models import State
from goldenthread.kit.spreadsheets import SpreadsheetRow

# In the words of Mailchimp, beehiiv, MailerLite, Brevo and their like; whom mail does not reach has left, too.
LEFT = re.compile(
    r"unsubscribed?|inactive|clean(ed)?|((hard|soft)[ _-])?bounced?|complain(ed|t)|opt(ed)?[ _-]out|suppressed|blocked"
    r"|invalid|spam|non[ _-]?subscribed|wedi dad-?danysgrifio|anweithredol"
)
# In the words of booking systems. They said no to something else, and are asked by nobody because of that.
SAID_NO = re.compile(
    r"declined?|cancell?ed|withdrawn|refunded|no|not (coming|attending|going)|apologies|(sent|sends) apologies|nac ydw"
)


def has_left(row: SpreadsheetRow, columns: Columns) -> bool:
    """That they asked for no more e-mail, or that none arrives: by its date, or by a word."""
    by_date = any(row.cells[heading] for heading in columns.left_at)
    return by_date or any(LEFT.fullmatch(row.cells[heading].casefold()) for heading in columns.status)


def said_no(row: SpreadsheetRow, columns: Columns) -> bool:
    """That they are not coming, also on a list of our own, in whichever language it was written."""
    statuses = {row.cells[heading].casefold() for heading in columns.status}
    ours = _called(State.CANCELLED, State.APOLOGIES, State.GIVEN, State.RELEASED, State.LAPSED, State.NOT_THIS_TIME)
    return bool(statuses & ours) or any(SAID_NO.fullmatch(word) for word in statuses)


def waits(row: SpreadsheetRow, columns: Columns) -> bool:
    """On a list of our own, in whichever language it was written."""
    statuses = {row.cells[heading].casefold() for heading in columns.status}
    return bool(statuses and statuses & _called(State.WAITING, State.OFFERED, State.ASKED))


@cache
def _called(*states: State) -> set[str]:
    names = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= {str(state.label).casefold() for state in states}
    return names
