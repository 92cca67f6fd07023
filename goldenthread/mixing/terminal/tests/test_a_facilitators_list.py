"""A list as a facilitator keeps it: a title above, headings of their own, and several things that are not clear."""

from goldenthread.mixing.terminal.mix import run

HOW = ["--size", "3", "--rounds", "2", "--iterations", "300"]
ABOVE = "Participants,,,,,\n30 May,,,,,\nParticipant name,E-mail,Organisation,New to RP?,Access requirements,Shouldn't sit with\n"
CLEAR = "Ann Bell,ann@example.org,NHS,yes,hearing loop,Bo\nBo Carr,,Police,no,,\nCy Dunn,,School,Y,,\nDi Ash,,NHS,n,,\n"
UNCLEAR = "Ann Bell,,NHS,yes,,Annn\nBo Carr,,Police,perhaps,,\nCy Dunn,,School,Y,,Zoe\n"


def mixed(tmp_path, capsys, text, *more):
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    status = run([f"{tmp_path}/list.csv", *HOW, *more])
    return status, capsys.readouterr().err


def test_it_is_read_as_it_is(tmp_path, capsys):
    status, words = mixed(tmp_path, capsys, ABOVE + CLEAR)

    assert status == 0
    assert (
        "We read “Organisation” as sector, “New to RP?” as familiar, “Access requirements” as needs, "
        "“Shouldn't sit with” as apart, “Participant name” as name.\n"
    ) in words


def test_all_that_is_unclear_is_said_at_once(tmp_path, capsys):
    status, words = mixed(tmp_path, capsys, ABOVE.replace("Organisation", "Colour") + UNCLEAR)

    assert (status, [line.partition(",")[0] for line in words.splitlines()[3:]]) == (2, ["list.csv"] * 3)
    assert [line.partition(", ")[2] for line in words.splitlines()[3:]] == [
        "line 4, Shouldn't sit with: there is nobody called “Annn” in the list of names.",
        "line 5, New to RP?: “perhaps” is neither yes nor no.",
        "line 6, Shouldn't sit with: there is nobody called “Zoe” in the list of names.",
    ]
    assert words.startswith("list.csv: we don’t know what “Colour” should do")
