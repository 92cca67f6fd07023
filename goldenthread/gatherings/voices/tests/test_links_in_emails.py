"""Whoever brings something comes back by the link in their e-mail."""

import re

from django.test import Client

from goldenthread.gatherings.voices.models import Voice
from goldenthread.gatherings.voices.tests.conftest import AT, JUDE, WORDS
from goldenthread.kit.address import absolute
from goldenthread.outbox.models import Email


def links(email):
    return re.findall(r"\S*http\S+", email.text)


def test_the_link_in_the_first_email_is_the_page_of_the_voice(call):
    Client().post(AT, WORDS | JUDE | {"press": "save"})

    voice = Voice.objects.select_related("contribution__gathering").get()
    assert links(Email.objects.get())[0] == absolute(voice.get_absolute_url())


def test_and_so_is_that_of_whoever_is_asked_to_bring_it_with_them(jude):
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})

    sam = Voice.objects.select_related("contribution__gathering").get(email="sam@example.org")
    assert absolute(sam.get_absolute_url()) in links(Email.objects.get(address="sam@example.org"))
