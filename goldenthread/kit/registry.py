"""The one way upwards: what a room answers to those that stand below it and may not import it.

Whoever asks those above says so in an `above.py`: a class whose methods are the questions, each with the answer of a room
that has nothing to say. A room answers in its `room_answers.py`, with a class that overrides some of them; its `apps.py`
names that class. The types of all this are checked, and a misspelt name stops the start: docs/decisions/0026.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from goldenthread.kit.keeping import Kept


class Room:
    """What every room is asked, whatever floor it stands on."""

    def kept(self) -> Sequence[Kept]:
        """What it keeps about people, what for and until when."""
        return ()


AnyRoom = TypeVar("AnyRoom", bound=Room)


class RoomConfig(AppConfig):
    """An app that is a room. `answers` is where the class in its `room_answers.py` is found; without one, it answers nothing."""

    # Beside its subclass in an `apps.py`, this one is not what Django looks for.
    default = False
    answers = ""
    room: Room = Room()

    def __init_subclass__(cls) -> None:
        cls.default = True

    def ready(self) -> None:
        if self.answers:
            self.room = _answering(import_string(self.answers))


def rooms(above: type[AnyRoom]) -> list[AnyRoom]:
    """Every room that can be asked this, from the roof down."""
    configs = [config for config in apps.get_app_configs() if isinstance(config, RoomConfig)]
    return [config.room for config in configs if isinstance(config.room, above)]


def _answering(answers: type[Room]) -> Room:
    """Nobody would ever call a misspelt answer, and what it was to forget would stay."""
    known = {name for base in answers.__mro__[1:] for name in vars(base)}
    if unasked := [name for name in vars(answers) if name not in known and not name.startswith("_")]:
        raise ImproperlyConfigured(f"{answers.__module__}: nobody asks for {', '.join(unasked)}.")
    return answers()
