"""The cast that every test knows."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.conf import settings as the_settings
from django.db import connection
from django.utils import timezone, translation

from goldenthread.desk.first_tables import finish_first_tables
from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.kit.models import House
from goldenthread.kit.reading import file_queue
from goldenthread.kit.registry import RoomConfig
from goldenthread.people.gentle_pace import LOOKS
from goldenthread.people.models import Keeping, Person

pytest_plugins = [
    "tests.timing",
    "tests.covering",
    "tests.asking",
    "tests.both_databases",
    "tests.needed",
    "tests.prepared",
]


MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def pytest_configure():
    database = the_settings.DATABASES["default"]
    database.setdefault("TEST", {})["MIGRATE"] = False
    if database["ENGINE"] == "goldenthread.kit.sqlite":
        # Said aloud, because pytest-django knows only Django's own SQLite and would give each worker a file.
        database["TEST"]["NAME"] = ":memory:"


@pytest.fixture(scope="session")
def database_of_this_machine():
    return connection.settings_dict["NAME"]


@pytest.fixture(scope="session")
def django_db_setup(database_of_this_machine, django_db_setup, django_db_blocker):
    """As a new house does it. That migrations come to the same: desk/tests/test_first_tables.py."""
    # Where no test asks for a database, none was made.
    if connection.settings_dict["NAME"] != database_of_this_machine:
        with django_db_blocker.unblock():
            finish_first_tables()


@pytest.fixture(autouse=True)
def _static_files_as_they_are(settings):
    """A test shows pages without collecting static files first."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}


@pytest.fixture(autouse=True)
def _nobody_has_looked_before():
    """How often somebody looked is counted in the process, and the somebody of the next test has the same number."""
    for pace in LOOKS:
        pace.forget()


@pytest.fixture(autouse=True)
def _english_again():
    """A page that was read in Welsh leaves its thread in Welsh."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def _the_last_one_out(django_db_setup, django_db_blocker):
    """PostgreSQL drops no database in which a thread of some test still sits."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def home(db):
    """A real house: no offset, no banner."""
    return House.objects.create(pk=1, name="Home", sentence="A house for the tests.", founded_at=MORNING)


@pytest.fixture
def sample_house(home):
    """The same house as a sample: its clock stands in December 2022 and runs on."""
    home.is_sample, home.clock_offset = True, datetime(2022, 12, 14, 9, tzinfo=UTC) - timezone.now()
    home.save()
    return home


@pytest.fixture
def ada(home):
    """She convenes."""
    return Person.objects.create_person("Ada Foxglove", "ada@example.org", joined_at=MORNING)


@pytest.fixture
def bo(home):
    """He is a member."""
    return Person.objects.create_person("Bo Hazelmoor", "bo@example.org", joined_at=MORNING)


@pytest.fixture
def cy(home):
    """They convene something else."""
    return Person.objects.create_person("Cy Kestrelby", "cy@example.org", joined_at=MORNING)


@pytest.fixture
def kim(home):
    """She keeps the house."""
    keeper = Person.objects.create_person("Kim Dewpond", "kim@example.org", joined_at=MORNING)
    Keeping.objects.create(person=keeper)
    return keeper


@pytest.fixture(autouse=True)
def _own_queue_of_lists(worker_id, monkeypatch):
    """Those who test beside us read lists, too, and would send ours away."""
    monkeypatch.setattr(file_queue, "QUEUE", f"reading-{worker_id}")


@pytest.fixture
def answers_of():
    """What a room answers to those below it, as they know it: by its name."""

    def room(name):
        config = apps.get_app_config(name)
        assert isinstance(config, RoomConfig)
        return config.room

    return room


@pytest.fixture
def draft(ada):
    """Ada's draft: a name only, for those with the link."""
    return Gathering.objects.with_facts().get(pk=Gathering.begin("A spring day", by=ada).pk)


@pytest.fixture
def spring(draft, ada):
    """Ada's gathering, open to everybody, with a day and a venue."""
    plan = {"day": date(2027, 4, 20), "venue": "The Old School", "address": "1 Hill Street, Leeds"}
    draft.replan(plan, since=draft.sequence, by=ada, is_small=False)
    turns.publish(draft, by=ada)
    turns.move_to_address(draft, "spring", by=ada)
    return Gathering.objects.with_facts().get(slug="spring")
