"""A hole that is known is said, and so is that nobody could be asked."""

from tests.judges.known_holes import in_words

SOUND = {"name": "nh3", "version": "0.3", "vulns": []}
HOLED = {"name": "django", "version": "5.2.1", "vulns": [{"id": "CVE-2026-8404", "fix_versions": ["5.2.9"]}]}
UNKNOWN = {"name": "segno", "skip_reason": "Dependency not found"}


def test_a_known_hole_is_named_with_the_version_that_mends_it():
    assert in_words([SOUND, HOLED]) == "django 5.2.1: CVE-2026-8404, mended in 5.2.9"


def test_what_was_looked_up_and_sound_is_counted():
    assert in_words([SOUND]) == "No known hole in 1 packages."


def test_what_nobody_could_be_asked_about_is_said():
    assert in_words([SOUND, UNKNOWN]) == "Not looked up: 1 of our packages, because no index answers here."


def test_nothing_is_called_sound_when_nothing_was_answered():
    assert in_words([]) == "Not looked up: any of our packages, because no index answers here."
