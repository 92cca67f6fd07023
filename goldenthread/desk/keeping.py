"""What is kept about those who run this site."""

from django.utils.translation import gettext_lazy as _

from goldenthread.kit.keeping import Expiry, Kept

UNTIL_CHANGED = Expiry(_("until a keeper changes it"), "goldenthread.desk.about.say_about")

KEPT = [
    Kept(
        "desk.OwnWords",
        ("part", "words"),
        _("To tell everybody who runs this site and how to reach them."),
        UNTIL_CHANGED,
    )
]
