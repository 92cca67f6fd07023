"""The e-mails that people need to come in, and that tell them what was done in their name."""

from django.db import transaction

from goldenthread.outbox import post
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person, SignInLink
from goldenthread.people.signing_in import hand_out


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
        context={"link": out.link, "path": out.path, "code": f"{out.code[:3]} {out.code[3:]}"},
        policy=Email.Policy.AT_MOST_ONCE,
    )
    return out.link


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
        context={"person": person},
        policy=Email.Policy.AT_LEAST_ONCE,
    )
