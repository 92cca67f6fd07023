from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from goldenthread.people import chores
from goldenthread.people.models import SignInLink
from goldenthread.people.signing_in import email_link


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
