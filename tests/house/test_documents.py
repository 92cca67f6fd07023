"""What the documents say is there, is there; and what is there, they say."""

import re

from tests.house.tree import ROOT, files, floors, text

LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_map_names_every_room():
    rooms = {path.parts[1] for path in files("", ".py", under="goldenthread") if len(path.parts) > 2} & floors().keys()

    assert [room for room in sorted(rooms) if f"`{room}`" not in (ROOT / "docs" / "map.md").read_text()] == []


def test_contributing_names_every_command():
    commands = sorted(path.name for path in (ROOT / "script").iterdir() if not path.name.startswith("_"))

    assert [name for name in commands if f"script/{name}" not in (ROOT / "CONTRIBUTING.md").read_text()] == []


def test_every_link_leads_somewhere():
    links = [(path, link) for path in files(".md") for link in LINK.findall(text(path))]

    assert [(path, link) for path, link in links if not (ROOT / path).parent.joinpath(link).exists()] == []
