"""What the journal says of what comes afterwards."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

ACTS = (Act("issued certificates", _("%(name)s made the certificates"), page="afterwards:afterwards"),)
