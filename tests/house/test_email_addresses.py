"""One place decides what an e-mail address is: goldenthread.kit.email_address."""

import re
from pathlib import Path

import pytest
from django import forms
from django.forms.forms import BaseForm
from django.urls import get_resolver

from goldenthread.kit.email_address import EmailAddressField
from tests.house.tree import files, text

DECIDES = Path("goldenthread/kit/email_address.py")
# Django's own decisions. A model's column is no decision: what comes into it came through a form, a list or a command.
OTHERS = re.compile(r"\bvalidate_email\b|\bEmailValidator\b|\bforms\.EmailField\b|\bsanitize_address\b")


def test_no_other_file_decides_it():
    rest = [path for path in files(".py", under="goldenthread") if path != DECIDES and "tests" not in path.parts]

    assert [str(path) for path in rest if OTHERS.search(text(path))] == []


@pytest.mark.parametrize("planted", ["validate_email(x)", "email = forms.EmailField()"])
def test_another_would_be_noticed(planted):
    assert OTHERS.search(planted)


def test_every_form_asks_for_it_with_the_same_field():
    _ = get_resolver().url_patterns  # brings in every form

    others = [f"{form.__module__}.{form.__name__}" for form in ours(BaseForm) if asks_otherwise(form)]

    assert others == []


def asks_otherwise(form):
    fields = getattr(form, "base_fields", {}).values()
    return any(isinstance(field, forms.EmailField) and not isinstance(field, EmailAddressField) for field in fields)


def ours(form):
    for below in form.__subclasses__():
        yield from ours(below)
        if below.__module__.startswith("goldenthread.") and ".tests." not in below.__module__:
            yield below
