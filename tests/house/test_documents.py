"""What the documents say is there, is there; and what is there, they say."""

import re

from django.core.management import get_commands

from goldenthread import __version__
from goldenthread.__main__ import OURS
from goldenthread.mixing.commands import COMMANDS as OF_THE_MIXER
from tests.house.tree import PYPROJECT, ROOT, files, floors, text

COMMAND = re.compile(r"(?<![/\w-])goldenthread ([a-z]+)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
OF_THE_MIXER_TOLD = ("mixing", "introductions", "timetable")
LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_map_names_every_room():
    rooms = {path.parts[1] for path in files("", ".py", under="goldenthread") if len(path.parts) > 2} & floors().keys()

    assert [room for room in sorted(rooms) if f"`{room}`" not in (ROOT / "docs" / "map.md").read_text()] == []


def test_the_map_shows_every_room_on_its_floor():
    drawn = re.findall(r"^\| (\d) \| `(\w+)` \|", section("# The map", "Rooms that are planned"), re.MULTILINE)

    assert {room: int(number) for number, room in drawn} == {room: floors()[room] for _, room in drawn}


def test_the_map_shows_every_wing_in_its_order():
    built = [path.parent.name for path in files(".py", under="goldenthread/gatherings") if path.name == "apps.py"]
    stands: list[str] = PYPROJECT["tool"]["importlinter"]["contracts"][1]["layers"]
    upwards = [wing for storey in reversed(stands) for wing in re.findall(r"\w+", storey) if wing in built]
    drawn = re.findall(r"^\| (\d+) \| `(\w+)` \|", section("A gathering is", "## Inside a room"), re.MULTILINE)

    assert sorted(drawn, key=lambda row: int(row[0])) == [
        (str(number), wing) for number, wing in enumerate(upwards, start=1)
    ]


def test_the_map_names_every_folder_of_the_tests():
    folders = {f"`{path.parent}/`" for path in files(".py", under="tests") if len(path.parts) == 3}

    assert [folder for folder in sorted(folders) if folder not in section("## The rest", "")] == []


def test_the_newest_release_is_the_version():
    releases = re.findall(r"^## (.*?):", text(ROOT / "CHANGELOG.md"), re.MULTILINE)

    assert (releases[0], PYPROJECT["project"]["version"]) == (__version__, __version__)
    assert [release for release in releases if not re.fullmatch(r"\d+\.\d+\.\d+", release)] == []


def section(begin: str, end: str) -> str:
    """A piece of the map."""
    rest = text(ROOT / "docs" / "map.md").partition(begin)[2]
    return rest.partition(end)[0] if end else rest


def test_contributing_names_every_command():
    commands = sorted(path.name for path in (ROOT / "script").iterdir() if not path.name.startswith("_"))

    assert [name for name in commands if f"script/{name}" not in (ROOT / "CONTRIBUTING.md").read_text()] == []


def test_every_link_leads_somewhere():
    links = [(path, link) for path in files(".md") for link in LINK.findall(text(path))]

    assert [(path, link) for path, link in links if not (ROOT / path).parent.joinpath(link).exists()] == []


def test_every_command_that_is_told_exists_and_every_one_is_told():
    documents = [path for path in files(".md") if path.parent.name != "decisions" and path.name != "CHANGELOG.md"]
    named = {command for path in documents for command in COMMAND.findall(text(path))}
    ours = {name.split()[0] for name in OURS}
    table = text(ROOT / "docs" / "running.md").partition("## The command")[2].partition("\n## ")[0]

    assert named - ours == set()
    assert {name for name in ours if not re.search(rf"`(goldenthread )?{name}\b", table)} == set()


def test_a_command_that_does_not_exist_would_be_noticed():
    assert COMMAND.findall("`goldenthread frobnicate --now` and `.venv/bin/goldenthread serve`") == ["frobnicate"]


def test_help_names_every_command_there_is():
    ours = {name for name, app in get_commands().items() if app.startswith("goldenthread.")}

    # `migrate` is Django's own, and whoever runs several machines needs it by name.
    assert {name.split()[0] for name in OURS} == ours | set(OF_THE_MIXER) | {"migrate"}
    assert [name for name, what in OURS.items() if not what] == []


def test_every_option_of_the_mixer_that_is_told_exists_and_every_one_is_told():
    named = {option for name in OF_THE_MIXER_TOLD for option in OPTION.findall(text(ROOT / "docs" / f"{name}.md"))}
    existing = {
        option
        for path in files(".py", under="goldenthread/mixing")
        for option in re.findall(r'"(--[a-z-]+)"', text(path))
    }

    assert named - existing == set()
    # -o is told by its short name.
    assert existing - named == {"--help", "--out"}


def test_every_option_of_a_command_that_is_told_exists():
    named = set(re.findall(r"(?:`|goldenthread [a-z]+ )(--[a-z]+)", text(ROOT / "docs" / "running.md")))
    code = "".join(text(path) for path in files(".py", under="goldenthread/desk"))
    existing = set(re.findall(r'"(--[a-z]+)"', code)) | set(re.findall(r"--[a-z]+", text(ROOT / "script" / "server")))

    assert len(named) > 8
    assert named - existing == set()
