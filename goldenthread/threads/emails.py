"""E-mails about introductions. They name nobody but whoever introduces: what else there is to know stands on the page."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.threads.models import Asking, Introduction

BY_A_PERSON, BY_THE_HOUSE = "introduction", "suggestion"
# What such e-mails are about, so that one press refuses all like them.
ABOUT = "threads.introduction:all"


def introduction(asking: Asking) -> Email:
    """Somebody whom they met would like to introduce them. Raises post.Refused."""
    why = _("Somebody whom you have met would like to introduce you.")
    by = asking.introduction.by
    return _write(
        BY_A_PERSON, asking, {"why": why, "about": ABOUT, "by": by, "speaks_of": by}, Email.Policy.AT_LEAST_ONCE
    )


def suggestion(asking: Asking) -> Email:
    """The house found somebody for them, as they had asked. Raises post.Refused."""
    why = _("You like to be introduced: so says your page.")
    # To many at once, so never twice.
    return _write(BY_THE_HOUSE, asking, {"why": why, "about": ABOUT}, Email.Policy.AT_MOST_ONCE)


def asked_for(asking: Asking) -> Email:
    """Somebody who likes to meet them asked for it. Who, they learn when they say yes. Raises post.Refused."""
    why = _("You like to be introduced: so says your page.")
    # It names nobody, but holds the words of the one who asked.
    more = {"why": why, "about": ABOUT, "speaks_of": asking.introduction.by}
    return _write("asked_for", asking, more, Email.Policy.AT_LEAST_ONCE)


def question_of(made: Introduction) -> Callable[[Asking], Email]:
    """The e-mail that asks somebody whether they would like to meet somebody."""
    if made.is_asked_for:
        return asked_for
    return suggestion if made.by_id is None else introduction


def introduced(asking: Asking) -> Email:
    """Both have said yes."""
    return _write("introduced", asking, {}, Email.Policy.AT_LEAST_ONCE)


def did_you_meet(asking: Asking) -> Email:
    """One question, once, three weeks later. Raises post.Refused."""
    why = _("You were introduced to somebody three weeks ago.")
    return _write("did_you_meet", asking, {"why": why, "about": ABOUT}, Email.Policy.AT_MOST_ONCE)


def _write(kind: str, asking: Asking, more: dict[str, Any], policy: str) -> Email:
    return post.write(
        kind=kind,
        to=asking.person,
        address=asking.person.email or "",
        template=f"threads/emails/{kind}",
        context={"reason": asking.why, "page": absolute(reverse("threads:asking", args=[asking.key]))} | more,
        policy=policy,
    )
