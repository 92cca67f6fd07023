"""Who typed a reading in from paper puts right what they mistyped, and how it read before stays beside it."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan.models import Convening
from goldenthread.gatherings.voices.giving_readings import give_reading
from goldenthread.gatherings.voices.models import Readership, Reading, ReadingCorrection
from goldenthread.gatherings.voices.tests.offered import begin_to_read, offer


@pytest.fixture
def chairs(spring, ada, bo, cy):
    contribution = offer(spring, "Eleven chairs", "Jude Larkspur")
    begin_to_read(spring, ada, bo, cy)
    return contribution


@pytest.fixture
def type_in(client, spring, bo):
    """As a convenor types in what Bo wrote by hand."""
    page = reverse("voices:reader_on_paper", args=["spring", 0]).replace("/0/", "/{}/")

    def type_in(convenor, contribution, leaning, words):
        client.force_login(convenor)
        address = page.format(Readership.objects.get(person=bo).pk)
        return client.post(address, {f"leaning_{contribution.pk}": leaning, f"words_{contribution.pk}": words})

    return type_in


@pytest.fixture
def typed_in(type_in, chairs, ada):
    type_in(ada, chairs, "in", "A grate story")
    return Reading.objects.get()


def test_a_slip_is_put_right_and_what_stood_there_stays(type_in, typed_in, chairs, ada):
    type_in(ada, chairs, "form", "A great story")

    typed_in.refresh_from_db()
    assert (typed_in.leaning, typed_in.words, typed_in.typed_in_by) == ("form", "A great story", ada)
    assert [(row.leaning, row.words, row.by) for row in ReadingCorrection.objects.all()] == [
        ("in", "A grate story", ada)
    ]


def test_the_same_once_more_is_no_correction(type_in, typed_in, chairs, ada):
    type_in(ada, chairs, "in", "A grate story")

    assert ReadingCorrection.objects.count() == 0


def test_who_typed_it_in_finds_it_there(client, typed_in, spring, ada, bo):
    client.force_login(ada)
    page = client.get(reverse("voices:reader_on_paper", args=["spring", Readership.objects.get(person=bo).pk])).text

    assert ("A grate story" in page, "You typed this in." in page) == (True, True)


def test_another_convenor_leaves_it_as_it_is(type_in, typed_in, spring, chairs, kim):
    Convening.objects.create(gathering=spring, person=kim)

    answer = type_in(kim, chairs, "not_now", "Never")

    assert (answer.status_code, "A grate story" in answer.text) == (422, False)
    assert list(Reading.objects.values_list("leaning", "words")) == [("in", "A grate story")]


def test_what_the_reader_said_here_nobody_corrects(type_in, typed_in, chairs, ada, bo):
    type_in(ada, chairs, "form", "A great story")
    give_reading(chairs, bo, leaning="in", words="Mine", version=1)

    answer = type_in(ada, chairs, "not_now", "Never")

    assert (answer.status_code, ReadingCorrection.objects.count()) == (422, 0)
    assert [(row.leaning, row.words, row.typed_in_by) for row in Reading.objects.all()] == [("in", "Mine", None)]


def test_who_reads_it_sees_who_corrected_it_and_how_it_read(client, type_in, typed_in, ada, bo, cy):
    chairs = typed_in.contribution
    type_in(ada, chairs, "form", "A great story")
    give_reading(chairs, cy, leaning="in", words="Yes.", version=1)

    def shown(name, person):
        client.force_login(person)
        page = " ".join(client.get(reverse(f"voices:{name}", args=["spring", chairs.pk])).text.split())
        return "Typed in from paper; Ada Foxglove corrected it on" in page, "A grate story" in page

    assert {shown("decision", ada), shown("reading", cy), shown("reading", bo)} == {(True, True)}
