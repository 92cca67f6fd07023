"""The e-mail that one person writes to many, and the one that is only a test."""

from typing import Any

from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goldenthread.kit.prose import prose
from goldenthread.outbox import post
from goldenthread.outbox.models import Circular, CircularReceiver, Email
from goldenthread.outbox.models.circular import Receiver
from goldenthread.outbox.words import signature

TEMPLATE = "outbox/emails/circular"
NAME = "{name}"
WHY_A_PREVIEW = gettext_lazy("You get this because you asked to see this e-mail before it goes.")
WHY_A_TEST = gettext_lazy(
    "You get this because the keeper (who runs this site) is trying out whether its e-mails arrive."
)


def circular(receiver: CircularReceiver) -> Email:
    """To one of its receivers. Raises post.Refused."""
    circular = receiver.circular
    return post.write(
        kind=Circular.KIND,
        to=receiver.to,
        address=receiver.address,
        template=TEMPLATE,
        context=template_context(circular, receiver.name) | {"about": circular.about},
        # Nobody gets it twice because a worker stumbled: where nobody knows whether it went, a person decides.
        policy=Email.Policy.AT_MOST_ONCE,
    )


def preview(circular: Circular, to: Any) -> Email:
    """To its writer, who asked for it: nothing to refuse here."""
    return post.write(
        kind="circular preview",
        to=to,
        address=to.email,
        template=TEMPLATE,
        context=template_context(circular, to.known_as) | {"why": WHY_A_PREVIEW},
    )


def sample(circular: Circular, receiver: Receiver) -> Email:
    """As it will look for this receiver. It goes nowhere: it is never saved."""
    email = post.blank_email(
        kind=Circular.KIND,
        to=receiver.person,
        address=receiver.address,
        about=circular.about,
        policy=Email.Policy.AT_MOST_ONCE,
    )
    email.answers_to = circular.answers_to
    post.put_into_words(email, TEMPLATE, template_context(circular, receiver.name))
    return email


def trial(address: str) -> Email:
    """To see whether e-mails go (trial.py). Never saved: it does not wait its turn."""
    return post.compose(
        kind="test", to=None, address=address, template="outbox/emails/test", context={"why": WHY_A_TEST}
    )


def template_context(circular: Circular, name: str) -> dict[str, Any]:
    """The name is put in after Markdown was read: whatever somebody is called, it makes no link."""
    name = name or _("friend")
    written = prose(circular.words).replace(NAME, escape(name))
    return {
        "title": circular.subject.replace(NAME, name),
        "words": circular.words.replace(NAME, name),
        "prose": mark_safe(written),  # noqa: S308 - prose is clean, and the name is escaped
        "signature": signature(circular.by.known_as) if circular.by else "",
        "why": circular.why,
        "answers_to": circular.answers_to,
    }
