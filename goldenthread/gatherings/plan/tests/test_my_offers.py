"""Whoever offered help sees their offer, changes it and takes it back."""

import pytest

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import OfferOfHelp
from goldenthread.outbox.models import Email
from goldenthread.people.models import Person

HERE = "/gatherings/spring/"


@pytest.fixture
def hall(spring, bo):
    return OfferOfHelp.objects.create(gathering=spring, point="where", words="I know a hall.", person=bo)


@pytest.fixture
def mine(hall):
    return f"{HERE}offers/mine/{hall.pk}/"


@pytest.fixture
def bo_is_in(client, bo, hall):
    client.force_login(bo)
    return client


@pytest.mark.parametrize("page", ["/", HERE])
def test_it_stands_at_home_and_on_the_page_of_the_gathering(bo_is_in, mine, page):
    shown = bo_is_in.get(page).content.decode()

    assert ("I know a hall." in shown, f'href="{mine}"' in shown) == (True, True)


@pytest.mark.parametrize("page", ["/", HERE])
def test_others_do_not_find_it_there(client, cy, hall, page):
    client.force_login(cy)

    assert "I know a hall." not in client.get(page).content.decode()


def test_it_is_changed_and_the_convenors_read_what_it_says_now(bo_is_in, mine, ada):
    bo_is_in.post(mine, {"words": "I know two halls."})

    email = Email.objects.get()
    assert OfferOfHelp.objects.get().words == "I know two halls."
    assert (email.to, "I know two halls." in email.text) == (ada, True)


def test_a_convenor_without_an_address_reads_it_on_the_page(bo_is_in, mine, ada):
    Person.objects.filter(pk=ada.pk).update(email=None)

    bo_is_in.post(mine, {"words": "I know two halls."})

    assert (OfferOfHelp.objects.get().words, Email.objects.count()) == ("I know two halls.", 0)


def test_saving_the_same_again_writes_to_nobody(bo_is_in, mine):
    bo_is_in.post(mine, {"words": "I know a hall."})

    assert Email.objects.count() == 0


def test_the_convenors_are_not_written_to_without_end(bo_is_in, mine):
    answers = [bo_is_in.post(mine, {"words": f"I know {number} halls."}).status_code for number in range(2, 13)]

    assert (answers, Email.objects.count()) == ([302] * 10 + [429], 10)


def test_an_empty_one_is_asked_for_again(bo_is_in, mine):
    answer = bo_is_in.post(mine, {"words": ""})

    assert (answer.status_code, OfferOfHelp.objects.get().words) == (422, "I know a hall.")


def test_it_is_taken_back_and_the_convenors_know(bo_is_in, mine, ada):
    bo_is_in.post(f"{mine}withdrawal/")

    email = Email.objects.get()
    assert (OfferOfHelp.objects.count(), email.to) == (0, ada)
    assert email.subject == "Bo Hazelmoor can’t help with “A spring day” after all"


@pytest.mark.parametrize("way", ["", "withdrawal/"])
@pytest.mark.parametrize("who", ["ada@example.org", "cy@example.org"])
def test_nobody_else_changes_or_takes_it_back(client, cy, mine, way, who):
    client.force_login(Person.objects.get(email=who))

    assert client.post(f"{mine}{way}", {"words": "Mine"}).status_code == 404
    assert OfferOfHelp.objects.get().words == "I know a hall."


def test_what_was_called_off_needs_no_other_words(bo_is_in, mine, spring, ada):
    turns.call_off(spring, by=ada, because="Snow")

    assert (bo_is_in.get(mine).status_code, bo_is_in.post(mine, {"words": "Two."}).status_code) == (200, 403)
