"""Coming in: links and codes are handed out here, and here the door opens."""

import secrets
import time
from datetime import timedelta
from typing import NamedTuple

from allauth.account.utils import perform_login
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from goldenthread.kit.six_digits import new_code
from goldenthread.people.allauth_internals import get_authentication_records, record_authentication
from goldenthread.people.models import MayNotSignIn, Person, SignInLink

# Ten minutes, as long as OWASP allows (ASVS v5.0.0-6.5.5): somebody who types with a switch needs them all.
LIFE_OF_A_CODE = timedelta(seconds=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT)
# How long after signing in one may change how one signs in.
LIFE_OF_FRESHNESS = timedelta(minutes=15)
ASKED_FOR = "people.sign_in_link"
LONGEST_WAY = SignInLink._meta.get_field("then").max_length


class HandedOut(NamedTuple):
    """What goes into the e-mail, and into nothing else."""

    link: SignInLink
    path: str
    code: str


def hand_out(link: SignInLink, *, lasting: timedelta = LIFE_OF_A_CODE) -> HandedOut:
    """A new link and a new code. Only their seals are kept."""
    token, code = secrets.token_urlsafe(32), new_code()
    link.until = timezone.now() + lasting
    link.seal(token, code)
    link.save()
    return HandedOut(link, reverse("people:email_link", args=[token]), code)


def email_link(person: Person, *, lasting: timedelta = LIFE_OF_A_CODE) -> str:
    """A path that signs this person in once, for an e-mail or a screen of their own."""
    if not person.may_sign_in:
        raise MayNotSignIn
    return hand_out(SignInLink(person=person, address=person.email or ""), lasting=lasting).path


def sign_in(request: HttpRequest, person: Person) -> None:
    """Sign in somebody whose address has just proved to be theirs. The session gets a new key."""
    if not person.may_sign_in:
        raise MayNotSignIn
    record_authentication(request, person, method="code", email=person.email)
    perform_login(request, person)
    request.session.pop(ASKED_FOR, None)


def remember(request: HttpRequest, link: SignInLink) -> None:
    """Only the browser that asked for an e-mail may type its code (ASVS v5.0.0-6.6.2)."""
    request.session[ASKED_FOR] = link.pk


def remembered(request: HttpRequest) -> SignInLink | None:
    return SignInLink.objects.filter(pk=request.session.get(ASKED_FOR, 0)).select_related("person").first()


def is_fresh(request: HttpRequest) -> bool:
    """Whether whoever sits here has signed in lately, so that an open screen does not give away the key."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < LIFE_OF_FRESHNESS.total_seconds()


def way_back(request: HttpRequest) -> str:
    """Where this person was going when we asked who they are: a path of this house, or nothing."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    own_hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, own_hosts, require_https=request.is_secure())
    # Without its slash, Django would take it for the name of a view.
    return wanted if safe and wanted.startswith("/") and len(wanted) <= (LONGEST_WAY or 0) else ""


def way_on(then: str) -> str:
    return then or resolve_url("desk:front")
