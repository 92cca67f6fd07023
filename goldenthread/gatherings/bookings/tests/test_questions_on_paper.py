"""The convenors' own questions stand where a convenor types for somebody: from paper, and when somebody rings up."""

import pytest

from goldenthread.gatherings.bookings.models import BookingAnswer
from goldenthread.outbox.models import Email

AT = "/gatherings/spring/bookings/"


def words():
    return list(BookingAnswer.objects.order_by("pk").values_list("words", flat=True))


@pytest.mark.parametrize("address", ["", "ann@example.org"])
def test_what_stands_on_paper_is_typed_in(convenor, meal, train, address):
    shown = convenor.get(f"{AT}paper/").content.decode()
    convenor.post(f"{AT}paper/", {"name": "Ann", "email": address, f"question_{train.pk}": "The 9:04"})

    assert "What it’s for: To share a taxi." in shown
    assert words() == ["The 9:04"]


def test_a_sheet_counts_more_than_what_a_stranger_typed_for_the_address(convenor, ask, train):
    ask("Ann", answers={train.pk: "A stranger's"})
    convenor.post(f"{AT}paper/", {"name": "Ann", "email": "ann@example.org", f"question_{train.pk}": "The 9:04"})

    assert words() == ["The 9:04"]


def test_who_rang_up_answers_and_hears_of_it(convenor, answered, train, meal, correct):
    form = convenor.get(f"{AT}{answered.pk}/correction/").context["form"]
    correct(answered, **{f"question_{train.pk}": "The 10:12"})

    assert form[f"question_{train.pk}"].value() == "The 9:04"
    assert words() == ["The 10:12"]
    assert "what you answered the convenors" in Email.objects.get(kind="booking: corrected").text
    assert "10:12" not in Email.objects.get(kind="booking: corrected").text


def test_what_they_answered_meanwhile_is_not_written_over(convenor, answered, train, now):
    at = f"{AT}{answered.pk}/correction/"
    form = convenor.get(at).context["form"]
    shown = {field.name: field.value() for field in form if field.value()}
    BookingAnswer.objects.all().delete()
    BookingAnswer.objects.create(question=train, booking=answered, words="The 11:30")

    assert (convenor.post(at, shown).status_code, words()) == (409, ["The 11:30"])


def test_what_nobody_confirmed_is_not_shown_to_be_corrected(convenor, ask, train):
    booking = ask("Ann", answers={train.pk: "A stranger's"})

    assert "A stranger" not in convenor.get(f"{AT}{booking.pk}/correction/").content.decode()


def test_the_page_of_lists_says_that_it_reads_no_answers(convenor, room, train):
    assert "aren’t read from a list" in convenor.get(f"{AT}imports/").content.decode()
