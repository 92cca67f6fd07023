import pytest
from django.forms import ChoiceField, Select
from django.test.html import parse_html

from goldenthread.kit.forms import LongSelect

CHOICES = [
    ("", "None"),
    ("a&b", "A & <B>"),
    ("Europe/London", "Europe/London"),
    ("More & more", [("c", "<C>"), ("d", "D")]),
]


@pytest.mark.parametrize("value", ["", None, "a&b", "Europe/London", 'x"><script>', "nothing of these", "d"])
def test_it_asks_what_django_would_ask(value):
    quick, slow = (ChoiceField(choices=CHOICES, widget=widget).widget for widget in (LongSelect, Select))
    attrs = {"id": "id_zone", "aria-invalid": "true", "required": True, "hidden": False}

    assert parse_html(quick.render('zone"', value, attrs)) == parse_html(slow.render('zone"', value, attrs))
