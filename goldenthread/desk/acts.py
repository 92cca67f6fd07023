"""What the journal says of this site and its keepers."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ABOUT, KEEPER, HELD = "desk:about", "desk:keeper", "desk:held_emails"
ACTS = (
    Act("founded the house", _("%(name)s set up this site"), page=ABOUT),
    Act("said what this site is", _("%(name)s changed what this site says of itself"), page=ABOUT),
    Act("made a keeper", _("Somebody was made a keeper (who runs this site) at the command line"), page=KEEPER),
    Act("made a backup", _("A backup was made"), page=KEEPER),
    Act("sent held letters again", _("%(name)s sent e-mails that waited for a keeper"), page=HELD),
    Act("let held letters be", _("%(name)s decided not to send e-mails that waited for a keeper"), page=HELD),
)
