"""What a form says when it came too often, and whose counts are whose."""

import pytest
from django import forms

from goldenthread.people import limits
from goldenthread.people.models import Allowance


class Words(forms.Form):
    words = forms.CharField()


@pytest.fixture
def request_(rf, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"ask": "1/m/key", "write": "9/m/ip,5/10m/key,20/d/key"}
    return rf.post("/")


def test_a_form_says_that_it_came_too_often(request_):
    forms_in_turn = [Words({"words": "Tea"}), Words({"words": "Tea"})]

    for form in forms_in_turn:
        limits.check(request_, form, "ask", "ada@example.org")

    assert [limits.status_of(form) for form in forms_in_turn] == [422, 429]
    assert [form.non_field_errors() for form in forms_in_turn] == [[], [limits.OFTEN_ENOUGH]]


def test_a_form_that_was_not_pressed_is_a_page_like_any(request_):
    assert limits.status_of(Words()) == 200


def test_counts_are_found_by_the_address_that_they_are_about(request_):
    limits.count(request_, "write", key="ada@example.org")
    limits.count(request_, "write", key="bo@example.org")

    counts = [limits.counts_of(f"{name}@example.org").count() for name in ("Ada+tea", "bo", "cy")]

    assert (counts, Allowance.objects.count()) == ([2, 2, 0], 5)


def test_what_is_no_address_is_counted_as_it_is(request_):
    pressed = [limits.is_too_often(request_, "ask", f"booking {number}") for number in (1, 2, 1)]

    assert pressed == [False, False, True]
