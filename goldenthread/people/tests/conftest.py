"""What arrives in the post, and somebody who has just come in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.kit.models import House
from goldenthread.outbox.models import Letter
from goldenthread.people.models import Keeping, Person


@pytest.fixture(autouse=True)
def house(db):
    return House.objects.create(pk=1, name="The house", sentence="People who meet.", founded_at="2022-11-01T09:00Z")


@pytest.fixture
def ada(db):
    return Person.objects.create_person("Ada", "ada@example.org", joined_at="2022-12-01T09:00Z")


@pytest.fixture
def bo(db):
    return Person.objects.create_person("Bo", "bo@example.org", joined_at="2022-12-01T09:00Z")


@pytest.fixture
def keeper(bo):
    Keeping.objects.create(person=bo)
    return bo


@pytest.fixture
def post():
    return Post()


@pytest.fixture
def ada_is_in(client, ada, post):
    """Ada, who came in by a code a moment ago."""
    client.post("/sign-in/", {"email": ada.email})
    client.post("/sign-in/code/", {"code": post.code})
    return client


class Post:
    """The newest letter, as its receiver reads it."""

    @property
    def letter(self):
        return Letter.objects.latest("pk")

    def found(self, pattern):
        return re.findall(pattern, self.letter.text, re.MULTILINE)[0]

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
