"""What is kept about people who sign up for sessions."""

from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.keeping import A_YEAR_AFTER
from goldenthread.kit.keeping import Expiry, Kept
from goldenthread.people.keeping import WITHOUT_YOUR_NAME

CHORES = "goldenthread.gatherings.signup.chores"
TWO_WEEKS_AFTER = Expiry(_("two weeks after the gathering"), f"{CHORES}.forget_session_wishes")
TILL_WRITTEN = Expiry(_("until the e-mail is written"), f"{CHORES}.write_of_sessions")

KEPT = [
    Kept(
        "signup.SignUpOpening",
        ("session", "draw", "by", "at"),
        _("To know who opened sign-up for a session."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "signup.SessionPlace",
        ("booking", "session_uid", "number", "title", "state", "at", "until"),
        _("To keep you a chair in a session. Only you and the convenors see it."),
        A_YEAR_AFTER,
    ),
    Kept(
        "signup.Draw",
        ("gathering", "until", "most_each", "seed", "by", "at", "drawn_at"),
        _("So that anybody can see how places were drawn."),
        WITHOUT_YOUR_NAME,
    ),
    Kept(
        "signup.SessionWish",
        ("booking", "draw", "session", "rank", "is_drawn"),
        _("To draw places in sessions so that as few as possible go without. Nobody else sees your wishes."),
        TWO_WEEKS_AFTER,
    ),
    Kept(
        "signup.OwedSession",
        ("booking", "kind", "title", "session_uid", "number", "draw"),
        _("To write each e-mail once."),
        TILL_WRITTEN,
    ),
]
