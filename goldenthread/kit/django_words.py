"""Words of Django's that our own catalogue says again, because Django's Welsh is patchy: a day of the week would begin in
capitals in the middle of a sentence, July is misspelled, and some sentences are wrong or missing. Nothing calls this."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

SAID_AGAIN = [
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
    _("July"),
    _("Enter a whole number."),
    _("Enter a valid date."),
    _("Enter a valid time."),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
    _("Null characters are not allowed."),
]
