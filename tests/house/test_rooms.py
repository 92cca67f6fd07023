"""Every room says what it answers to those below it: a forgotten answer would be somebody's data that stays."""

from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from goldenthread.kit.personal_fields import personal_fields
from goldenthread.kit.registry import Room, RoomConfig, rooms
from goldenthread.people.above import RoomAbovePeople

# A new room adds its line; whatever it answers stands in it.
ANSWERS = {
    "desk": {"acts", "kept", "owned_rows"},
    "pages": set(),
    "afterwards": {"acts", "before_leaving", "kept", "owned_rows", "took_part"},
    "day": {
        "acts",
        "door_code",
        "ended_for_them",
        "gone",
        "kept",
        "names_of_others",
        "owned_rows",
        "present",
        "took_part",
    },
    "signup": {"acts", "forget_contribution", "kept", "owned_rows", "way_to_chairs", "who_is_in"},
    "open_hour": {"acts", "kept", "open_hour", "owned_rows"},
    "programme": {
        "acts",
        "after_a_new_time",
        "changes_sent",
        "forget_contribution",
        "kept",
        "places_of",
        "plan_changed",
        "preview",
        "row_mergers",
    },
    "tables": {
        "acts",
        "after_a_new_time",
        "keeps_wishes",
        "kept",
        "owned_rows",
        "plan_changed",
        "took_part",
        "ways_for_convenors",
    },
    "bookings": {
        "acts",
        "before_leaving",
        "changes_dropped",
        "changes_sent",
        "closeness",
        "forget_again",
        "kept",
        "names_of_others",
        "owned_rows",
        "plan_changed",
        "plan_copied",
        "preview",
        "row_mergers",
        "their_places",
    },
    "voices": {"acts", "before_leaving", "before_merging", "forget_again", "kept", "names_of_others", "owned_rows"},
    "plan": {
        "acts",
        "before_leaving",
        "changes_dropped",
        "changes_sent",
        "first_steps",
        "kept",
        "owned_rows",
        "plan_changed",
        "preview",
    },
    "threads": {
        "acts",
        "are_to_be_left_apart",
        "before_leaving",
        "before_merging",
        "closeness",
        "columns_that_name_others",
        "kept",
        "owned_rows",
        "row_mergers",
        "ways_on",
    },
    "people": {"acts", "kept"},
    "journal": set(),
    "outbox": {"kept"},
    "kit": set(),
}


class Misspelt(Room):
    def kpet(self):
        return ()


def test_every_room_answers_what_it_is_to_answer():
    assert {config.label: answered(config.room) for config in configs()} == ANSWERS


def test_they_are_asked_from_the_roof_down():
    assert [config.label for config in configs()] == list(ANSWERS)


def test_every_app_of_ours_is_a_room():
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("goldenthread.")}

    assert ours == set(ANSWERS)


def test_no_room_answers_without_being_asked():
    written = {config.name for config in configs() if Path(config.path, "room_answers.py").exists()}

    assert {config.name for config in configs() if config.answers} == written


def test_every_question_is_answered_by_somebody():
    questions = {name for config in configs() for base in type(config.room).__mro__ for name in public(base)}

    assert questions == set.union(*ANSWERS.values())


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [("tests.house.test_rooms.Misspelt", ImproperlyConfigured), ("tests.house.test_rooms.Mispelt", ImportError)],
)
def test_a_misspelt_answer_stops_the_start(answers, refusal, monkeypatch):
    config = apps.get_app_config("desk")
    monkeypatch.setattr(config, "answers", answers, raising=True)

    with pytest.raises(refusal, match=r"kpet|Mispelt"):
        config.ready()


def test_what_names_others_is_a_column_about_people():
    named = {
        f"{model._meta.label}.{column}"
        for room in rooms(RoomAbovePeople)
        for model, columns in room.columns_that_name_others().items()
        for column in columns
    }

    assert named - personal_fields() == set()


def test_no_module_needs_one_that_needs_it():
    graph = grimp.build_graph("goldenthread", exclude_type_checking_imports=True, cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}

    TopologicalSorter(needs).prepare()


def configs():
    return [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]


def answered(room):
    return public(type(room)) if type(room) is not Room else set()


def public(answers):
    if not issubclass(answers, Room):
        return set()
    return {name for name in vars(answers) if not name.startswith("_")}
