"""What a person reads at a terminal: a site, as on screen, and every command."""

from pathlib import Path

import pytest
from django.core.management import load_command_class

from goldenthread import __main__
from goldenthread.desk import management

OURS = [path.stem for path in Path(management.__path__[0], "commands").glob("[a-z]*.py")]


def test_the_welcome_speaks_of_a_site():
    assert [what for what in __main__.OURS.values() if "house" in what.lower()] == []


@pytest.mark.parametrize("name", OURS)
def test_the_help_of_each_command_speaks_of_a_site(name):
    parser = load_command_class("goldenthread.desk", name).create_parser("goldenthread", name)

    assert "house" not in parser.format_help().lower()
