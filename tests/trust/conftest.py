"""Everybody who comes to the house, and what is there for them."""

import pytest
from django.core.cache import cache
from django.test import Client

from goldenthread.people.models import Keeping, Person
from goldenthread.people.signing_in import email_link
from tests.house.conftest import client_of, in_a_house, things
from tests.trust.birds import birds, cast_by_role

__all__ = ["birds", "cast_by_role", "client_of", "in_a_house", "things"]


@pytest.fixture(autouse=True)
def _nobody_has_asked_before(db):
    """Limits are counted in a cache, which no test rolls back when it is not in the database."""
    cache.clear()


class Visitor(Client):
    """A browser, and who sits before it."""

    person: Person


@pytest.fixture
def keeper_at_the_door(sample_house):
    """The browser of a keeper and convenor who has just signed in, so that nothing is closed to them."""
    person = Person.objects.create_person("Kit Larkspur", "kit@example.org")
    Keeping.objects.create(person=person)
    browser = Visitor(raise_request_exception=False)
    browser.post(email_link(person))
    browser.person = person
    return browser
