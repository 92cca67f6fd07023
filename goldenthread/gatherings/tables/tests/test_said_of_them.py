"""What a convenor types for somebody else is asked of them, and nothing in it says "you"."""

import re

import pytest

from goldenthread.gatherings.bookings.convenor_forms import CorrectionForm
from goldenthread.gatherings.bookings.detailed_forms import PaperForm
from goldenthread.gatherings.bookings.models import Booking
from goldenthread.gatherings.tables.models import Round
from goldenthread.gatherings.tables.wish_forms import WishForThemForm

ME = re.compile(r"\b(you|your|me|my)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    "form",
    [
        lambda spring: PaperForm(),
        lambda spring: CorrectionForm(booking=Booking.objects.create(gathering=spring, name="Di")),
        lambda spring: WishForThemForm(rounds=[Round(number=1)]),
    ],
)
def test_every_field_speaks_of_them(spring, form):
    fields = form(spring).fields.values()
    words = [str(word) for field in fields for word in (field.label, getattr(field, "who_sees", ""))]

    assert [word for word in words if ME.search(word)] == []


def test_whoever_leaves_out_the_name_is_asked_for_theirs():
    assert PaperForm({}).errors["name"] == ["Tell us what to call them."]
