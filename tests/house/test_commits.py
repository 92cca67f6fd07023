"""The subject of a commit is read in lists: at most sixty characters say what is now true."""

import shutil
import subprocess

import pytest

from tests.house.tree import ROOT

MOST = 60
# Subjects were counted from here on.
SINCE = "1ac6ef6cc33b8360bbe75742e08952bfba3deefb"


def test_subjects_are_short():
    assert too_long(subjects()) == []


def test_a_long_subject_would_be_noticed():
    assert too_long(["Say what is now true", "x" * (MOST + 1)]) == ["x" * (MOST + 1)]


def too_long(lines):
    return [line for line in lines if len(line) > MOST]


def subjects():
    """Of every commit since; what Git writes about a merge by itself does not count."""
    if not shutil.which("git") or git("cat-file", "-e", f"{SINCE}^{{commit}}").returncode:
        pytest.skip("this copy of the code does not reach back to the commit from which subjects are counted")
    return git("log", "--no-merges", "--format=%s", f"{SINCE}..HEAD").stdout.splitlines()


def git(*words):
    return subprocess.run(["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=False)
