"""What the journal says of a programme."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act

IMPORTS = "programme:imports"
ACTS = (
    Act("brought in a programme", _("%(name)s brought in a programme"), page=IMPORTS),
    Act("took back a programme", _("%(name)s undid the import of a programme"), page=IMPORTS),
)
