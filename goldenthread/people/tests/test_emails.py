import pytest

from goldenthread.people import emails
from goldenthread.people.models import Person


@pytest.mark.django_db
def test_nobody_without_an_address_is_written_to():
    assert emails.passkey_added(Person.objects.create_person("Ada")) is None
