"""What the journal says of people: that somebody copies pages. What they do with their own page is theirs."""

from django.utils.translation import gettext_lazy as _

from goldenthread.journal.above import Act, silent

ACTS = (
    Act("read very many pages of people", _("%(name)s opened very many pages of people, and was asked to wait")),
    *silent("joined", "left", "joined two pages", "said hello", "took everything as html", "took everything as json"),
    # On the page of a person, and of their booking.
    *silent("read what somebody needs"),
)
