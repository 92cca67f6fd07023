"""Certificates on paper: whatever people are called, and whatever they wrote."""

import io

import pytest

from goldenthread.gatherings.afterwards.certificate_pdf import pdf


def test_what_people_wrote_is_never_markup(issued):
    issued["Ann"].printed |= {"name": '#panic("x") *bold* $x$', "title": "#set page(width: 1pt)"}

    assert io.BytesIO(pdf([issued["Ann"]], note="#panic()\n\n= No")).read(5) == b"%PDF-"


@pytest.mark.parametrize("name", ["𓀀", "Ann\x00", "\ud83d", "\uffff", "\ue000", "\u200b"])
def test_one_name_that_cannot_be_printed_takes_no_other_with_it(issued, name):
    issued["Ann"].printed |= {"name": name, "sessions": [name], "convenors": [name]}

    assert pdf([issued["Ann"], issued["Ben"]], note=name)[:5] == b"%PDF-"
