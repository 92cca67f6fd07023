"""What the journal says of what people bring. A draft is on no record, and nobody's name but that of who did it."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act, silent

LIST = "voices:contributions"

OFFER_ACTS = (
    Act("typed in what somebody brings", _("%(name)s typed in what somebody brings"), page=LIST),
    # Told to those who bring it and to the convenors, on pages of their own.
    *silent(
        "sent what they bring",
        "took back what they bring",
        "brought back what they bring",
        "wrote down terms",
        "took help with what they bring",
        "ended help with what they bring",
        "stepped out of help",
    ),
)
