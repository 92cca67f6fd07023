"""The e-mails that people need to come in, and that tell them what was done in their name."""

from contextlib import suppress

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from goldenthread.kit.address import absolute
from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.outbox.models.refusal import about
from goldenthread.people.models import Person, SignInLink
from goldenthread.people.signing_in import hand_out

WHY_A_HELLO = _("You get this because your page lets other people say hello, or because you said hello to them.")

WHY_A_CODE = _("You get this because somebody typed in this address to sign in or to join. We hope it was you.")
WHY_SAFETY = _("You get this because the ways in which you sign in have changed.")


@transaction.atomic
def sign_in(address: str, *, name: str = "", then: str = "") -> SignInLink:
    """To whoever this address belongs to. Known or not, it costs us the same: nobody learns who is here."""
    person = Person.objects.filter(email=address, is_active=True).first()
    out = hand_out(SignInLink(person=person, address=address, name=name, then=then))
    post.write(
        kind=Email.SIGN_IN,
        to=person,
        address=address,
        template="people/emails/code" if out.link.leads_in else "people/emails/nobody",
        context={"link": out.link, "path": out.path, "code": f"{out.code[:3]} {out.code[3:]}", "why": WHY_A_CODE},
        policy=Email.Policy.AT_MOST_ONCE,
    )
    return out.link


def hello(
    by: Person, to: Person, *, words: str, shows_address: bool, is_passed_on: bool, is_answer: bool = False
) -> Email | None:
    """From one member to another. Written in any case, so that it takes as long; kept, and so sent, where it is passed on."""
    context = {
        "by": by,
        "to": to,
        "words": words,
        "is_answer": is_answer,
        "shown_address": by.email if shows_address else "",
        "answer_at": absolute(reverse("people:hello", args=[by.portrait.token])),
        "speaks_of": by,
        "why": WHY_A_HELLO,
        # One press refuses every hello of this one person.
        "about": about(by),
    }
    with suppress(post.Refused):
        email = post.compose(
            kind=Email.HELLO, to=to, address=to.email or "", template="people/emails/hello", context=context
        )
        if is_passed_on:
            email.save(force_insert=True)
            return email
    return None


def passkey_added(person: Person) -> Email | None:
    return _tell(person, "people/emails/passkey_added")


def passkey_removed(person: Person) -> Email | None:
    return _tell(person, "people/emails/passkey_removed")


def _tell(person: Person, template: str) -> Email | None:
    if not person.email:
        return None
    return post.write(
        kind="safety",
        to=person,
        address=person.email,
        template=template,
        context={"person": person, "why": WHY_SAFETY},
        policy=Email.Policy.AT_LEAST_ONCE,
    )
