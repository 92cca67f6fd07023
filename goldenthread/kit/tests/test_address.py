import pytest

from goldenthread.kit.address import absolute


@pytest.fixture
def nowhere_yet(settings, tmp_path):
    settings.DATA_DIR, settings.HOUSE_ADDRESS = tmp_path, ""


def test_a_house_with_an_address_of_its_own_is_found_there(nowhere_yet, settings):
    settings.HOUSE_ADDRESS = "https://home.example.org"

    assert (absolute(), absolute("/me/")) == ("https://home.example.org/", "https://home.example.org/me/")


def test_without_one_it_is_found_where_it_was_opened_last(nowhere_yet, tmp_path):
    (tmp_path / "address.txt").write_text("http://localhost:8123")

    assert absolute("/me/") == "http://localhost:8123/me/"


def test_before_it_was_ever_opened_it_will_be_found_where_houses_usually_are(nowhere_yet):
    assert absolute("/me/") == "http://localhost:8000/me/"
