"""What the journal says of sign-up: what convenors did, and never who goes where."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

SIGN_UP = "signup:sign_up"
ACTS = (
    Act("opened sign-up for a session", _("%(name)s opened sign-up for a session"), page=SIGN_UP),
    Act("closed sign-up for a session", _("%(name)s closed sign-up for a session"), page=SIGN_UP),
    Act("set a draw", _("%(name)s set a draw for places in sessions"), page=SIGN_UP),
    Act(
        "drew places in sessions",
        _("%(name)s drew the places in sessions"),
        alone=_("Places in sessions were drawn"),
        page=SIGN_UP,
    ),
    Act("typed in a place in a session", _("%(name)s typed in somebody for a session"), page=SIGN_UP),
    Act(
        "took the slips of the programme to print",
        _("%(name)s took the slips of the programme to print"),
        page="programme:draft_printing",
    ),
    Act("ended a place in a session", _("%(name)s took somebody off the list of a session"), page=SIGN_UP),
)
