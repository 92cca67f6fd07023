"""What rooms above tell to those below, without being imported: each in a module of an agreed name, like `keeping.py`."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps


def drawers(name: str) -> Iterator[ModuleType]:
    """This module of every room that has one, from the roof down."""
    found = (f"{app.name}.{name}" for app in apps.get_app_configs() if app.name.startswith("goldenthread."))
    return (import_module(module) for module in found if find_spec(module))
