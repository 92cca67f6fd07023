"""Before they leave, people read what goes of what they brought, read and helped with, and what stays."""

import html

import pytest
from django.test import Client

from goldenthread.gatherings.voices.models import CallAnswer, CallQuestion, HelpAsked, HelpOffer, Reading, Voice
from goldenthread.gatherings.voices.tests.conftest import AT
from goldenthread.people.leaving import leave
from goldenthread.people.models import Person

ALONE = "What you bring alone:"
TOGETHER = "What you bring together with others:"
ASKED, OFFERED = "What you asked members to think through", "What you offered to think through"
READ = "What you thought of what others offer:"
ALL = (ALONE, TOGETHER, ASKED, OFFERED, READ)


@pytest.fixture
def sam(jude, press):
    Client().post(f"{AT}{jude.key}/voices/", {"name": "Sam", "email": "sam@example.org"})
    voice = Voice.objects.get(email="sam@example.org")
    press(voice, "yes")
    return voice


@pytest.fixture
def read_by(client):
    """Which of the sentences somebody reads before they leave."""

    def read_by(email):
        client.force_login(Person.objects.get(email=email))
        page = html.unescape(client.get("/me/leave/").text)
        return [words for words in ALL if words in page]

    return read_by


def test_what_they_bring_alone_goes(jude, read_by):
    assert read_by("jude@example.org") == [ALONE]


def test_what_they_bring_together_stays_with_the_others(jude, sam, read_by):
    assert [read_by(f"{name}@example.org") for name in ("jude", "sam")] == [[TOGETHER]] * 2


def test_so_do_questions_and_offers_of_help(jude, bo, read_by):
    question = HelpAsked.objects.create(contribution=jude.contribution, voice=jude, words="The ending.")
    HelpOffer.objects.create(asked=question, person=bo, words="I could.")

    assert (read_by("jude@example.org"), read_by("bo@example.org")) == ([ALONE, ASKED], [OFFERED])


def test_and_what_they_wrote_as_a_reader(jude, bo, read_by):
    Reading.objects.create(contribution=jude.contribution, reader=bo, leaning="in", version=1)

    assert read_by("bo@example.org") == [READ]


def test_whoever_typed_it_in_or_convenes_reads_nothing_of_it(jude, ada, read_by):
    Voice.objects.update(typed_in_by=ada)

    assert read_by("ada@example.org") == []


def test_what_was_answered_beside_it_goes_with_the_words(jude, call):
    question = CallQuestion.objects.create(call=call, words="Which train?", purpose="Taxis.")
    CallAnswer.objects.create(question=question, contribution=jude.contribution, words="The 9:04")
    leave(Person.objects.get(email="jude@example.org"))

    assert not CallAnswer.objects.exists()


def test_everything_about_me_says_it_in_words(client, jude, bo):
    question = HelpAsked.objects.create(contribution=jude.contribution, voice=jude, words="The ending.")
    HelpOffer.objects.create(asked=question, person=bo, words="I could listen.")
    Reading.objects.create(contribution=jude.contribution, reader=bo, leaning="form", words="A circle.", version=1)

    def shown_to(email):
        client.force_login(Person.objects.get(email=email))
        return html.unescape(client.get("/me/everything/").text)

    jude_reads, bo_reads = shown_to("jude@example.org"), shown_to("bo@example.org")
    of_bo = ["I could listen.", "In another form", "A circle."]
    assert [words for words in ["Eleven chairs", "The ending."] if words not in jude_reads] == []
    assert [words for words in of_bo if words not in bo_reads] == []
    # What was thought of it stays between those who read.
    assert "A circle." not in jude_reads
