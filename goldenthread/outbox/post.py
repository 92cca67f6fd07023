"""Writing an e-mail: a row, in the transaction of the fact that it tells. Sending is another matter (chores.py)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.template import Context, Engine
from django.template.loader import select_template
from django.urls import reverse
from django.utils import timezone, translation

from goldenthread.kit import clock
from goldenthread.kit.address import absolute, house_address
from goldenthread.kit.house import the_house
from goldenthread.outbox.held_emails import held_because
from goldenthread.outbox.models import Email, Refusal
from goldenthread.outbox.text_blocks import blocks
from goldenthread.outbox.words import one_line, whole_text


class Refused(Exception):
    """Whoever has this address wants no more e-mails of this kind about this."""


def write(
    *,
    kind: str,
    to: AbstractBaseUser | None,
    address: str,
    template: str,
    context: dict[str, Any],
    policy: str = Email.Policy.AT_LEAST_ONCE,
) -> Email:
    """The e-mail `<template>.subject.txt` and `.txt` (and `.html`, if it is more than its text) to one receiver.

    Templates also know `house`, `house_name` and `house_address` ({{ house_address }}{% url ... %}). Every e-mail says `why` it
    comes (words); one that was not asked for also what it is `about` (models.refusal.about): both are context, and from
    then on one press refuses all like it. Raises Refused where that was done. An e-mail that names somebody else says in its
    context whom it `speaks_of`: when they leave, it goes with them. One that can be answered says whom it `answers_to`.
    """
    email = compose(kind=kind, to=to, address=address, template=template, context=context, policy=policy)
    email.save(force_insert=True)
    return email


def compose(
    *,
    kind: str,
    to: AbstractBaseUser | None,
    address: str,
    template: str,
    context: dict[str, Any],
    policy: str = Email.Policy.AT_LEAST_ONCE,
) -> Email:
    """The same, but not a row yet: for those who write many, and want their transaction short."""
    email = blank_email(kind=kind, to=to, address=address, about=context.get("about", ""), policy=policy)
    email.speaks_of, email.answers_to = context.get("speaks_of"), context.get("answers_to")
    if not email.is_wanted:
        raise Refused
    put_into_words(email, template, context)
    # Refused here, loudly, rather than held for ever: an address that is none, or an e-mail without words.
    email.clean_fields(exclude=["to", "speaks_of", "answers_to"])
    return email


def blank_email(*, kind: str, to: AbstractBaseUser | None, address: str, about: str, policy: str) -> Email:
    """An e-mail without its words."""
    house = the_house()
    return Email(
        to_id=to.pk if to else None,
        address=address,
        kind=kind,
        policy=policy,
        language=getattr(to, "language", "") or translation.get_language() or settings.LANGUAGE_CODE,
        about=about,
        fewer_at=absolute(reverse("outbox:fewer", args=[Refusal.ticket(address, kind, about)])) if about else "",
        state=_state(is_sample=bool(house and house.is_sample)),
        held_because=held_because(),
        written_at=clock.now(),
        next_try_at=timezone.now(),
    )


def _state(*, is_sample: bool) -> Email.State:
    if is_sample:
        return Email.State.KEPT
    return Email.State.HELD if held_because() else Email.State.OWED


def house_name() -> str:
    house = the_house()
    return house.name if house else "Golden Thread"


def put_into_words(email: Email, template: str, context: dict[str, Any]) -> None:
    """In the language of whoever reads it."""
    known = {
        "house": the_house(),
        "house_name": house_name(),
        "house_address": house_address(),
        "language": email.language,
    }
    with translation.override(email.language):
        context = context | known
        email.subject = one_line(_plain(f"{template}.subject.txt", context))
        body = whole_text(_plain(f"{template}.txt", context))
        context |= {"subject": email.subject, "blocks": blocks(body), "fewer_at": email.fewer_at}
        email.text = whole_text(f"{body}\n{_plain('outbox/_foot.txt', context)}")
        email.html = select_template([f"{template}.html", "outbox/email.html"]).render(context)


def _plain(template: str, context: dict[str, Any]) -> str:
    """Plain text needs no escaping: an apostrophe stays one."""
    return Engine.get_default().get_template(template).render(Context(context, autoescape=False))
