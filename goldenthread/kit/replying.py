"""One e-mail, one key, one page with equal buttons: how somebody who was asked by e-mail answers.

Mail scanners fetch a link, follow every other on the page, and some press its first button. So GET and HEAD change nothing, the
link is never used up, and a press in the first two seconds is answered with the page once more. An answer may be changed as
long as it matters, and the page says what was said. What a no sets going waits a quarter of an hour, and a yes undoes it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

A_NO_WAITS = timedelta(minutes=15)
# By the real clock: it is about machines, and not about the days of a house.
SOONEST = 2.0
SALT = "goldenthread.replying"
ONCE_MORE = _(
    "That was very quick, and may have been a program that reads e-mails. If it was you, please press once more."
)


class Reply(NamedTuple):
    """One of the buttons."""

    value: str
    words: str | StrPromise
    is_given: bool


class ReplyForm(forms.Form):
    """The page behind the link. More fields may stand above the buttons; `given` is what was said before, or nothing."""

    reply = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, replies: Mapping[str, str | StrPromise], given: str = ""
    ) -> None:
        super().__init__(data)
        self.replies = [Reply(value, words, value == given) for value, words in replies.items()]

    @property
    def shown_at(self) -> str:
        """Signed anew whenever the page is drawn."""
        return stamp(time.time())

    @property
    def given(self) -> Reply | None:
        return next((reply for reply in self.replies if reply.is_given), None)

    @property
    def status(self) -> int:
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.is_bound else HTTPStatus.OK

    def clean_reply(self) -> str:
        reply: str = self.cleaned_data["reply"]
        if reply not in {known.value for known in self.replies}:
            raise forms.ValidationError(_("Please press one of the buttons."))
        return reply

    def clean(self) -> dict[str, Any] | None:
        if not _was_read(self.data.get("shown_at", "")):
            raise forms.ValidationError(ONCE_MORE)
        return super().clean()


def stamp(moment: float) -> str:
    """When a page was shown, signed, for its form to bring back."""
    return signing.dumps(moment, salt=SALT)


def _was_read(stamped: str) -> bool:
    try:
        shown_at: float = signing.loads(stamped, salt=SALT)
    except signing.BadSignature:
        return False
    return time.time() - shown_at >= SOONEST


def counts_from(said_at: datetime) -> datetime:
    """The moment from which a no counts."""
    return said_at + A_NO_WAITS


def noes_that_count(now: datetime) -> datetime:
    """The same for a query: a no counts if it was said at this moment or before."""
    return now - A_NO_WAITS
