"""Everybody of the permission matrix, and the things that its addresses name."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import ConvenorInvitation, Gathering
from goldenthread.kit import clock, house
from goldenthread.kit.models import House
from goldenthread.people import letters
from goldenthread.people.models import Keeping, Person, SignInLink
from goldenthread.people.signing_in import hand_out


@pytest.fixture
def everybody(db):
    """One of each; a stranger is nobody."""
    names = ["member", "convenor", "other convenor", "keeper"]
    people = {
        name: Person.objects.create_person(name.title(), f"{name.replace(' ', '-')}@example.org") for name in names
    }
    Keeping.objects.create(person=people["keeper"])
    return people


@pytest.fixture
def client_of(everybody):
    """The browser of a stranger, or of one of everybody."""

    def browser(role):
        client = Client()
        if role != "stranger":
            client.force_login(everybody[role])
        return client

    return browser


@pytest.fixture
def things(everybody):
    """What stands in braces in the table. Personal things belong to the member."""
    member, convenor = everybody["member"], everybody["convenor"]
    gathering = Gathering.begin("Launch", by=convenor)
    turns.publish(gathering, by=convenor)
    invitation = ConvenorInvitation.objects.create(gathering=gathering, name="Bo", email="bo@example.org", by=convenor)
    other = Gathering.begin("Supper", by=everybody["other convenor"])
    return {
        "gathering": gathering.slug,
        "draft": other.slug,
        "invitation": invitation.token,
        "link": hand_out(SignInLink(person=member, address=member.email)).path.split("/")[-2],
        "session": open_session(member).pk,
        "passkey": Authenticator.objects.create(user=member, type="webauthn", data={"name": "Telephone"}).pk,
        "letter": letters.passkey_added(member).pk,
    }


@pytest.fixture
def in_a_house(db):
    """Somewhere to live: a sample house, or a real one."""

    def settle(kind):
        House.objects.update_or_create(
            pk=1,
            defaults={"name": "Home", "sentence": "Ours.", "is_sample": kind == "sample", "founded_at": clock.now()},
        )
        house.forget()

    return settle


def open_session(person):
    store = SessionStore()
    store.set_expiry(timedelta(days=1))
    store.create()
    return UserSession.objects.create(
        user=person, session_key=store.session_key, ip="127.0.0.1", user_agent="", data={}
    )
