import pytest
from django.db.utils import ConnectionHandler

from goldenthread.kit import checks


@pytest.mark.parametrize(
    ("backend", "errors"),
    [
        ("django.core.cache.backends.locmem.LocMemCache", ["house.E001"]),
        ("django.core.cache.backends.dummy.DummyCache", ["house.E001"]),
        ("django.core.cache.backends.db.DatabaseCache", []),
        ("django.core.cache.backends.redis.RedisCache", []),
    ],
)
def test_a_cache_must_be_shared(settings, backend, errors):
    settings.CACHES = {"default": {"BACKEND": backend}}

    assert [error.id for error in checks.the_cache_is_shared()] == errors


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "errors"), [({}, []), ({"init_command": "PRAGMA synchronous = NORMAL"}, ["house.E002"])]
)
def test_sqlite_must_keep_what_was_answered(monkeypatch, tmp_path, options, errors):
    settings = {"ENGINE": "goldenthread.kit.sqlite", "NAME": tmp_path / "house.sqlite3", "OPTIONS": options}
    connections = ConnectionHandler({"default": settings})
    monkeypatch.setattr(checks, "connections", connections)

    messages = checks.sqlite_keeps_its_promises(databases=["default"])

    assert [error.id for error in messages] == errors
    connections.close_all()


def test_sqlite_is_left_alone_when_nobody_asks_about_databases():
    assert checks.sqlite_keeps_its_promises(databases=None) == []
