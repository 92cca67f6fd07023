"""What is kept about people after the day."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.outbox.keeping import A_YEAR
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

SIX_YEARS = Expiry(_("six years after the gathering"), "goldenthread.gatherings.afterwards.chores.forget_certificates")

KEPT = [
    Kept(
        "afterwards.Certificate",
        ("gathering", "booking", "person", "whose", "code", "printed", "by", "at", "told_at"),
        _("So that you can show that you were there, and anybody you show it to can check it."),
        SIX_YEARS,
    ),
    Kept(
        "afterwards.FeedbackGiven",
        ("booking",),
        _("So that everybody answers once. What you said is not kept with it."),
        A_YEAR_AFTER,
    ),
    Kept(
        "afterwards.Outcome",
        ("gathering", "words", "by", "at"),
        _("To tell what came of a gathering."),
        WITHOUT_YOUR_NAME,
    ),
    Kept("afterwards.Afterword", ("circular", "gathering", "whom"), _("To know who an e-mail went to."), A_YEAR),
]
