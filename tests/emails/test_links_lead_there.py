"""Each link out of an e-mail is followed as the one it was written to, signed out."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import resolve, reverse

from goldenthread.gatherings.plan.models import Convening
from goldenthread.kit import clock
from goldenthread.people.models import Person
from tests.emails.every import NAME, WRITTEN_BY, written

IN_ANOTHER = re.compile(r"\S*https?://\S*https?://\S*")
OURS = re.compile(r"http://localhost:8000(/[^\s<>\")]*)")


@pytest.fixture
def reader(home):
    """A member: whoever helps others is one."""
    return Person.objects.create_person(NAME, "reader@example.org", joined_at=clock.now())


def followed(link, email):
    """What they find at once; or after they have signed in, where a page is theirs alone. None where neither is a page."""
    answer = Client().get(link, follow=True)
    at = answer.request["PATH_INFO"]
    if at != reverse("people:sign_in"):
        return answer.status_code, resolve(at).view_name
    back = parse_qs(urlsplit(answer.redirect_chain[-1][0]).query)["next"][0]
    signed_in = Client()
    signed_in.force_login(Person.objects.get(email=email.address))
    return signed_in.get(back).status_code, f"{resolve(urlsplit(back).path).view_name} when they have signed in"


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_every_link_leads_where_it_says(reader, spring, name):
    email = written(name, reader, spring)
    # Some are for those who convene, and whoever writes the next e-mail is another one.
    Convening.objects.get_or_create(gathering=spring, person=reader)

    pages = [followed(link, email) for link in OURS.findall(email.text)]

    assert [(status, page) for status, page in pages if status != 200] == []


@pytest.mark.parametrize("name", WRITTEN_BY)
def test_no_address_stands_in_another(reader, spring, name):
    email = written(name, reader, spring)

    assert IN_ANOTHER.findall(email.text) == []
