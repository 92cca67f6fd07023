"""How often one may ask, guess and cause e-mails. The numbers are in settings.py, the counts in rows that all processes share.

`ip` counts by the network address that asks, `key` by whatever the action is about: mostly the address that would be written
to, whoever asks. One statement counts all of it, so that a press in a rush can afford it.
"""

import time
from functools import cache
from hashlib import blake2b
from http import HTTPStatus

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.email_address import limit_key
from goldenthread.kit.sql import query
from goldenthread.people.allauth_internals import Rate, network_address, parse_rates, respond_429
from goldenthread.people.models import Allowance

# A count whose time is over begins anew.
COUNT = """
    INSERT INTO people_allowance (key, times, until) VALUES {rows}
        ON CONFLICT (key) DO UPDATE SET
           times = CASE WHEN people_allowance.until <= %s THEN 1 ELSE people_allowance.times + 1 END,
           until = CASE WHEN people_allowance.until <= %s THEN excluded.until ELSE people_allowance.until END
    RETURNING key, times"""


OFTEN_ENOUGH = _(
    "We have had a lot of requests just now. What you typed is still here: please press the button again in a few minutes."
)


class TooOften(Exception):
    """This was asked for as often as it may be. It is said in words, and what was typed is not lost."""


def too_many_emails(request: HttpRequest, address: str) -> HttpResponse | None:
    """By the machine that asks, and by the mailbox that would be written to, however it is spelled and whoever goes by it."""
    return _refused(request, "request_login_code", address)


def too_many_tries(request: HttpRequest) -> HttpResponse | None:
    """Over all codes. Each single code counts its own three (SignInLink.is_opened_by), in its own row."""
    return _refused(request, "try_code")


def is_too_often(request: HttpRequest, action: str, who: int | str, **more: object) -> bool:
    """For forms that keep what was typed and say it beside it. `more` are other things that the action is counted by."""
    try:
        with transaction.atomic():
            count(request, action, key=who, **more)
    except TooOften:
        return True
    return False


def check(request: HttpRequest, form: BaseForm, action: str, who: int | str, **more: object) -> None:
    """Say it on the form, beside what was typed."""
    if is_too_often(request, action, who, **more):
        form.add_error(None, OFTEN_ENOUGH)


def status_of(form: BaseForm) -> int:
    """Of the page that shows a form: whether it was not pressed yet, came too often, or has a mistake in it."""
    if not form.is_bound:
        return HTTPStatus.OK
    return HTTPStatus.TOO_MANY_REQUESTS if OFTEN_ENOUGH in form.non_field_errors() else HTTPStatus.UNPROCESSABLE_ENTITY


def count(request: HttpRequest, action: str, **by: object) -> None:
    """Once more. Raises TooOften; inside the transaction of what is counted, so that what is refused costs nobody anything."""
    now, by = int(time.time()), {name: _in_one_spelling(who) for name, who in by.items()}
    by["ip"] = network_address(request)
    most: dict[str, int] = {}
    values: list[object] = []
    for rate in _rates(settings.ACCOUNT_RATE_LIMITS[action]):
        key = _digest(action, rate, by[rate.per])
        most[key] = rate.amount
        values += [key, 1, now + int(rate.duration)]
    rows = ", ".join(["(%s, %s, %s)"] * len(most))
    for key, times in query(COUNT.format(rows=rows), *values, now, now):
        if times > most[key]:
            raise TooOften


def counts_of(address: str) -> QuerySet[Allowance]:
    """What was counted of e-mails to this address. Nobody else could find these rows."""
    limits, whose = settings.ACCOUNT_RATE_LIMITS.items(), _in_one_spelling(address)
    mine = [_digest(action, rate, whose) for action, limit in limits for rate in _rates(limit) if rate.per == "key"]
    return Allowance.objects.filter(key__in=mine)


def forget(now: float) -> None:
    """Counts whose time is over."""
    Allowance.objects.filter(until__lte=int(now)).delete()


@cache
def _rates(limit: str) -> list[Rate]:
    rates: list[Rate] = parse_rates(limit)
    return rates


def _in_one_spelling(who: object) -> object:
    """All spellings of one mailbox count as one."""
    return limit_key(who) if isinstance(who, str) and "@" in who else who


def _digest(action: str, rate: Rate, who: object) -> str:
    # Keyed like an HMAC, at a tenth of its time: there are five to a press.
    secret, what = settings.SECRET_KEY.encode()[:64], f"{action}:{rate}:{who}".casefold().encode()
    return blake2b(what, key=secret, digest_size=16, person=b"allowance").hexdigest()


def _refused(request: HttpRequest, action: str, key: str = "") -> HttpResponse | None:
    if not is_too_often(request, action, key):
        return None
    answer: HttpResponse = respond_429(request)
    return answer
