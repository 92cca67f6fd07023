"""What people answer to the questions of the convenors: typed with a press, confirmed with it, changed, and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goldenthread.gatherings.bookings.models import Booking, BookingAnswer, BookingQuestion, QuietWord
from goldenthread.gatherings.bookings.models.booking_queryset import BookingQuerySet
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.name_order import by_first_name


def type_answers(booking: Booking, answers: Mapping[int, str]) -> Booking:
    """Of a new booking, or of a press that its owner has not confirmed: the same rows. Call it while the opening is locked."""
    there = _still_there(booking, answers)
    BookingAnswer.objects.bulk_create(
        BookingAnswer(booking=booking, question_id=key, words=words) for key, words in answers.items() if key in there
    )
    return booking


def forget_what_was_typed(booking: Booking) -> None:
    """Beside the name, all that a stranger may have typed for an address. Call it while the opening is locked."""
    booking.sectors = []
    booking.needs = booking.table_needs = booking.line = booking.supporter = ""
    booking.save(update_fields=["sectors", "needs", "table_needs", "line", "supporter"])
    QuietWord.objects.filter(booking=booking).delete()
    booking.answers.all().delete()


def put_answers(booking: Booking, answers: Mapping[int, str], *, forgets: bool = False) -> None:
    """What is said now counts, and what is empty is forgotten; `forgets`: whatever was said before. What is not among them stays."""
    before = booking.answers.all() if forgets else booking.answers.filter(question__in=answers)
    before.delete()
    type_answers(booking, {key: words for key, words in answers.items() if words})


def take_answers(press: Booking, booking: Booking, *, older: BookingQuerySet) -> None:
    """What was typed in a press that its owner confirms is what the booking says; in their older presses, it is forgotten."""
    booking.answers.filter(question__in=press.answers.values("question")).delete()
    press.answers.update(booking=booking)
    BookingAnswer.objects.filter(booking__in=older).delete()


def told_and_asked(booking: Booking) -> tuple[list[BookingAnswer], list[BookingQuestion]]:
    """What they answered, and which questions they have not. Not what was told before the booking had its address."""
    answers = list(BookingAnswer.objects.of_booking(booking).in_order()) if booking.shows_what_was_told else []
    answered = {answer.question_id for answer in answers}
    questions = BookingQuestion.objects.of_those_who_book(booking.gathering)
    return answers, [question for question in questions if question.pk not in answered]


def answers_to(question: BookingQuestion) -> list[BookingAnswer]:
    """In the order of names."""
    rows = BookingAnswer.objects.for_convenors().filter(question=question)
    rows = rows.select_related("booking__person", "booking__brought_in", "question")
    rows = rows.defer("booking__needs", "booking__table_needs", "booking__supporter").order_by("pk")
    return sorted(rows, key=lambda answer: (by_first_name(answer.booking.listed_as), answer.booking_id))


def answers_at(gathering: Gathering) -> tuple[list[BookingQuestion], dict[tuple[int, int], str]]:
    """For a file: the questions that somebody answered, and the answers by booking and question."""
    questions = list(BookingQuestion.objects.of(gathering).answered().in_order())
    rows = BookingAnswer.objects.for_convenors().filter(question__in=questions)
    return questions, {(row.booking_id, row.question_id): row.words for row in rows}


def _still_there(booking: Booking, answers: Iterable[int]) -> set[int]:
    """Those of them that there are still: one may have been reworded since the form was opened."""
    keys = list(answers)
    if not keys:
        return set()
    there = BookingQuestion.objects.filter(gathering=booking.gathering_id, pk__in=keys)
    return set(there.values_list("pk", flat=True))
