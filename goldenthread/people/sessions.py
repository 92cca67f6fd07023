"""Where somebody is signed in, in words that they recognise."""

from datetime import datetime
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from goldenthread.kit import clock
from goldenthread.people.models import Person

# The first that is found in what the browser says of itself. Order matters: Edge and Chrome both say Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "SamsungBrowser": "Samsung Internet",
} | {
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
DEVICES = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "CrOS": "ChromeOS", "Windows": "Windows"} | {
    "Macintosh": "Mac",
    "Linux": "Linux",
}


class SignedInBrowser(NamedTuple):
    """A browser in which somebody is signed in."""

    session: UserSession
    is_here: bool

    @property
    def words(self) -> str:
        return browser_in_words(self.session.user_agent)

    @property
    def since(self) -> datetime:
        """Kept by the real clock, and read beside times of a sample's."""
        return clock.as_shown(self.session.created_at)


def browser_in_words(user_agent: str) -> str:
    known = {"browser": _named(BROWSERS, user_agent), "device": _named(DEVICES, user_agent)}
    return _("%(browser)s on %(device)s") % known if all(known.values()) else _("A browser")


def sessions_of(person: Person) -> QuerySet[UserSession]:
    """Those that still open a door: what ended by itself is not shown."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    rows: QuerySet[UserSession] = UserSession.objects.filter(user=person, session_key__in=alive)
    return rows.order_by("-created_at", "-pk")


def passkeys_of(person: Person) -> QuerySet[Authenticator]:
    """Keys that devices keep, in the order in which they came."""
    passkeys: QuerySet[Authenticator] = Authenticator.objects.filter(user=person)
    return passkeys.order_by("created_at", "pk")


def forget(session_key: str) -> None:
    """That somebody was signed in there: whoever signs out leaves no row behind."""
    UserSession.objects.filter(session_key=session_key).delete()


def end(session: UserSession) -> None:
    Session.objects.filter(session_key=session.session_key).delete()
    session.delete()


def _named(names: dict[str, str], user_agent: str) -> str:
    return next((name for sign, name in names.items() if sign in user_agent), "")
