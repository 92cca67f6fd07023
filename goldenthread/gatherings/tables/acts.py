"""What the journal says of tables: that they were made or changed, and never for whose sake."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.tables.tables_on_paper import KINDS
from goldenthread.journal.above import Act

TABLES, ARRANGEMENT = "tables:tables", "tables:arrangement"
# Who they are, and whether they changed seats or left one, only they know.
OWN_CHANGE = _("Somebody changed seats")
ACTS = (
    Act("laid out the tables", _("%(name)s laid out the tables"), page=ARRANGEMENT),
    Act("laid the tables out anew", _("%(name)s laid out the tables again"), page=ARRANGEMENT),
    Act("changed a round", _("%(name)s changed a round"), page=ARRANGEMENT),
    Act("changed a table", _("%(name)s changed a table"), page=ARRANGEMENT),
    Act("asked for a mix", _("%(name)s made new tables"), page=TABLES),
    Act("took the best so far", _("%(name)s took the best tables so far"), page=TABLES),
    Act("moved a seat", _("%(name)s moved somebody to another table"), page=TABLES),
    Act("locked a seat", _("%(name)s locked a seat"), page=TABLES),
    Act("unlocked a seat", _("%(name)s unlocked a seat"), page=TABLES),
    Act(
        "seated somebody who came later",
        _("%(name)s gave a seat to somebody who came later"),
        alone=_("Somebody who came later got a seat"),
        page=TABLES,
    ),
    Act("announced tables", _("%(name)s announced the tables"), alone=_("The tables were announced"), page=TABLES),
    Act("changed their own seat", OWN_CHANGE, page=TABLES),
    Act("left a seat", OWN_CHANGE, page=TABLES),
    *(Act(f"took the tables on paper: {kind}", _("%(name)s took the tables on paper"), page=TABLES) for kind in KINDS),
)
