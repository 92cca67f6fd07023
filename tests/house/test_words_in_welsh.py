"""Welsh says all that English says. Whether it says it well no test can know (docs/running.md)."""

import re
import shutil

import polib
import pytest
from django.core.management import call_command
from django.utils import translation

from goldenthread.gatherings.plan.in_words import a_day
from tests.house.tree import ROOT

CATALOGUE = ROOT / "goldenthread/locale/cy/LC_MESSAGES/django.po"
PLACES_AND_TAGS = re.compile(r"%\(\w+\)[sd]|%%|</?\w+>")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(CATALOGUE)


@pytest.fixture
def in_welsh():
    with translation.override("cy"):
        yield


def test_every_sentence_has_its_welsh(catalogue):
    assert [entry.msgid for entry in catalogue if not entry.translated()] == []


def test_no_sentence_was_guessed_or_left_behind(catalogue):
    assert [entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete] == []


def test_names_numbers_and_tags_stand_in_both_languages(catalogue):
    assert [entry.msgid for entry in catalogue if not fits(entry)] == []


@pytest.mark.parametrize("planted", ["Helo", "Helo %(nane)s", "<b>Helo</b> %(name)s"])
def test_a_lost_name_would_be_noticed(planted):
    assert fits(polib.POEntry(msgid="Hello %(name)s", msgstr="Helo %(name)s"))
    assert not fits(polib.POEntry(msgid="Hello %(name)s", msgstr=planted))


def test_marks_are_proper_in_welsh_too(catalogue):
    assert [entry.msgid for entry in catalogue if {"'", '"', "!"} & set("".join(in_welsh_of(entry)))] == []


def test_what_is_read_is_what_is_written(catalogue):
    compiled = polib.mofile(CATALOGUE.with_suffix(".mo"))

    assert {key(entry): in_welsh_of(entry) for entry in compiled} == {
        key(entry): in_welsh_of(entry) for entry in catalogue
    }


def test_the_catalogue_tells_nothing_of_the_machine_it_was_made_on(catalogue):
    assert sorted(catalogue.metadata) == sorted(
        ["Content-Transfer-Encoding", "Content-Type", "Language", "MIME-Version", "Plural-Forms", "Project-Id-Version", "Report-Msgid-Bugs-To"]
    )  # fmt: skip
    assert [entry.msgid for entry in catalogue if entry.occurrences] == []


def test_nothing_that_we_say_is_missing(catalogue, tmp_path, monkeypatch, settings, needed):
    needed("gettext")
    # Django lays its notes beside the pages that it reads, and other tests are looking at those.
    house = tmp_path / "goldenthread"
    shutil.copytree(
        ROOT / "goldenthread", house, ignore=shutil.ignore_patterns("tests", "static", "locale", "__pycache__")
    )
    settings.LOCALE_PATHS = [house / "locale"]
    (house / "locale").mkdir()
    monkeypatch.chdir(house)

    call_command("makemessages", locale=["cy"], verbosity=0)

    entries = polib.pofile(house / "locale/cy/LC_MESSAGES/django.po")
    assert {key(entry) for entry in entries} == {key(entry) for entry in catalogue}


def test_a_day_reads_well_in_the_middle_of_a_sentence(in_welsh, spring):
    assert a_day(spring.day) == "dydd Mawrth 20 Ebrill 2027"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/", "Ymunwch â ni"),
        ("/gatherings/", "Dangosir cynlluniau yma cyn iddyn nhw fod yn barod"),
        ("/gatherings/spring/", "Dydd Mawrth 20 Ebrill 2027"),
        ("/join/", "Beth yw ystyr ymuno"),
        ("/sign-in/", "Anfon cod ataf"),
    ],
)
def test_a_page_speaks_welsh_to_whoever_asks_for_it(client, spring, page, words):
    answer = client.get(page, headers={"accept-language": "cy"}).content.decode()

    assert (words in answer, '<html lang="cy">' in answer) == (True, True)


def fits(entry):
    """Whether every form holds what the English holds. That of exactly one may leave out the number, as English may."""
    singular = sorted(PLACES_AND_TAGS.findall(entry.msgid))
    many = sorted(PLACES_AND_TAGS.findall(entry.msgid_plural or entry.msgid))
    first, *others = [sorted(PLACES_AND_TAGS.findall(form)) for form in in_welsh_of(entry)]
    return first in (singular, many) and all(form == many for form in others)


def in_welsh_of(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural
