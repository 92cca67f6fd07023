"""One order of names for every list, whoever they are called after."""

import pytest

from goldenthread.kit.name_order import by_first_name, by_surname


@pytest.mark.parametrize(
    "names",
    [
        ["Eva Bell", "Éva Bell", "Eve Ash"],
        ["Ann", "Ann Bell", "Anna", "anne"],
        ["Óscar Daly", "Øystein Berg", "Ożóg Jan"],
        ["O’Brien", "O'Brien", "Obrien"],
        ["Siân Môr", "Sian Morris"],
    ],
)
def test_by_first_name(names):
    assert [by_first_name(name)[0] for name in names] == sorted(by_first_name(name)[0] for name in names)


def test_by_surname():
    names = [
        "Dafydd ap Gwilym",
        "Ann Bell",
        "Bell, Zoe",
        "Walter de la Mare",
        "Ffion Ellis",
        "Sioned Lister",
        "Eluned Lloyd",
        "Rhys Llwyd",
        "Pat MacCabe",
        "Quin McCabe",
        "Ben Mor",
        "Siobhán Ní Dhomhnaill",
        "Seán Ó Briain",
        "Tom O’Brien",
        "Ruth Obuya OBE",
        "Anthony van Dyk",
        "Łukasz Żak",
    ]

    backwards = names[::-1]

    assert sorted(backwards, key=by_surname) == names


def test_a_title_counts_for_nothing():
    names = ["Ann Khan", "Dr Bo Khan", "Cy Khan"]

    assert sorted(names, key=by_surname) == sorted(names, key=by_first_name) == names


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Ní Bhriain", "nibhriain"),
        ("Van", "van"),
        ("Ann", "ann"),
        ("", ""),
        ("Mary-Jane Watson-Parker", "watsonparker"),
        ("María José García López", "lopez"),
        ("ann@example.org", "ann@exampleorg"),
        ("李 小龙", "小龙"),
    ],
)
def test_what_the_surname_is(name, surname):
    assert by_surname(name)[0] == surname


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Smith, John", "john smith"),
        ("van Dyk, Ann", "ann van dyk"),
        ("Bell, OBE", "bell obe"),
        ("Ann Bell, Leeds", "ann bell leeds"),
        ("Bell,", "bell"),
        ("Dr Ann Khan", "ann khan"),
        ("Khan, Prof. Dame Ann", "ann khan"),
        ("Mrs Dean", "dean"),
        ("Dr", "dr"),
    ],
)
def test_a_name_written_from_behind_stands_under_its_first_name(name, first):
    assert by_first_name(name)[0] == first
