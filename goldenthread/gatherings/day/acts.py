"""What the journal says of the day."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ARRIVALS = "day:arrivals"
ACTS = (
    Act("closed the list of arrivals", _("%(name)s closed the list of arrivals"), page=ARRIVALS),
    Act("opened the list of arrivals again", _("%(name)s opened the list of arrivals again"), page=ARRIVALS),
    Act("took the slips to print", _("%(name)s took the slips to print"), page="day:slips"),
    Act(
        "typed in somebody who walked in",
        _("%(name)s typed in %(whose)s, who walked in"),
        page="bookings:listed",
        is_of_one=True,
    ),
)
