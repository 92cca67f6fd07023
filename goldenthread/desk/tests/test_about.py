"""The pages about this site: in our words, or in its keeper's."""

import pytest
from django.apps import apps
from django.urls import reverse

from goldenthread.desk.models import OwnWords
from goldenthread.desk.privacy import OCCASIONS, kept_by_occasion
from goldenthread.desk.what_is_kept import ALWAYS_EMPTY, WHAT_IS_KEPT
from goldenthread.journal.models import Entry
from goldenthread.kit.models import House
from goldenthread.kit.personal_fields import everything_kept
from goldenthread.people.everything import rows_of

PAGES = ["desk:about", "desk:privacy", "desk:accessibility", "desk:together"]
SAID = {"name": "Slow Streets", "sentence": "Neighbours talk."}


def page(client, name="desk:about"):
    return client.get(reverse(name)).content.decode()


def test_a_new_site_says_what_it_is_before_anybody_wrote_it(client, home):
    words = page(client)

    assert "Home is a movement of people." in words
    assert "A nurse comes on shift." in words
    assert "hasn’t written here yet how to reach them" in words


def test_a_keeper_says_it_in_their_own_words(client, kim):
    client.force_login(kim)

    client.post(reverse("desk:own_words"), SAID | {"what": "We *sweep* the street.", "reach": "streets@example.org"})

    words = page(client)
    assert "We <em>sweep</em> the street." in words
    assert '<a href="mailto:streets@example.org"' in words
    assert "Slow Streets is a movement of people." not in words
    assert (House.objects.get().name, Entry.objects.get().by) == ("Slow Streets", kim)


def test_what_a_keeper_wrote_is_kept_about_keepers_and_nobody_else(kim, bo):
    words = OwnWords.objects.create(part="what", words="We sweep.")

    assert [list(rows_of(who, OwnWords)) for who in (kim, bo)] == [[words], []]


def test_what_is_emptied_is_said_in_our_words_again(client, kim):
    OwnWords.objects.create(part="what", words="We sweep.")
    client.force_login(kim)

    client.post(reverse("desk:own_words"), SAID | {"what": ""})

    assert "Slow Streets is a movement of people." in page(client)


def test_a_name_is_needed_and_nothing_typed_is_lost(client, kim):
    client.force_login(kim)

    answer = client.post(reverse("desk:own_words"), SAID | {"name": "", "what": "We sweep."})

    assert (answer.status_code, "We sweep." in answer.text, House.objects.get().name) == (422, True, "Home")


def test_nothing_that_runs_stands_in_it(client, kim):
    client.force_login(kim)

    client.post(reverse("desk:own_words"), SAID | {"what": "<script>x</script> [y](javascript:z)"})

    assert ("<script>x" in page(client), 'href="javascript' in page(client)) == (False, False)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_leads_to_all_of_them(client, home, name):
    words = page(client, name)

    assert [f'href="{reverse(other)}"' in words for other in PAGES] == [True] * 4


def test_a_keeper_is_asked_to_say_how_to_reach_them(client, kim, ada):
    client.force_login(ada)
    as_a_member = page(client)
    client.force_login(kim)

    assert ["Say how people can reach you" in words for words in (as_a_member, page(client))] == [False, True]


def test_privacy_tells_all_that_the_program_keeps(home):
    rows = {(str(row.purpose), str(row.until)) for occasion in kept_by_occasion().values() for row in occasion}

    entries = [kept for kept in everything_kept() if f"{kept.model}.{kept.fields[0]}" not in ALWAYS_EMPTY]
    assert rows == {(str(kept.purpose), str(kept.until.words)) for kept in entries}


def test_privacy_says_first_what_is_kept(client, home):
    words = page(client, "desk:privacy")

    what, why = (words.find(part) for part in ("<dt>What you need, who supports you,", "To host you well on the day."))
    assert 0 < what < why
    assert {f"{kept.model}.{kept.fields[0]}" for kept in everything_kept()} == set(WHAT_IS_KEPT) | ALWAYS_EMPTY


@pytest.mark.parametrize("label", ["account.EmailAddress", "account.EmailConfirmation"])
def test_of_what_is_always_empty_nothing_is_ever_kept(client, ada, label):
    client.post("/sign-in/", {"email": ada.email})

    assert not apps.get_model(label).objects.exists()


def test_every_heading_has_something_below_it(home):
    assert [str(heading) for heading, rows in kept_by_occasion().items() if not rows] == []
    assert {kept.model.partition(".")[0] for kept in everything_kept()} == set(OCCASIONS)
