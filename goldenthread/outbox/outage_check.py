"""What `goldenthread check` says of e-mails that cannot go. It asks the database, so no other command asks it."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage
from django.core.checks import Warning as Caution
from django.db import connections

from goldenthread.kit.house import the_house
from goldenthread.outbox.delivery import Delivery, delivery
from goldenthread.outbox.models import Outage

TRY_IT = "`goldenthread email you@example.org` sends a test and says what the mail server answered."


def emails_go(*, databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """As the worker found it, unless this is a house of which nothing is sent."""
    tables = connections["default"].introspection.table_names() if databases else []
    if Outage._meta.db_table not in tables:
        return []
    house, now = the_house(), delivery()
    return [] if now.goes or (house and house.is_sample) else [_caution(now)]


def _caution(now: Delivery) -> Caution:
    server = f" It said: {now.answer}." if now.answer else ""
    return Caution(f"{now.for_machines()}{server} Waiting: {now.waiting}.", hint=TRY_IT, id="outbox.W002")
