"""What is kept about people who plan, follow and help."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import UNTIL_YOU_LEAVE, WITHOUT_YOUR_NAME

FACTS = ["Publication", "Settlement", "Fullness", "Postponement", "Cancellation"]
INVITATIONS = Expiry(_("60 days, answered or not"), "goldenthread.gatherings.plan.chores.forget_invitations")
FOR_GOOD = Expiry(_("for good, until a convenor changes it"), "goldenthread.gatherings.plan.models.Gathering.replan")
OF_THE_VERSION = ("history_user", "history_date", "history_type", "history_change_reason")

KEPT = [
    Kept("plan.Gathering", ("hosted_by", "safeguarding"), _("To say who hosts, and who people can talk to."), FOR_GOOD),
    Kept(
        "plan.ConvenorInvitation",
        ("gathering", "name", "email", "by", "at"),
        _("To ask somebody to convene too."),
        INVITATIONS,
    ),
    Kept(
        "plan.ConvenorInvitation",
        ("takes_over", "token", "accepted_at", "owed_since"),
        _("So that they can answer, once."),
        INVITATIONS,
    ),
    Kept(
        "plan.Convening",
        ("gathering", "person", "since", "until"),
        _("To say who convenes it."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "plan.Convening",
        ("task", "planned_until"),
        _("To tell the other convenors what you look after, and for how long."),
        UNTIL_YOU_LEAVE,
    ),
    Kept("plan.Convening", ("looked_at",), _("To show you what happened since you last looked."), UNTIL_YOU_LEAVE),
    Kept(
        "plan.Following",
        ("gathering", "person", "since", "told", "told_at"),
        _("To tell you once what changed."),
        UNTIL_YOU_LEAVE,
    ),
    Kept(
        "plan.OfferOfHelp",
        ("gathering", "person", "point", "words", "at"),
        _("So that the convenors can say yes."),
        UNTIL_YOU_LEAVE,
    ),
    *[
        Kept(
            f"plan.{fact}",
            ("gathering", "by", "at", "because"),
            _("To say what happened to the plan."),
            WITHOUT_YOUR_NAME,
        )
        for fact in FACTS
    ],
    Kept("plan.HistoricalGathering", OF_THE_VERSION, _("To say who changed the plan, and when."), WITHOUT_YOUR_NAME),
    # Of a plan itself nothing is about a person but its two lines above; its versions keep all of it.
    Kept(
        "plan.HistoricalGathering",
        tuple(field.name for field in Gathering._meta.concrete_fields),
        _("To show every version of the plan."),
        WITHOUT_YOUR_NAME,
    ),
]
