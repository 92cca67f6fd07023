"""What the journal says of a programme: that it was shown, and that somebody worked on it. What they did stands in the draft, for convenors."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ACTS = (
    Act("asked for a draft by machine", _("%(name)s made a draft of the programme by machine"), page="programme:draft"),
    Act("took the best draft so far", _("%(name)s took the best draft so far"), page="programme:draft"),
    Act(
        "worked on the programme",
        _("%(name)s worked on the programme"),
        page="programme:draft",
        within=timedelta(hours=1),
    ),
    Act(
        "showed the programme",
        _("%(name)s showed the programme to everybody"),
        alone=_("The programme was shown to everybody"),
        page="programme:releases",
    ),
    Act(
        "showed a draft of the programme",
        _("%(name)s showed a draft of the programme to everybody"),
        alone=_("A draft of the programme was shown to everybody"),
        page="programme:releases",
    ),
    Act("brought in a programme", _("%(name)s brought in a programme"), page="programme:imports"),
    Act("took back a programme", _("%(name)s undid the import of a programme"), page="programme:imports"),
)
