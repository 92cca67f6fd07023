import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from goldenthread.people.sessions import SignedInBrowser
from goldenthread.people.signing_in import email_link

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"
EDGE = f"{CHROME} Edg/131.0"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.1 Safari/604"
)


def test_i_see_where_i_am_signed_in(ada_is_in, other_client, ada):
    other_client.post(email_link(ada), headers={"user-agent": FIREFOX})

    places = ada_is_in.get("/me/").context["places"]

    assert [(place.words, place.is_here) for place in places] == [("Firefox on Linux", False), ("A browser", True)]


def test_a_sample_tells_since_when_by_its_own_clock(sample_house, ada_is_in):
    [place] = ada_is_in.get("/me/").context["places"]

    assert (place.session.created_at.year, place.since.strftime("%Y-%m-%d")) == (timezone.now().year, "2022-12-14")


def test_i_can_sign_out_there(ada_is_in, other_client, ada):
    other_client.post(email_link(ada))
    there = UserSession.objects.latest("pk")

    ada_is_in.post(f"/me/sessions/{there.pk}/ending/")

    assert (other_client.get("/me/").status_code, ada_is_in.get("/me/").status_code) == (302, 200)
    assert UserSession.objects.count() == 1


def test_nobody_ends_the_session_of_another(ada_is_in, other_client, bo):
    other_client.post(email_link(bo))
    of_bo = UserSession.objects.get(user=bo)

    assert ada_is_in.post(f"/me/sessions/{of_bo.pk}/ending/").status_code == 404
    assert other_client.get("/me/").status_code == 200


def test_what_has_ended_by_itself_is_not_shown(ada_is_in, other_client, ada):
    other_client.post(email_link(ada))
    Session.objects.filter(pk=other_client.session.session_key).update(expire_date=timezone.now())

    assert [place.is_here for place in ada_is_in.get("/me/").context["places"]] == [True]


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (CHROME, "Chrome on Windows"),
        (EDGE, "Edge on Windows"),
        (FIREFOX, "Firefox on Linux"),
        (IPHONE, "Safari on iPhone"),
        ("", "A browser"),
        ("<script>", "A browser"),
    ],
)
def test_a_browser_is_named_as_people_name_it(user_agent, words):
    assert SignedInBrowser(UserSession(user_agent=user_agent), is_here=False).words == words


def test_the_list_costs_the_same_for_one_place_and_for_three(ada_is_in, ada, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as queries_for_one:
        ada_is_in.get("/me/")
    type(ada_is_in)().post(email_link(ada))
    type(ada_is_in)().post(email_link(ada))
    with django_assert_max_num_queries(20) as queries_for_three:
        ada_is_in.get("/me/")

    assert len(queries_for_one) == len(queries_for_three)
