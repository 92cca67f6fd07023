"""The tables of an empty database, all at once. Migrations one after the other come to the same, and take ten times as long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection, transaction
from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

if TYPE_CHECKING:
    from django.db.migrations.state import StateApps


def make_first_tables() -> None:
    """As the models are today; then what migrations do beside, and that each of them has been. All of it or nothing."""
    emit_pre_migrate_signal(0, interactive=False, db=connection.alias)
    with connection.constraint_checks_disabled(), transaction.atomic():
        with connection.schema_editor() as editor:
            for model in apps.get_models():
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
        finish_first_tables()
    emit_post_migrate_signal(0, interactive=False, db=connection.alias)


def finish_first_tables() -> None:
    """What no model says: tables and triggers of our own. Steps that are `elidable` look after rows, and there are none."""
    loader = MigrationLoader(connection)
    with connection.schema_editor() as editor:
        for step in _steps(loader):
            step.code(cast("StateApps", apps), editor)
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    for app, name in sorted(set(loader.graph.nodes) - set(loader.applied_migrations)):
        recorder.record_applied(app, name)


def _steps(loader: MigrationLoader) -> Iterator[RunPython]:
    """Of our own rooms: what libraries do beside is about rows."""
    ours = {app.label for app in apps.get_app_configs() if app.name.startswith("goldenthread.")}
    for app, name in sorted(loader.disk_migrations):
        for operation in loader.disk_migrations[app, name].operations if app in ours else ():
            if isinstance(operation, RunPython) and not operation.elidable:
                yield operation
