"""What goes with somebody who leaves, what stays and why: in words, and only what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from goldenthread.people.everything import rows_of
from goldenthread.people.models import Person

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import _StrPromise as StrPromise


class Parting(NamedTuple):
    """What goes, and what stays."""

    goes: list[StrPromise]
    stays: list[StrPromise]


# Said to everybody.
GOES = [_("Your name, your e-mail address and all that you said about yourself.")]
STAYS = [
    _("That somebody left, on that day, and not who: so that the journal of this site stays true."),
    _("Copies that the keeper (who runs this site) made for safety. They are overwritten in time."),
]
# Said where there is something, by the labels of tables: so they can be named from below. After a colon the word of its table that
# says of which rows, where that is not all of them.
IF_THERE_IS = [
    ("bookings.Booking", _("Your places at gatherings. If somebody waits for one, they can have it now.")),
    ("threads.Encounter", _("Where and when you met people. You are gone from their pages, too.")),
    ("threads.Thread", _("Your threads, for you and for the other person, with how to reach you.")),
    ("threads.Side", _("Your private notes.")),
    (
        "afterwards.Certificate",
        _("Your certificates. Print or save them first: nobody can check them here afterwards."),
    ),
    (
        "voices.Contribution:brought_alone_by",
        _(
            "What you bring alone: its title and words, also from the programme, what you answered beside it, and what others"
            " thought when they read it. An hour in the programme stays, because people come to it."
        ),
    ),
    ("voices.HelpAsked", _("What you asked members to think through with you, and what they answered.")),
    ("voices.HelpOffer:by", _("What you offered to think through with others.")),
    ("voices.Reading", _("What you thought of what others offer: the convenors don’t see it any more.")),
    ("plan.Following", _("The plans you follow.")),
    ("plan.OfferOfHelp", _("The help you offered.")),
    ("outbox.Email", _("The e-mails to you that we kept, and those to others that mention you.")),
    ("mfa.Authenticator", _("Your passkeys. You can also delete them from your telephone or computer.")),
]
STAYS_IF_THERE_IS = [
    ("plan.Convening", _("Gatherings that you helped to convene, without your name: other people are coming to them.")),
    (
        "voices.Contribution:brought_together_by",
        _(
            "What you bring together with others: it’s theirs as well, so they bring it without you and without your name."
        ),
    ),
    ("outbox.Circular", _("E-mails you wrote to many, with those who got them, and without your name.")),
    (
        "outbox.Refusal",
        _(
            "That your address wants no more e-mails of some kind, so that none is sent by mistake. Nobody can read the address in it."
        ),
    ),
    (
        "afterwards.FeedbackGiven",
        _("Your unsigned feedback. Nobody knows which answer is yours, so nobody can take it out."),
    ),
]


def parting_of(person: Person) -> Parting:
    return Parting([*GOES, *_there_are(IF_THERE_IS, person)], [*_there_are(STAYS_IF_THERE_IS, person), *STAYS])


def _there_are(sentences: list[tuple[str, StrPromise]], person: Person) -> list[StrPromise]:
    return [words for rows, words in sentences if _is_any(rows, person)]


def _is_any(rows: str, person: Person) -> bool:
    label, _colon, word = rows.partition(":")
    model = apps.get_model(label)
    if not word:
        return rows_of(person, model).exists()
    narrowed: QuerySet[Any] = getattr(model._default_manager.all(), word)(person)
    return narrowed.exists()
