import pytest

from goldenthread.people import letters
from goldenthread.people.models import Person, SignInLink


@pytest.mark.django_db
def test_nobody_without_an_address_is_written_to():
    assert letters.passkey_added(Person.objects.create_person("Ada")) is None


@pytest.mark.parametrize(("tries", "may_go_on"), [(0, True), (2, True), (3, False)])
def test_a_code_may_be_tried_three_times(tries, may_go_on):
    assert SignInLink(tries=tries).has_tries_left is may_go_on
