"""All that rooms say they keep about people, and all that tables really hold: a test compares the two."""

from __future__ import annotations

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import EmailField, GenericIPAddressField, Model

from goldenthread.kit.keeping import Kept
from goldenthread.kit.registry import Room, rooms


def everything_kept() -> list[Kept]:
    """The lists of all rooms, one after the other."""
    return [kept for room in rooms(Room) for kept in room.kept()]


def personal_fields() -> set[str]:
    """Every column of every table that holds an address, or from which one can find a person, however long the way."""
    return {
        f"{model._meta.label}.{field.name}"
        for model in _models_that_lead_to_people()
        for field in model._meta.concrete_fields
        if not field.primary_key or field.is_relation
    }


def _models_that_lead_to_people() -> set[type[Model]]:
    models = {model for model in apps.get_models() if _holds_an_address(model)} | {get_user_model()}
    while more := {model for model in apps.get_models(include_auto_created=True) if _points_to(model, models)} - models:
        models |= more
    return models


def _holds_an_address(model: type[Model]) -> bool:
    return any(isinstance(field, EmailField | GenericIPAddressField) for field in model._meta.concrete_fields)


def _points_to(model: type[Model], targets: set[type[Model]]) -> bool:
    return any(field.related_model in targets for field in model._meta.concrete_fields if field.is_relation)
