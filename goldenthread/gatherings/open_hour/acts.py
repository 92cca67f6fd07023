"""What the journal says of an open hour: what convenors did for everybody."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

WALL = "open_hour:wall"
ACTS = (
    Act("set the open hour", _("%(name)s set the rounds and corners of the open hour"), page=WALL),
    Act("typed in a card", _("%(name)s typed in a card for the open hour"), page=WALL),
    Act(
        "took a host off a card", _("%(name)s wrote down that a card of the open hour has no host any more"), page=WALL
    ),
    Act("took a card down", _("%(name)s took a card of the open hour down"), page=WALL),
)
