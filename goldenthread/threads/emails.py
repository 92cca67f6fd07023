"""E-mails about introductions and new threads. Before both have said yes they name nobody but whoever introduces."""

from collections.abc import Callable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person
from goldenthread.threads.models import Asking, Introduction
from goldenthread.threads.new_threads import NewThread

BY_A_PERSON, BY_THE_HOUSE = "introduction", "suggestion"
# What such e-mails are about, so that one press refuses all like them.
ABOUT = "threads.introduction:all"
WHY_INTRODUCED = _("You get this because you both said yes to being introduced.")
WHY_A_THREAD = _("You get this because you ticked “stay in touch”, and so did somebody else.")


def introduction(asking: Asking) -> Email:
    """Somebody whom they met would like to introduce them. Raises post.Refused."""
    why = _("Somebody you have met would like to introduce you to somebody else.")
    by = asking.introduction.by
    return _write(
        BY_A_PERSON, asking, {"why": why, "about": ABOUT, "by": by, "speaks_of": by}, Email.Policy.AT_LEAST_ONCE
    )


def suggestion(asking: Asking) -> Email:
    """The house found somebody for them, as they had asked. Raises post.Refused."""
    why = _("Your page says that you would like to be introduced to people.")
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
    return _write("introduced", asking, {"why": WHY_INTRODUCED}, Email.Policy.AT_LEAST_ONCE)


def did_you_meet(asking: Asking) -> Email:
    """One question, once, three weeks later. Raises post.Refused."""
    why = _("You were introduced to somebody three weeks ago.")
    return _write("did_you_meet", asking, {"why": why, "about": ABOUT}, Email.Policy.AT_MOST_ONCE)


def new_threads(person: Person, new: Sequence[NewThread]) -> Email:
    """They and somebody else ticked each other; or several, who are counted and not named: each of them may leave."""
    only = new[0] if len(new) == 1 else None
    page = reverse("threads:reach", args=[only.key]) if only else reverse("threads:my_thread")
    return post.write(
        kind="new_threads",
        to=person,
        address=person.email or "",
        template="threads/emails/new_threads",
        context={
            "me": person,
            "why": WHY_A_THREAD,
            "only": only,
            "gatherings": " · ".join(dict.fromkeys(thread.gathering for thread in new if thread.gathering)),
            "n": len(new),
            "page": absolute(page),
            "speaks_of": Person.objects.get(pk=only.person) if only else None,
        },
    )


def _write(kind: str, asking: Asking, more: dict[str, Any], policy: str) -> Email:
    return post.write(
        kind=kind,
        to=asking.person,
        address=asking.person.email or "",
        template=f"threads/emails/{kind}",
        context={"reason": asking.why, "page": absolute(reverse("threads:asking", args=[asking.key]))} | more,
        policy=policy,
    )
