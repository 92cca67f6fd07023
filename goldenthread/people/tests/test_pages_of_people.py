"""A page of somebody, as others find it."""

import pytest

from goldenthread.people.directory import Wanted, find
from goldenthread.people.models import Finding, Person, Portrait


@pytest.fixture
def page_of(somebody):
    return lambda **fields: f"/people/{somebody('Nia', **fields).portrait.token}/"


def test_a_page_shows_what_members_may_see(client, page_of, ada):
    client.force_login(ada)

    page = client.get(page_of(region="wales", brings="bread", brings_audience="hosts")).content.decode()

    assert ("Wales" in page, "bread" in page) == (True, False)


def test_who_is_not_to_be_found_has_no_page_for_others(client, page_of, ada):
    client.force_login(ada)
    address = page_of()
    Finding.objects.all().delete()

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["nobody", "a%20b", "x" * 300])
def test_an_invented_page_is_nobodys(client, ada, token):
    client.force_login(ada)

    assert client.get(f"/people/{token}/").status_code == 404


def test_my_own_page_is_always_there_for_me(client, bo):
    client.force_login(bo)
    address = f"/people/{Portrait.objects.create(person=bo, brings='bread', brings_audience='only_me').token}/"

    assert "bread" in client.get(address).content.decode()


def test_a_page_that_was_closed_is_gone(client, page_of, ada):
    client.force_login(ada)
    address = page_of()
    Person.objects.filter(name="Nia").update(is_active=False)

    assert (client.get(address).status_code, find(Wanted(), by=ada).people) == (404, [])
