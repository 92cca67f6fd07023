"""Whatever a room writes in the journal it says in words, or says that no record speaks of it."""

import ast
from collections import Counter

import pytest
from django.urls import reverse

from goldenthread.gatherings.plan.models import Gathering
from goldenthread.journal.above import RoomAboveJournal, acts_by_did
from goldenthread.kit.registry import rooms
from tests.house.tree import code, text

WRITERS = {"note", "note_reading"}
# What is written here is handed on by whoever calls it, or is a word of the plan.
HANDED_ON = {
    "goldenthread/gatherings/tables/elsewhere.py": {"changed their own seat", "left a seat"},
    "goldenthread/gatherings/plan/models/gathering.py": set(Gathering.Turn.values) - {"convenors"},
    "goldenthread/gatherings/plan/turns.py": set(Gathering.Turn.values) - {"convenors"},
    "goldenthread/desk/for_keepers.py": {"made a backup"},
    "goldenthread/journal/reading.py": set(),
}
HOUSE = [path for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts]


def calls():
    """Each line that writes in the journal, and what it writes."""
    for path in HOUSE:
        for node in ast.walk(ast.parse(text(path))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
                yield path.as_posix(), node.args[1]


def written(argument):
    """Every entry that an argument can be; of one that is put together, how it begins."""
    if isinstance(argument, ast.IfExp):
        return written(argument.body) | written(argument.orelse)
    if isinstance(argument, ast.JoinedStr):
        return {ast.literal_eval(argument.values[0]) + "*"}
    return {argument.value} if isinstance(argument, ast.Constant) else set()


def is_known(did, known):
    return any(act.startswith(did[:-1]) for act in known) if did.endswith("*") else did in known


def test_every_kind_of_entry_has_a_sentence_or_is_silent():
    known = acts_by_did()
    dids = {did for _path, argument in calls() for did in written(argument)}

    assert {did for did in dids.union(*HANDED_ON.values()) if not is_known(did, known)} == set()


def test_what_is_handed_on_is_known_here():
    handed_on = {path for path, argument in calls() if not written(argument)}

    assert handed_on == set(HANDED_ON)


def test_each_is_said_by_one_room():
    times_by_did = Counter(act.did for room in rooms(RoomAboveJournal) for act in room.acts())

    assert [did for did, times in times_by_did.items() if times > 1] == []


@pytest.mark.parametrize("is_their_own", [True, False])
def test_each_can_be_said_of_anybody(is_their_own, db):
    sentences = {
        sentence
        for act in acts_by_did().values()
        if act.words
        for sentence in (act.sentence(None, "Di"), act.sentence(None, "Di", is_their_own=is_their_own))
    }

    assert [sentence for sentence in sentences if "%" in sentence or sentence[0].islower()] == []


def test_each_leads_to_a_page_that_there_is():
    acts = [act for act in acts_by_did().values() if act.page]

    assert [act.did for act in acts if not page_of(act)] == []


def page_of(act):
    """A page of one booking, of one gathering, or of the site. Raises where there is none."""
    of_the_site = act.page.startswith("desk:")
    return reverse(act.page, args=[] if of_the_site else ["spring", 1] if act.is_of_one else ["spring"])


def test_an_entry_without_a_sentence_would_be_noticed():
    assert not is_known("danced on the table", acts_by_did())
    assert not is_known("danced on the*", acts_by_did())
