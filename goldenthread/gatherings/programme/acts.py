"""What the journal says of the programme."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ACTS = (
    Act(
        "showed the programme",
        _("%(name)s showed the programme to everybody"),
        alone=_("The programme was shown to everybody"),
        page="programme:releases",
    ),
)
