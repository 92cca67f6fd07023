"""Planning another gathering like one that there was."""

from datetime import date, time

import pytest

from goldenthread.gatherings.plan.models import Following, Gathering, OfferOfHelp

COPY = "/gatherings/spring/copy/"


@pytest.fixture
def full(spring, bo):
    """With all that a plan may have, somebody who follows it and an offer of help."""
    Gathering.objects.update(
        lede="We walk.", cost="Free", aims={"health": 4}, step_free=True, safeguarding="Mo", from_time=time(10)
    )
    Following.begin(spring, bo)
    OfferOfHelp.objects.create(gathering=spring, point="where", words="A hall.", person=bo)
    return spring


def test_the_words_are_copied_and_neither_the_day_nor_the_people(client, ada, full):
    client.force_login(ada)

    client.post(COPY, {"title": "An autumn day"})

    copied = Gathering.objects.with_facts().get(title="An autumn day")
    assert (copied.lede, copied.cost, copied.aims, copied.from_time) == ("We walk.", "Free", {"health": 4}, time(10))
    assert (copied.day, copied.step_free, copied.safeguarding, copied.sequence) == (None, None, "", 1)
    assert (copied.is_public, copied.offers.count(), copied.followings.count()) == (False, 0, 0)
    assert [row.person for row in copied.current_convenings] == [ada]
    assert Gathering.objects.get(slug="spring").day == date(2027, 4, 20)


def test_one_goes_on_at_the_page_of_the_new_one(client, ada, spring):
    client.force_login(ada)

    answer = client.post(COPY, {"title": "An autumn day"}, follow=True)

    assert "Say which day it is" in answer.content.decode()


def test_a_copy_needs_a_name(client, ada, spring):
    client.force_login(ada)

    assert client.post(COPY, {"title": ""}).status_code == 422


def test_a_guest_may_not_copy_it(client, bo, spring):
    client.force_login(bo)

    assert client.post(COPY, {"title": "Mine"}).status_code == 403
    assert Gathering.objects.count() == 1
