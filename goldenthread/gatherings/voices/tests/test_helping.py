import pytest
from django.test import Client

from goldenthread.gatherings.voices.models import Call, HelpAsked, HelpOffer
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.gatherings.voices.tests.offered import reads
from goldenthread.outbox.models import Email
from goldenthread.threads.keep_apart import keep_apart
from goldenthread.threads.models import Encounter

HELP = "I don’t know how to end it."


@pytest.fixture
def question(jude):
    Client().post(f"{AT}{jude.key}/help/", {"words": HELP})
    return HelpAsked.objects.get()


@pytest.fixture
def offered(question, bo, client):
    client.force_login(bo)
    client.post(f"{AT}help/{question.pk}/", {"words": "I could listen."})
    return HelpOffer.objects.get()


def test_members_read_the_line_and_nothing_else_of_it(question, client, bo):
    client.force_login(bo)
    pages = [client.get(f"{AT}help/").text, client.get(f"{AT}help/{question.pk}/").text]

    assert [HELP in page.replace("&#x27;", "’") for page in pages] == [True, True]
    assert ["Eleven chairs" in page or "sit in a circle" in page for page in pages] == [False, False]


def test_the_press_says_that_they_can_write_back(question, client, bo):
    client.force_login(bo)

    assert "Jude can write back to your e-mail address." in " ".join(
        client.get(f"{AT}help/{question.pk}/").text.split()
    )


def test_it_is_on_a_members_home(question, client, bo):
    client.force_login(bo)

    assert HELP in client.get("/").text


def test_strangers_are_sent_to_sign_in(question):
    assert [Client().get(f"{AT}help/{under}").status_code for under in ["", f"{question.pk}/"]] == [302, 302]


def test_who_has_not_joined_does_not_read_it(question, client, bo):
    bo.joined_at = None
    bo.save()
    client.force_login(bo)

    assert client.get(f"{AT}help/").status_code == 403


def test_whoever_asked_hears_of_the_answer_and_of_nothing_more_until_a_yes(offered, emails, bo):
    assert emails() == [("jude@example.org", "voice: help_offered")]
    assert not Encounter.objects.exists()


def test_with_a_yes_both_hear_of_each_other_and_have_met(offered, jude, press, emails, bo):
    press(jude, "yes", f"help/{offered.pk}/")

    jude.refresh_from_db()
    assert emails()[1:] == [
        ("bo@example.org", "voice: help_accepted"),
        ("jude@example.org", "voice: help_agreed"),
    ]
    assert [email.answers_go_to for email in Email.objects.order_by("pk")] == [
        "bo@example.org",
        "jude@example.org",
        "bo@example.org",
    ]
    assert Encounter.objects.pairs() == {tuple(sorted((bo.pk, jude.person_id)))}


def test_answered_once(offered, client, bo):
    client.force_login(bo)
    client.post(f"{AT}help/{offered.asked_id}/", {"words": "Once more."})

    assert [offer.words for offer in HelpOffer.objects.all()] == ["I could listen."]


def test_who_wishes_to_be_apart_is_not_shown_to_the_other(question, jude, bo, client):
    jude.refresh_from_db()
    keep_apart(jude.person, bo)
    client.force_login(bo)

    assert (HELP in client.get(f"{AT}help/").text, client.get(f"{AT}help/{question.pk}/").status_code) == (False, 404)


def test_nobody_answers_themselves(question, jude, client, now):
    jude.refresh_from_db()
    jude.person.join()
    client.force_login(jude.person)

    assert client.get(f"{AT}help/{question.pk}/").status_code == 404


def test_taken_back_nobody_reads_it(question, jude, client, bo):
    Client().post(f"{AT}{jude.key}/help/", {"stop": "1"})
    client.force_login(bo)

    assert HELP not in client.get(f"{AT}help/").text


def test_helped_it_is_not_asked_any_more(offered, jude, press, client, bo, cy):
    press(jude, "yes", f"help/{offered.pk}/")
    client.force_login(cy)

    assert HELP not in client.get(f"{AT}help/").text


def test_who_reads_without_names_sees_neither_the_line_nor_the_name(question, client, spring, ada, bo):
    Call.objects.update(is_blind=True)
    reads(spring, bo, ada)
    client.force_login(bo)
    pages = [client.get(page).text.replace("&#x27;", "’") for page in (f"{AT}help/", "/")]

    assert [HELP in page or "Jude" in page for page in pages] == [False, False]
    assert "without seeing who wrote what" in pages[0]
    assert client.get(f"{AT}help/{question.pk}/").status_code == 404
