from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.people import chores
from goldenthread.people.models import PaperCode, Person, SignInLink
from goldenthread.people.signing_in import email_link

EMPTIES = "PRAGMA wal_checkpoint(TRUNCATE)"


def test_a_newcomer_who_never_came_in_is_forgotten_after_a_day(client):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    SignInLink.objects.update(until=timezone.now() - timedelta(days=1, seconds=1))

    chores.forget_sign_in_links(timezone.now())
    chores.forget_sign_in_links(timezone.now())

    assert SignInLink.objects.count() == 0


def test_until_then_their_link_says_kindly_that_it_is_too_old(client, post):
    client.post("/join/", {"name": "Wyn", "email": "wyn@example.org"})
    SignInLink.objects.update(until=timezone.now() - timedelta(hours=23))

    chores.forget_sign_in_links(timezone.now())

    assert (SignInLink.objects.count(), client.get(post.path).status_code) == (1, 410)


def test_a_sample_house_that_lives_in_another_year_forgets_in_real_time(ada):
    email_link(ada)

    chores.forget_sign_in_links(timezone.now() + timedelta(days=3650))

    assert SignInLink.objects.count() == 1


def test_ended_sessions_are_forgotten_with_where_they_were(ada_is_in, other_client, ada):
    other_client.post(email_link(ada))
    Session.objects.filter(pk=other_client.session.session_key).update(expire_date=timezone.now() - timedelta(days=1))

    chores.forget_ended_sessions(timezone.now())
    chores.forget_ended_sessions(timezone.now())

    assert [user_session.session_key for user_session in UserSession.objects.all()] == [ada_is_in.session.session_key]
    assert Session.objects.count() == 1


def test_a_code_on_paper_is_forgotten_when_it_has_ended(kim):
    codes = [PaperCode.open_for(Person.objects.create_person(name), by=kim) for name in ("Pat", "Sam")]
    PaperCode.objects.filter(pk=codes[0].pk).update(until=timezone.now() - timedelta(seconds=1))

    chores.forget_paper_codes(timezone.now())
    chores.forget_paper_codes(timezone.now())

    assert list(PaperCode.objects.all()) == [codes[1]]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own log")
@pytest.mark.django_db(transaction=True)
def test_the_log_beside_the_database_is_emptied_by_the_clock():
    with CaptureQueriesContext(connection) as queries:
        chores.forget_for_good(timezone.now())

    assert [each["sql"] for each in queries].count(EMPTIES) == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own log")
@pytest.mark.django_db(transaction=True)
def test_the_log_is_emptied_when_somebody_leaves(client, ada):
    client.force_login(ada)

    with CaptureQueriesContext(connection) as queries:
        client.post("/me/leave/")

    assert [each["sql"] for each in queries].count(EMPTIES) == 1
