"""What arrives in the post, and somebody who has just come in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.outbox.models import Email
from goldenthread.people.models import Hat, Person, Portrait
from goldenthread.people.telling import tell


@pytest.fixture(autouse=True)
def _founded(home):
    """Nobody joins a house that has not been founded."""


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def ada_is_in(client, ada, post):
    """Ada, who came in by a code a moment ago."""
    client.post("/sign-in/", {"email": ada.email})
    client.post("/sign-in/code/", {"code": post.code})
    return client


@pytest.fixture
def somebody(home):
    """A member who wants to be found and tells this."""

    def joins(name, *, hats=(), **fields):
        person = Person.objects.create_person(name, joined_at=home.founded_at)
        Hat.objects.bulk_create(Hat(person=person, **hat) for hat in hats)
        tell(person, known={}, portrait=Portrait(person=person, **fields), is_to_be_found=True)
        return person

    return joins


class Post:
    """The newest e-mail, as its receiver reads it."""

    @property
    def email(self):
        return Email.objects.latest("pk")

    def found(self, pattern):
        return re.findall(pattern, self.email.text, re.MULTILINE)[0]

    @property
    def code(self):
        return self.found(r"^(\d{3} \d{3})$")

    @property
    def wrong_code(self):
        return f"{(int(self.code.replace(' ', '')) + 1) % 1_000_000:06}"

    @property
    def path(self):
        return self.found(rf"({reverse('people:sign_in')}letter/[\w-]+/)$")


@pytest.fixture
def other_client():
    """Another browser, perhaps on another device."""
    return Client()
