"""Places by asking on the pages: of whoever asks, of whoever answers, and of those who open the booking."""

from datetime import timedelta

import pytest
from django.test import Client

from goldenthread.gatherings.bookings import chores
from goldenthread.gatherings.bookings.answering import confirm
from goldenthread.gatherings.bookings.models import Booking, KindNo, State
from goldenthread.gatherings.bookings.places_by_asking import say_yes
from goldenthread.gatherings.bookings.tests.asking import let_them_ask, no_to
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/bookings/"


@pytest.fixture
def browser(client, ada):
    client.force_login(ada)
    return client


@pytest.fixture
def by_asking(room, ada, now):
    return let_them_ask(room, ada, now, looks_at="Half of us are new to this.")


@pytest.fixture
def ann(by_asking, ask, now):
    booking = confirm(ask("Ann", line="I work nights."), now)
    chores.write_emails(now)
    Email.objects.all().delete()
    return booking


def test_the_form_says_what_happens_and_what_convenors_look_at(by_asking):
    page = Client().get("/gatherings/spring/booking/").content.decode()

    assert "You ask for a place, and the convenors answer by e-mail within 7 days." in page
    assert "Half of us are new to this." in page
    # What they read first is not folded away.
    assert page.index("id_line") < page.index("<details")


def test_the_public_page_says_so_too(by_asking):
    page = Client().get("/gatherings/spring/").content.decode()

    assert "the convenors answer by e-mail within 7 days" in page
    assert ">Ask for a place</a>" in page


def test_my_page_says_how_it_stands_before_and_after(ann, ada, now):
    before = Client().get(ann.get_absolute_url()).content.decode()
    no_to(ann, ada, now, words="Another time.\nI’m sorry.", is_to_follow=True)
    after = Client().get(ann.get_absolute_url()).content.decode()

    assert "Until they say yes, no place is kept for you." in before
    assert "Take back my request" in before
    assert "Another time.<br>I’m sorry." in after
    assert "/gatherings/spring/following/" in after


def test_who_asked_takes_it_back(ann):
    browser = Client()
    at = f"/gatherings/spring/booking/{ann.key}/cancellation/"
    page = browser.get(at).content.decode()
    browser.post(at)

    assert "Take back your request?" in page
    assert ann.withdrawal.state == State.CANCELLED


def test_who_got_a_yes_is_not_offered_to_give_it_away(ann, ada, now):
    say_yes(ann, now=now, by=ada)

    assert "Give my place to a friend" not in Client().get(ann.get_absolute_url()).content.decode()


def test_the_list_counts_who_asked_and_shows_them_as_they_asked(browser, ann, ask, now):
    Booking.objects.filter(pk=confirm(ask("Zoe"), now).pk).update(at=now - timedelta(days=1))
    page = browser.get(f"{AT}?state=asked")

    assert "2 people have asked and aren’t answered yet." in browser.get(AT).content.decode()
    assert [row.name for row in page.context["page"].object_list] == ["Ann", "Zoe"]
    assert {state: n for state, _label, n in page.context["counts"]} == {State.ASKED: 2}


def test_a_convenor_says_yes(browser, ann):
    answer = browser.post(f"{AT}{ann.pk}/yes/", follow=True)

    assert "You said yes. They have a place, and we e-mail them." in answer.content.decode()
    assert Booking.objects.get().state == State.COMING


def test_a_no_is_seen_before_it_goes_and_can_be_changed(browser, ann, ada, now):
    supper = Gathering.begin("Supper", by=ada)
    turns.publish(supper, by=ada)
    typed = {"words": "Another time.", "door": f"{supper.pk}"}
    at = f"{AT}{ann.pk}/no/"
    empty = browser.post(at, {"words": " "})
    seen = browser.post(at, typed).content.decode()
    changed = browser.post(at, typed | {"press": "change"}).content.decode()
    unsent = KindNo.objects.count()
    browser.post(at, typed | {"press": "send"})
    again = browser.post(at, typed | {"press": "send"}, follow=True).content.decode()
    chores.write_emails(now)

    assert (empty.status_code, unsent) == (422, 0)
    assert "Another time." in seen
    assert "Perhaps you’d like to come to “Supper”:" in seen
    assert ">Another time.</textarea>" in changed.replace("\r", "").replace("\n", "")
    assert "That’s done already." in again
    assert [email.kind for email in Email.objects.all()] == ["booking: no"]
    assert (Email.objects.get().answers_to, KindNo.objects.get().next_gathering) == (ada, supper)


def test_the_form_of_a_no_holds_no_words(browser, ann):
    page = browser.get(f"{AT}{ann.pk}/no/")

    assert page.context["form"]["words"].value() in (None, "")
    assert "I work nights." in page.content.decode()


def test_several_get_a_yes_at_once(browser, ann, ask, now):
    unconfirmed, ben = ask("Cat"), confirm(ask("Ben"), now)
    keys = [ann.pk, unconfirmed.pk, ben.pk]
    seen = browser.get(f"{AT}marks/", {"as": "yes", "b": keys})
    browser.post(f"{AT}marks/", {"as": "yes", "b": keys})

    assert "after that they go on the waiting list" in seen.content.decode()
    states = dict(Booking.objects.values_list("name", "state"))
    assert states == {"Ann": "coming", "Ben": "coming", "Cat": "asked"}


def test_what_comes_next_speaks_of_who_has_waited_long(browser, ann, by_asking, now, ask):
    at = "/gatherings/spring/convening/"
    before = browser.get(at).content.decode()
    Booking.objects.update(at=now - timedelta(days=8))
    # An address that nobody confirmed waits for no answer.
    Booking.objects.filter(pk=ask("Cat").pk).update(at=now - timedelta(days=8))
    after = browser.get(at).content.decode()

    assert "waiting for your answer" not in before
    assert "1 person is waiting for your answer" in after
    assert "They asked for a place more than 7 days ago. A short yes or a kind no is enough." in after


def test_the_page_of_who_asked_again_shows_convenors_the_earlier_no(browser, ann, ask, ada, now):
    no_to(ann, ada, now, words="Another time.")
    again = confirm(ask("Ann"), now)

    assert "Another time." in browser.get(f"{AT}{again.pk}/").content.decode()


def test_an_address_that_is_not_confirmed_has_nothing_to_answer(browser, by_asking, ask):
    cat = ask("Cat")
    page = browser.get(f"{AT}{cat.pk}/").content.decode()

    assert "They haven’t confirmed their e-mail yet." in page
    assert "Say yes" not in page


def test_nobody_else_reads_the_no(ann, bo, ada, now):
    no_to(ann, ada, now, words="Another time.")
    stranger = Client()
    member = Client()
    member.force_login(bo)
    pages = ["/gatherings/spring/", "/gatherings/", "/gatherings/spring/changes/", f"{AT}{ann.pk}/", AT]

    assert [page for page in pages for who in (stranger, member) if b"Another time." in who.get(page).content] == []
