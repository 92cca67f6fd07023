import re
from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.voices import chores
from goldenthread.gatherings.voices.models import Contribution, ContributionKind, Voice
from goldenthread.gatherings.voices.tests.conftest import AT, WORDS
from goldenthread.gatherings.voices.typing_in import type_in
from goldenthread.people.models import Person


@pytest.fixture
def convenor(client, ada, call):
    client.force_login(ada)
    return client


def test_convenors_read_what_was_sent_and_no_draft(convenor, brought):
    brought(title="Sent by Jude")
    brought("Sam", title="Not yet", is_sent=False)

    page = convenor.get(AT).text

    assert ("Sent by Jude" in page, "Not yet" in page) == (True, False)


def test_nor_can_they_open_a_draft(convenor, brought):
    draft = brought(is_sent=False)

    assert convenor.get(f"{AT}{draft.contribution_id}/").status_code == 404
    assert convenor.get(f"{AT}voices/{draft.pk}/terms/").status_code == 404


def test_it_shows_one_kind(convenor, brought, call):
    kind = ContributionKind.objects.get()
    brought(title="A story of ours", kind=kind)
    brought("Sam", title="Something else")

    page = convenor.get(f"{AT}?kind={kind.pk}").text

    assert ("A story of ours" in page, "Something else" in page) == (True, False)
    # The first is the menu’s.
    assert re.findall(r'aria-current="true"[^>]*>([^<]+)<', page)[1:] == [kind.name]


def test_others_are_shown_the_form_there(client, bo, jude):
    client.force_login(bo)
    page = client.get(AT).text

    assert ("Eleven chairs" in page, 'name="title"' in page) == (False, True)


def test_nobody_else_opens_one(client, bo, jude):
    client.force_login(bo)

    assert client.get(f"{AT}{jude.contribution_id}/").status_code == 403


def test_a_convenor_can_bring_something_too(convenor):
    assert 'name="title"' in convenor.get(f"{AT}?form").text


def test_typed_in_without_an_address_it_is_in_the_list_at_once(convenor, emails):
    convenor.post(f"{AT}paper/", WORDS | {"name": "Nan"})

    assert "Nan" in convenor.get(AT).text
    assert (emails(), Voice.objects.get().is_in) == ([], True)


def test_with_an_address_they_are_asked_for_a_yes(convenor, emails, press):
    convenor.post(f"{AT}paper/", WORDS | {"name": "Nan", "email": "nan@example.org"})
    nan = Voice.objects.get()
    before = nan.is_in
    press(nan, "yes")

    nan.refresh_from_db()
    assert emails() == [("nan@example.org", "voice: typed_in")]
    assert (before, nan.is_in, nan.person) == (False, True, Person.objects.get(email="nan@example.org"))


def test_somebody_on_paper_claims_it_later_by_a_link(convenor, emails, press):
    convenor.post(f"{AT}paper/", WORDS | {"name": "Nan"})
    nan = Voice.objects.get()
    convenor.post(f"{AT}voices/{nan.pk}/address/", {"email": "nan@example.org"})
    in_the_list = "Nan" in convenor.get(AT).text
    press(nan, "yes")
    press(nan, "save", **WORDS | {"title": "Mine"})

    nan.refresh_from_db()
    assert (emails(), in_the_list) == ([("nan@example.org", "voice: typed_in")], True)
    assert (nan.person, nan.contribution.title) == (Person.objects.get(email="nan@example.org"), "Mine")


QUERIES = 8


def test_as_many_queries_for_three_as_for_one(convenor, brought, django_assert_num_queries, spring, ada, now):
    brought()
    with django_assert_num_queries(QUERIES):
        convenor.get(AT)
    for name in ["Nan", "Pat"]:
        type_in(Contribution(gathering=spring, **WORDS), Voice(name=name), by=ada, now=now)
    with django_assert_num_queries(QUERIES):
        convenor.get(AT)


def test_what_is_not_theirs_is_gone_after_a_quarter_of_an_hour(convenor, press, now):
    convenor.post(f"{AT}paper/", WORDS | {"name": "Nan", "email": "nan@example.org"})
    press(Voice.objects.get(), "no")
    page = Client().get(Voice.objects.get().get_absolute_url()).text
    chores.forget_refused(now + timedelta(minutes=14))
    kept = Contribution.objects.count()
    chores.forget_refused(now + timedelta(minutes=16))

    assert ("you can change your answer" in page, kept, Contribution.objects.count()) == (True, 1, 0)


def test_an_address_that_another_voice_has_is_not_given_twice(convenor, jude):
    nan = Voice.objects.create(contribution=jude.contribution, number=2, name="Nan", yes_at=jude.yes_at)
    answer = convenor.post(f"{AT}voices/{nan.pk}/address/", {"email": "jude@example.org"})

    assert answer.status_code == 422
