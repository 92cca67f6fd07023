"""Somebody on paper has an address after all: what they told stands, and the link can still say no."""

import pytest

from goldenthread.gatherings.voices.models import Contribution, Voice
from goldenthread.gatherings.voices.tests.conftest import AT, WORDS


@pytest.fixture
def kit(client, call, ada):
    client.force_login(ada)
    client.post(f"{AT}paper/", WORDS | {"name": "Kit", "email": ""})
    voice = Voice.objects.get()
    client.post(f"{AT}voices/{voice.pk}/address/", {"email": "kit@example.org"})
    client.logout()
    return Voice.objects.get()


def test_their_yes_and_their_name_stay(kit, emails):
    assert (kit.is_in, list(Voice.objects.all().proved()), emails()) == (
        True,
        [kit],
        [("kit@example.org", "voice: typed_in")],
    )


def test_the_link_asks_and_writes_nothing_before_a_yes(kit, client, press):
    page = client.get(kit.get_absolute_url()).text
    press(kit, "save", **WORDS | {"title": "Mine now"})

    assert ("Is it yours?" in page, Contribution.objects.get().title) == (True, "Eleven chairs")
    assert client.get(f"{kit.get_absolute_url()}withdrawal/").status_code == 302


def test_after_a_yes_it_is_theirs_to_change(kit, press):
    press(kit, "yes")
    press(kit, "save", **WORDS | {"title": "Twelve chairs"})

    assert Contribution.objects.get().title == "Twelve chairs"


def test_a_no_counts(kit, press):
    press(kit, "no")

    assert not Contribution.objects.sent().exists()
