"""What the journal says of reading and deciding. Of readings and decisions no title and no person: what is held back stands nowhere."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act, silent

READING_ACTS = (
    *silent(
        "asked somebody to read",
        "changed how long somebody reads",
        "ended a reading task",
        "typed in readings",
        "decided about something",
        "took a decision back",
        "told somebody by hand",
        "answered a decision",
        "answered a decision for somebody",
    ),
    Act("opened the readings", _("%(name)s opened the readings"), page="voices:readers"),
    Act("told what was decided", _("%(name)s told people what was decided"), page="voices:decisions"),
)
