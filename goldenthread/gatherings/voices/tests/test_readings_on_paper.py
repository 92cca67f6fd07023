"""Reading on paper: a pile to print, and what comes back typed in for many at once."""

import pytest
from django.urls import reverse

from goldenthread.gatherings.voices.call_questions import add_question
from goldenthread.gatherings.voices.models import CallAnswer, Readership, Reading
from goldenthread.gatherings.voices.tests.offered import begin_to_read, call_at, offer
from goldenthread.kit import clock
from tests.on_paper import pages_of


def at(name, gathering, *more):
    return reverse(f"voices:{name}", args=[gathering.slug, *more])


@pytest.fixture
def chairs(spring, ada, bo, cy):
    contribution = offer(spring, "Eleven chairs", "Jude Larkspur")
    begin_to_read(spring, ada, bo, cy)
    return contribution


@pytest.fixture
def as_bo(client, bo):
    client.force_login(bo)
    return client


def test_a_pile_is_printed_with_the_number_of_each(as_bo, spring, chairs):
    printed = "".join(page.text for page in pages_of(as_bo.get(at("my_pile_pdf", spring)).content))

    assert (f"No. {chairs.pk}" in printed, "Eleven chairs" in printed, "Too close to me" in printed) == (
        True,
        True,
        True,
    )


def test_what_was_written_by_hand_is_typed_in_at_once(as_bo, spring, chairs):
    other = offer(spring, "Twelve", "Jude")
    left_out = offer(spring, "Thirteen", "Jude")

    as_bo.post(
        at("my_paper", spring),
        {f"leaning_{chairs.pk}": "in", f"leaning_{other.pk}": "form", f"words_{other.pk}": "A talk."},
    )

    read = set(Reading.objects.values_list("contribution", "leaning", "words"))
    assert read == {(chairs.pk, "in", ""), (other.pk, "form", "A talk.")}
    assert not left_out.readings.exists()


def test_words_without_a_leaning_are_asked_about_and_nothing_is_lost(as_bo, spring, chairs):
    answer = as_bo.post(at("my_paper", spring), {f"words_{chairs.pk}": "Lovely."})

    assert (answer.status_code, "Lovely." in answer.text, Reading.objects.count()) == (422, True, 0)


def test_a_convenor_types_it_in_for_them_also_when_it_comes_late(client, spring, chairs, ada, bo):
    Readership.objects.filter(person=bo).update(since=spring.changed_at.replace(year=2020), until=clock.now())
    client.force_login(ada)
    page = at("reader_on_paper", spring, Readership.objects.get(person=bo).pk)

    client.post(page, {f"leaning_{chairs.pk}": "in"})

    assert Reading.objects.get().reader == bo


def test_what_they_wrote_before_is_not_shown_to_who_types(client, spring, chairs, ada, bo):
    Reading.objects.create(contribution=chairs, reader=bo, leaning="in", words="canary", version=1)
    client.force_login(ada)

    assert "canary" not in client.get(at("reader_on_paper", spring, Readership.objects.get(person=bo).pk)).text


def test_a_convenor_types_nothing_over_what_a_reader_said(client, spring, chairs, ada, bo):
    Reading.objects.create(contribution=chairs, reader=bo, leaning="in", words="Mine", version=1)
    client.force_login(ada)
    page = at("reader_on_paper", spring, Readership.objects.get(person=bo).pk)

    answer = client.post(page, {f"leaning_{chairs.pk}": "not_now", f"words_{chairs.pk}": "Never"})

    assert (answer.status_code, "stays as it is" in answer.text) == (422, True)
    assert list(Reading.objects.values_list("leaning", "words")) == [("in", "Mine")]


def test_the_pile_has_the_answers_that_readers_may_see_and_no_others(as_bo, spring, chairs, ada):
    call = call_at(spring)
    for seen_by in ("readers", "convenors"):
        wording = {"words": f"Asked for {seen_by}", "purpose": "To know.", "seen_by": seen_by}
        question = add_question(call, wording, now=clock.now(), by=ada)
        CallAnswer.objects.create(question=question, contribution=chairs, words=f"Said to {seen_by}")

    printed = "".join(page.text for page in pages_of(as_bo.get(at("my_pile_pdf", spring)).content))

    assert ("Said to readers" in printed, "Said to convenors" in printed) == (True, False)
