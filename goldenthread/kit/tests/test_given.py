"""What the environment gives and this house does not begin with."""

import os
import subprocess
import sys

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from goldenthread.kit import given

env = environ.Env()


@pytest.mark.parametrize("text", ["abc", "-1", "1.5", "٣", " "])
def test_a_number_is_a_number(text):
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES is a whole number"):
        given.whole_number("TRUSTED_PROXIES", text)


@pytest.mark.parametrize(
    "text",
    [
        "home.example.org",
        "ftp://home.example.org",
        "https://",
        "https://[",
        "//x",
        "http://a:b",
        "http://a:0",
        "https://a b",
    ],
)
def test_an_address_has_its_scheme(text):
    with pytest.raises(ImproperlyConfigured, match="SITE_ADDRESS begins with https://"):
        given.web_address("SITE_ADDRESS", text)


@pytest.mark.parametrize("text", ["a", "a" * 100, "x" * 20 + "abcdefgh"])
def test_a_secret_cannot_be_guessed(text):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY is so short"):
        given.secret("SECRET_KEY", text)


def test_a_folder_is_not_open_to_everybody(tmp_path):
    (tmp_path / "file").touch()
    tmp_path.chmod(0o777)

    for place, words in [(tmp_path, "Everybody on this machine may write"), (tmp_path / "file", "is a folder")]:
        with pytest.raises(ImproperlyConfigured, match=words):
            given.folder("DATA_DIR", place)


def test_a_folder_below_a_file_is_none(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(ImproperlyConfigured, match=f"DATA_DIR is a folder, and {tmp_path}/file is none"):
        given.folder("DATA_DIR", tmp_path / "file" / "house")


def test_a_folder_in_which_we_may_not_write_is_told(tmp_path, monkeypatch):
    # Root may write anywhere, so what the system would answer to others is put in its mouth.
    monkeypatch.setattr("os.access", lambda path, how: False)

    with pytest.raises(ImproperlyConfigured, match=f"DATA_DIR is {tmp_path}/house, and we may not write in {tmp_path}"):
        given.folder("DATA_DIR", tmp_path / "house")


@pytest.mark.parametrize(
    "text",
    [
        "mail.example.org:587",
        "mail.example.org",
        "smtp://m:abc",
        "smtp://m:70000",
        "smtp://",
        "smtp+tls://u:p@:587",
        "http://m",
    ],
)
def test_a_mail_server_has_its_scheme_its_name_and_its_port_and_its_password_is_not_shown(text):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL begins with smtp") as refused:
        given.mail_server("EMAIL_URL", env.email_url_config, text)

    assert text not in str(refused.value)


@pytest.mark.parametrize(("text", "host"), [("smtp+tls://u:p@m:587", "m"), ("", None), ("filemail:///tmp", None)])
def test_a_mail_server_that_is_one_is_taken(text, host):
    assert given.mail_server("EMAIL_URL", env.email_url_config, text)["EMAIL_HOST"] == host


@pytest.mark.parametrize(
    "more", ["synchronous=NORMAL", "init_command=PRAGMA%20synchronous=NORMAL", "timeout=5&transaction_mode=DEFERRED"]
)
def test_sqlite_is_told_nothing_that_undoes_its_promises(more):
    with pytest.raises(ImproperlyConfigured, match="might not survive a power cut"):
        given.database("DATABASE_URL", env.db_url_config(f"sqlite:////tmp/house.sqlite3?{more}"))


def test_a_server_is_told_nothing_that_undoes_its_promises():
    with pytest.raises(ImproperlyConfigured, match="sets synchronous_commit"):
        given.database("DATABASE_URL", env.db_url_config("postgres://u@h/d?options=-c%20synchronous_commit=off"))


@pytest.mark.parametrize("address", ["mysql://u@h/d", "mariadb-and-more://x"])
def test_other_databases_are_not_ours(address):
    with pytest.raises(ImproperlyConfigured, match=r"is for PostgreSQL \(postgres://\) or SQLite"):
        given.database("DATABASE_URL", env.db_url_config(address))


@pytest.mark.parametrize(
    ("name", "read", "text"),
    [
        ("DATABASE_URL", env.db_url_config, "house"),
        ("CACHE_URL", env.cache_url_config, "redis.example.org"),
        ("EMAIL_URL", env.email_url_config, "mail.example.org"),
    ],
)
def test_other_addresses_can_be_read(name, read, text):
    with pytest.raises(ImproperlyConfigured, match=f"{name} cannot be read as an address"):
        given.by_address(name, read, text)


def test_what_is_right_is_taken_as_it_is(tmp_path):
    assert given.whole_number("N", "2") == 2
    assert [given.web_address("A", text) for text in ("", "http://localhost:8000")] == ["", "http://localhost:8000"]
    assert [given.secret("S", text) for text in ("", "abcdefgh" * 4)] == ["", "abcdefgh" * 4]
    assert given.folder("D", tmp_path / "not-there-yet") == tmp_path / "not-there-yet"
    assert given.database("D", env.db_url_config("sqlite:////tmp/x?timeout=5"))["OPTIONS"] == {"timeout": 5}


def test_a_folder_that_others_only_read_is_taken(tmp_path):
    tmp_path.chmod(0o755)

    assert given.folder("DATA_DIR", tmp_path) == tmp_path


@pytest.mark.parametrize("address", ["sqlite:////tmp/house.sqlite3", "postgres://u@h/d"])
def test_a_database_need_be_told_nothing_more(address):
    values = env.db_url_config(address)
    values.pop("OPTIONS", None)

    assert given.database("DATABASE_URL", values) == values


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (env.db_url_config, "postgres://u@h/d"),
        (env.cache_url_config, "redis://localhost:6379/1"),
        (env.email_url_config, "smtp://localhost:25"),
    ],
)
def test_an_address_of_each_kind_can_be_read(read, text):
    assert given.by_address("A", read, text) == read(text)


@pytest.mark.parametrize("command", ["serve", "check", "work"])
def test_every_command_says_one_sentence_and_does_not_begin(tmp_path, command):
    known = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), "TRUSTED_PROXIES": "abc"}
    process = subprocess.run(
        [sys.executable, "-m", "goldenthread", command], env=known, capture_output=True, text=True, check=False
    )

    assert (process.returncode, process.stdout) == (1, "")
    assert process.stderr == "TRUSTED_PROXIES is a whole number such as 1, and not 'abc'.\n"
    assert list(tmp_path.iterdir()) == []
