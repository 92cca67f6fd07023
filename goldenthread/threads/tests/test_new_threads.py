"""Two ticked each other: both are told at one moment, and each says how the other may reach them."""

from datetime import timedelta

import pytest

from goldenthread.outbox.models import Email
from goldenthread.people.leaving import leave
from goldenthread.threads import chores
from goldenthread.threads.mine import key_of_tie
from goldenthread.threads.models import Side, ThreadNews
from goldenthread.threads.new_threads import new_threads_of


@pytest.fixture
def news(bo, ada, cy, begun):
    """Bo and Ada have a new thread; Bo and Cy have one, too, if it is said so."""

    def news(*others):
        return [begun(bo, other, is_news=True) for other in others]

    return news


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def with_ada(bo, ada):
    return f"/me/thread/{key_of_tie(bo.pk, ada.pk)}/"


def test_both_are_told_once(news, ada, bo, now):
    news(ada)

    chores.tell_of_new_threads(now)
    chores.tell_of_new_threads(now)

    emails = sorted(Email.objects.values_list("to__name", "subject"))
    assert emails == [
        ("Ada Foxglove", "Bo Hazelmoor would like to stay in touch, too"),
        ("Bo Hazelmoor", "Ada Foxglove would like to stay in touch, too"),
    ]


def test_the_email_leads_to_the_question(news, ada, bo, now, with_ada):
    news(ada)

    chores.tell_of_new_threads(now)

    assert f"{with_ada}reach/" in Email.objects.get(to=bo).text


def test_several_at_once_are_one_email_that_names_nobody(news, ada, bo, cy, now):
    news(ada, cy)

    chores.tell_of_new_threads(now)

    email = Email.objects.get(to=bo)
    assert email.subject == "2 people would like to stay in touch, too"
    assert [name for name in ("Foxglove", "Kestrelby") if name in email.text] == []
    assert email.text.startswith("Hello Bo Hazelmoor,\n\nAt “")


def test_somebody_without_an_address_finds_it_at_home(news, ada, bo, now):
    type(bo).objects.filter(pk=bo.pk).update(email=None)
    news(ada)

    chores.tell_of_new_threads(now)

    assert [email.to for email in Email.objects.all()] == [ada]


def test_the_email_goes_when_the_other_leaves(news, ada, bo, now):
    news(ada)
    chores.tell_of_new_threads(now)

    leave(ada)

    assert Email.objects.filter(to=bo).count() == 0


def test_what_has_ended_is_told_to_nobody(news, ada, bo, now):
    news(ada)[0].end(by=ada)

    chores.tell_of_new_threads(now)

    assert (Email.objects.count(), new_threads_of(bo)) == (0, [])


def test_a_thread_by_an_introduction_asks_nothing_twice(bo, ada, begun):
    begun(bo, ada)

    assert ThreadNews.objects.count() == 0


def test_a_thread_that_is_there_already_is_no_news(bo, ada, begun, autumn):
    begun(bo, ada)
    begun(bo, ada, where=autumn, is_news=True)

    assert ThreadNews.objects.count() == 0


@pytest.mark.parametrize("page", ["/", "/me/thread/"])
def test_it_stands_at_home_and_on_my_thread(bo_is_in, news, ada, page, with_ada):
    news(ada)

    shown = bo_is_in.get(page).content.decode()

    assert ("New threads" in shown, f'href="{with_ada}reach/"' in shown) == (True, True)


@pytest.mark.parametrize(
    ("sent", "reach"),
    [
        ({"how": "email"}, "bo@example.org"),
        ({"how": "words", "words": "Ring after six"}, "Ring after six"),
        ({"how": "site", "words": "typed, and thought better of"}, ""),
    ],
)
def test_each_says_how_they_may_be_reached(bo_is_in, ada, news, with_ada, sent, reach):
    news(ada)

    bo_is_in.post(f"{with_ada}reach/", sent)

    assert [(side.whom, side.reach) for side in Side.objects.all()] == [(ada, reach)]
    assert [news.person for news in ThreadNews.objects.all()] == [ada]


def test_the_other_reads_it_and_nothing_before(client, bo_is_in, ada, bo, news, with_ada):
    news(ada)
    theirs = f"/me/thread/{key_of_tie(ada.pk, bo.pk)}/"
    client.force_login(ada)
    before = client.get(theirs).content.decode()
    client.force_login(bo)
    client.post(f"{with_ada}reach/", {"how": "email"})
    client.force_login(ada)
    after = client.get(theirs).content.decode()

    assert ("bo@example.org" in before, "bo@example.org" in after) == (False, True)


def test_it_can_be_changed(bo_is_in, ada, news, with_ada):
    news(ada)
    bo_is_in.post(f"{with_ada}reach/", {"how": "email"})

    page = bo_is_in.get(f"{with_ada}reach/")
    bo_is_in.post(f"{with_ada}reach/", {"how": "site"})

    assert (page.context["form"].initial["how"], Side.objects.get().reach) == ("email", "")


@pytest.mark.parametrize("sent", [{}, {"how": "words"}, {"how": "pigeon"}, {"how": "words", "words": "x" * 301}])
def test_an_answer_that_is_none_is_asked_for_again(bo_is_in, ada, news, with_ada, sent):
    news(ada)

    answer = bo_is_in.post(f"{with_ada}reach/", sent)

    assert (answer.status_code, Side.objects.count(), ThreadNews.objects.count()) == (422, 0, 2)


def test_what_is_closed_again_when_it_ends(client, bo_is_in, ada, bo, begun, with_ada):
    thread = begun(bo, ada)
    bo_is_in.post(f"{with_ada}reach/", {"how": "words", "words": "Ring after six"})
    client.force_login(ada)
    theirs = f"/me/thread/{key_of_tie(ada.pk, bo.pk)}/"
    before = client.get(theirs).content.decode()
    thread.end(by=bo)
    after = client.get(theirs).content.decode()

    assert ("Ring after six" in before, "Ring after six" in after) == (True, False)


def test_without_a_thread_nobody_is_asked(bo_is_in, bo, ada, met, with_ada):
    met(bo, ada)

    assert bo_is_in.post(f"{with_ada}reach/", {"how": "email"}).status_code == 404


def test_nobody_is_asked_for_ever(news, ada, noon):
    news(ada)

    chores.forget_news(noon + timedelta(days=61))

    assert ThreadNews.objects.count() == 0


def test_what_they_see_of_me_has_how_they_may_reach_me(bo_is_in, news, with_ada, ada):
    news(ada)
    before = bo_is_in.get(with_ada).content.decode()
    bo_is_in.post(f"{with_ada}reach/", {"how": "words", "words": "Ring after seven"})

    seen = [page.partition('id="shared"')[2] for page in (before, bo_is_in.get(with_ada).content.decode())]
    assert [("nothing more" in page, "Ring after seven" in page) for page in seen] == [(True, False), (False, True)]
