"""Headings as people spell them."""

import pytest

from goldenthread.kit import headings
from goldenthread.kit.cells import Unreadable
from goldenthread.mixing.sheet.columns import BESIDE, columns, is_heading, meaning


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Full name", "name"),
        ("NAME:", "name"),
        ("Surname", "last"),
        ("First Name", "first"),
        ("Organisation name", "sector"),
        ("Do you have any access needs?", "needs"),
        ("Your role", "role"),
        ("Job title", "role"),
        ("Region", "region"),
        ("Area of work", None),
        ("Step-free", "needs"),
        ("Please do not sit with", "apart"),
        ("Avoid", "apart"),
        ("Keep-apart", "apart"),
        ("should not be with", "apart"),
        ("Sit with", "together"),
        ("Expert by experience", "lived"),
        ("Familiar with the practice", "familiar"),
        ("Not to sit with", "apart"),
        ("Shouldn’t sit with", "apart"),
        ("Can't sit with", "apart"),
        ("Doesn't know the practice", None),
        ("New to RP?", "familiar"),
        ("Whom do you not want to sit with?", "apart"),
        ("Is there anybody you would rather not sit with?", "apart"),
        ("Wish to be apart", "apart"),
        ("Does somebody support you who has a place of their own?", "together"),
        ("Supporter", "together"),
        ("Support needs", "needs"),
        ("What do you need to take part well?", "needs"),
        ("Access and food", "needs"),
        ("What should your table offer?", "needs"),
        ("Would you like to sit out a round?", "absent"),
        ("Sits out", "absent"),
        ("E-mail", BESIDE),
        ("Telephone", BESIDE),
        ("Dietary requirements", BESIDE),
        ("Dislikes", None),
        ("Carer", None),
        ("Disability", None),
        ("Note", None),
        ("No access needs", None),
        ("Not coming", None),
        ("Not familiar", None),
    ],
)
def test_headings_are_known_however_they_are_spelled(heading, known):
    assert meaning(heading) == known


@pytest.mark.parametrize("heading", ["Participant name", "Name of delegate", "Delegates", "Enw llawn"])
def test_what_is_a_name_on_a_page_is_a_name_at_a_terminal(heading):
    row = (heading, "Sector")

    assert (is_heading(row), headings.is_heading(row)) == (True, True)
    assert columns("list", row)["name"] == [heading]


@pytest.mark.parametrize("heading", ["Friend’s name", "Name of your organisation", "Venue name"])
def test_the_name_of_something_else_is_none_of_theirs(heading):
    with pytest.raises(Unreadable, match="has no column of names"):
        columns("list", (heading, "Sector"))
