"""What the journal says of plans."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.above import Act

PLAN, CHANGES, CONVENORS = "pages:gathering", "plan:changes", "plan:convenors"
Turn = Gathering.Turn
TURNS = {
    Turn.BEGUN: _("%(name)s started the plan"),
    Turn.EDITED: _("%(name)s changed the plan"),
    Turn.TIDIED: _("%(name)s put small mistakes in the plan right"),
    Turn.PUBLISHED: _("%(name)s showed the draft to everybody"),
    Turn.SETTLED: _("%(name)s said that the plan is settled"),
    Turn.UNSETTLED: _("%(name)s said that the plan is a draft again"),
    Turn.FULL: _("%(name)s said that the gathering is full"),
    Turn.NOT_FULL: _("%(name)s said that there are places again"),
    Turn.POSTPONED: _("%(name)s postponed the gathering"),
    Turn.RESUMED: _("%(name)s said that the gathering is going ahead"),
    Turn.CANCELLED: _("%(name)s called the gathering off"),
    Turn.REINSTATED: _("%(name)s said that the gathering is happening after all"),
}
ACTS = (
    # A reason stands on the page of what changed, where everybody reads it.
    *(
        Act(turn.value, words, page=CHANGES, because=str, within=timedelta(hours=turn == Turn.EDITED))
        for turn, words in TURNS.items()
    ),
    Act("moved to another address", _("%(name)s gave the gathering another address"), page=PLAN),
    Act("copied a plan", _("%(name)s took the words of an earlier plan"), page=PLAN),
    Act("sent no e-mail about small mistakes", _("%(name)s sent no e-mail about small mistakes"), page=CHANGES),
    Act("began to convene", _("%(name)s began to convene"), page=CONVENORS),
    Act("stepped back from convening", _("%(name)s stepped back from convening"), page=CONVENORS),
)
