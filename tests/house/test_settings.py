import os
import re
import subprocess
import sys

import pytest

from tests.house.tree import ROOT, code, text

READ = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")
TOLD = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)
# They read no setting: they say which settings to use, or hand a password to PostgreSQL's own programs.
TELLS_OTHERS = {
    "goldenthread/desk/management/commands/setup.py",
    "goldenthread/desk/commanding.py",
    "goldenthread/wsgi.py",
    "goldenthread/asgi.py",
    "goldenthread/desk/safekeeping/databases.py",
}
ENVIRONMENT = re.compile(r"os\.environ|getenv")


def test_every_setting_is_told_and_everything_told_is_a_setting():
    read = set(READ.findall((ROOT / "goldenthread" / "settings.py").read_text()))
    documented = set(TOLD.findall((ROOT / "docs" / "running.md").read_text()))

    assert read == documented


def test_a_setting_that_nobody_tells_would_be_noticed():
    assert READ.findall('A = env.str("NOT_TOLD", default="")\nB = env("NOR_THIS")') == ["NOT_TOLD", "NOR_THIS"]


def test_only_the_settings_read_the_environment():
    readers = {str(path) for path in code() if path.parts[0] == "goldenthread" and ENVIRONMENT.search(text(path))}

    assert {reader for reader in readers if "/tests/" not in reader} - TELLS_OTHERS == set()


def test_two_houses_in_production_never_share_a_secret(tmp_path):
    one, other = (secret_of(tmp_path / name) for name in ("one", "other"))

    assert one != other
    assert (len(one) >= 50, len(other) >= 50) == (True, True)
    assert oct((tmp_path / "one" / "secret.key").stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize("address", ["", "https://home.example.org"])
def test_nobody_is_shown_how_the_house_is_built(tmp_path, address):
    assert ask(tmp_path, "settings.DEBUG", SITE_ADDRESS=address) == "False"


def secret_of(place):
    return ask(place, "settings.SECRET_KEY", SITE_ADDRESS="https://home.example.org")


def ask(place, question, **environment):
    """What fresh settings answer, in a process that knows nothing of this one."""
    known = {"PATH": os.environ["PATH"], "DATA_DIR": str(place), "DJANGO_SETTINGS_MODULE": "goldenthread.settings"}
    command = [sys.executable, "-c", f"from django.conf import settings; print({question})"]
    answer = subprocess.run(command, cwd=ROOT, env=known | environment, capture_output=True, text=True, check=True)
    return answer.stdout.strip()
