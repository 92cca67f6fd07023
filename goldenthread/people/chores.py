"""What the house forgets by itself. On the real clock, where it is about security."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from goldenthread.kit.sqlite.emptying import empty_the_log
from goldenthread.people import limits
from goldenthread.people.models import Hello, PaperCode, SignInLink


def forget_sign_in_links(_now: datetime) -> None:
    """With each goes the name and the address of a newcomer who never came in."""
    SignInLink.objects.to_forget(timezone.now()).delete()


def forget_allowances(_now: datetime) -> None:
    limits.forget(timezone.now().timestamp())


def forget_paper_codes(_now: datetime) -> None:
    PaperCode.objects.to_forget(timezone.now()).delete()


def forget_hellos(now: datetime) -> None:
    """By the clock of this house: when nobody answers any more, nobody needs to know who said hello."""
    Hello.objects.to_forget(now).delete()


def forget_ended_sessions(_now: datetime) -> None:
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def forget_for_good(_now: datetime) -> None:
    """Somebody who left while others were reading is still in the log beside the database: an hour later nobody reads so far back."""
    empty_the_log()
