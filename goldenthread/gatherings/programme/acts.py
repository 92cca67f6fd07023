"""What the journal says of a programme: that somebody worked on it. What they did stands in the draft, for convenors."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ACTS = (
    Act(
        "worked on the programme",
        _("%(name)s worked on the programme"),
        page="programme:draft",
        within=timedelta(hours=1),
    ),
)
