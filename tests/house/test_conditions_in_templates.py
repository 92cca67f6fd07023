"""A template asks by a word, `booking.is_waiting`: it compares nothing with a constant, which nobody would find there."""

import re

from tests.house.tree import templates, text

CONSTANT = r"(?:\"[^\"]*\"|'[^']*'|\d+)"
COMPARED = re.compile(rf"{{% (?:el)?if [^%]*(?:(?:==|!=|<=?|>=?|\bin\b) {CONSTANT}|{CONSTANT} (?:==|!=|<=?|>=?|in\b))")
EXCUSED = {
    # Where the form is sent to, which the front page shows at its own address.
    "founding.html": 1,
    # The menu marks where one is, by what Django calls it.
    "_masthead.html": 3,
}


def test_no_template_compares_with_a_constant():
    compared = {path.name: len(COMPARED.findall(text(path))) for path in templates()}

    assert {name: times for name, times in compared.items() if times} == EXCUSED


def test_a_comparison_would_be_noticed():
    assert len(COMPARED.findall('{% if a.state == "on" %}{% elif a or b > 1 %}{% if a.is_on and b.is_on %}')) == 2
