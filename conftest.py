"""The cast that every test knows."""

import pytest

pytest_plugins = ["tests.needed"]


@pytest.fixture(autouse=True)
def _static_files_as_they_are(settings):
    """A test shows pages without collecting static files first."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
