"""A column that nobody understands is asked about before anything is mixed, and printed only if somebody chose it."""

import pytest

from goldenthread.kit.cells import Unreadable
from goldenthread.kit.spreadsheets import read
from goldenthread.mixing.sheet.answers import Answers, Flags, answers
from goldenthread.mixing.sheet.columns import BESIDE, is_heading
from goldenthread.mixing.sheet.people import gathered
from goldenthread.mixing.sheet.room import Room

SHEET = "Name,Dislikes,Disability,Carer,Empty,E-mail,Guest\nBo,Ida,deaf,,,b@example.org,Bo\nIda,,,yes,,,\n"
OPEN = ("Dislikes", "Disability", "Carer", "Guest")
SECRET = "Name,Apart,Needs,Sector,Host\nBo,Ida,,,\nIda,,,,\n"


def sheet(text: str = SHEET):
    return read("people.csv", text.encode(), is_heading)


def flagged(text: str = SHEET, **flags):
    return answers("people.csv", sheet(text), Flags(**flags), None)


def refusal(**flags):
    with pytest.raises(Unreadable) as refused:
        flagged(**flags)
    return str(refused.value).splitlines()


def test_without_a_terminal_the_flags_that_answer_are_told():
    assert refusal() == [
        "people.csv: we don’t know what “Dislikes”, “Disability”, “Carer” and “Guest” should do, and nothing is mixed until that’s clear.",
        "Please say for each: --column “Dislikes=apart” (or together, lived, needs, familiar, host, absent, present, role, region, sector),",
        "--ignore “Dislikes” to leave it out, or --print “Dislikes” to copy it to the .xlsx and .csv as it is.",
    ]


def test_flags_answer_however_the_heading_is_typed():
    said = flagged(column=["dislikes=Apart"], ignore=["DISABILITY", "guest"], print=["Carer", "E-mail"])

    assert said == Answers({"Dislikes": "apart", "Disability": BESIDE, "Guest": BESIDE}, ("Carer", "E-mail"))


def test_an_answer_is_mixed_by():
    said = flagged(column=["Dislikes=apart"], ignore=OPEN[1:])

    found = gathered("people.csv", sheet(), Room(1, 2, 2), said)
    assert (found.instance.apart, found.kept["Bo"]) == ((frozenset({"Bo", "Ida"}),), {})


def test_at_a_terminal_one_question_is_about_all_of_them():
    questions = []

    def typed(question):
        questions.append(question.splitlines()[1:5])
        return "Apart, ignore, ignore, print"

    said = answers("people.csv", sheet(), Flags(), typed)

    assert said == Answers(dict(zip(OPEN, ["apart", BESIDE, BESIDE, BESIDE], strict=True)), ("Guest",))
    assert questions == [["  1  Dislikes", "  2  Disability", "  3  Carer", "  4  Guest"]]


def test_an_answer_that_is_none_is_asked_again():
    typed = iter(["apart", "apart, hm, print, ignore", "apart, needs, ignore, ignore"])

    assert answers("people.csv", sheet(), Flags(), lambda _: next(typed)).meanings["Disability"] == "needs"
    assert list(typed) == []


def test_what_is_understood_is_not_asked_about():
    assert flagged("Name,Not to sit with,E-mail\nBo,Ida,b@example.org\nIda,,\n") == Answers()


def test_a_flag_counts_before_what_we_think():
    text = "Name,Supporter\nBo,my sister\nIda,\n"
    found = gathered("people.csv", sheet(text), Room(1, 2), flagged(text, ignore=["Supporter"]))

    assert found.instance.together == ()


@pytest.mark.parametrize("heading", ["Apart", "Needs", "Sector", "Host"])
def test_what_says_why_is_not_printed_even_if_somebody_chose_it(heading):
    with pytest.raises(Unreadable, match=f"“{heading}” says why people sit where they sit, so it is not printed."):
        flagged(SECRET, print=[heading])


@pytest.mark.parametrize(
    ("flags", "sentence"),
    [
        ({"ignore": ["Colour"]}, "people.csv has no column “Colour”. Its columns are: Name, Dislikes,"),
        ({"print": ["Colour"]}, "people.csv has no column “Colour”."),
        ({"column": ["Dislikes"]}, "--column “Dislikes” should say one of these: --column “Dislikes=apart” ("),
        ({"column": ["Dislikes=hate"]}, "--column “Dislikes=hate” should say one of these: --column “Dislikes=apart”"),
    ],
)
def test_a_flag_that_says_nothing_is_refused(flags, sentence):
    assert refusal(**flags)[0].startswith(sentence)
