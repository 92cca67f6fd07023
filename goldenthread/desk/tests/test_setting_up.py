"""Three questions, tried out and written down."""

from io import StringIO
from subprocess import CompletedProcess

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from goldenthread.desk.management.commands import setup
from goldenthread.desk.setting_up import checked, mail_url
from goldenthread.desk.sorry import Sorry
from goldenthread.kit.settings_file import write_settings

HOME, MAIL = "https://home.example.org", "smtp+tls://house%40example.org:s@mail.example.org:587"


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        (
            ("mail.example.org", "ann@example.org", "a/b#c@d +'"),
            "smtp+tls://ann%40example.org:a%2Fb%23c%40d%20%2B%27@mail.example.org:587",
        ),
        (("mail.example.org:465", "ann", "s"), "smtp+ssl://ann:s@mail.example.org:465"),
        (("localhost",), "smtp://localhost:25"),
        (("smtp://u:p@x:25",), "smtp://u:p@x:25"),
        (("",), ""),
    ],
)
def test_nobody_has_to_quote_a_password(typed, url):
    assert mail_url(*typed) == url


def test_a_public_site_trusts_the_web_server_in_front_and_writes_from_the_address_that_signs_in():
    assert checked(f"{HOME}/", MAIL, "", 0) == {
        "SITE_ADDRESS": HOME,
        "TRUSTED_PROXIES": "1",
        "EMAIL_URL": MAIL,
        "LETTERS_FROM": "house@example.org",
    }


def test_a_site_on_this_machine_trusts_nobody():
    assert checked("", "", "", 0) == {"SITE_ADDRESS": "", "TRUSTED_PROXIES": "", "EMAIL_URL": ""}


@pytest.mark.parametrize(
    ("address", "mail"), [("home.example.org", ""), (HOME, "mail.example.org:abc"), (HOME, "smtp://")]
)
def test_what_cannot_be_right_is_refused_in_the_words_of_the_settings(address, mail):
    with pytest.raises(ImproperlyConfigured):
        checked(address, mail, "", 0)


@pytest.mark.parametrize("sign", ["\n", "\r", "\x00", "\x85", "\u2028"])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_answer_of_two_lines_is_refused(sign, place):
    answers = [HOME, MAIL, "house@example.org"]
    answers[place] += f"{sign}x"

    with pytest.raises(ImproperlyConfigured, match="line break"):
        checked(answers[0], answers[1], answers[2], 0)


@pytest.mark.parametrize(
    ("before", "after"), [(MAIL, ["EMAIL_URL='smtp://other:25'"]), ("smtp://other:25", ["LETTERS_FROM='by@hand.org'"])]
)
def test_another_mail_server_does_not_write_from_the_address_of_the_one_before(tmp_path, before, after):
    write_settings(tmp_path, {"LETTERS_FROM": "by@hand.org"})

    file = write_settings(tmp_path, checked("", "smtp://other:25", "", 0, before))

    assert [line for line in file.read_text().splitlines() if line in after] == after
    assert ("LETTERS_FROM" in file.read_text()) is (before != MAIL)


def test_what_somebody_wrote_by_hand_stays_and_only_its_owner_reads_it(tmp_path):
    write_settings(tmp_path, {"SITE_ADDRESS": HOME, "EMAIL_URL": MAIL})
    file = tmp_path / "settings.env"
    file.write_text(f"{file.read_text()}CACHE_URL=redis://cache\n")

    write_settings(tmp_path, {"SITE_ADDRESS": "", "EMAIL_URL": "smtp://other:25"})

    assert file.read_text().splitlines()[1:] == ["CACHE_URL=redis://cache", "EMAIL_URL='smtp://other:25'"]
    assert oct(file.stat().st_mode)[-3:] == "600"


def test_without_a_terminal_it_says_how_to_answer(moved):
    answer = moved.command("setup", "--address", HOME)

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("Sorry: nobody can be asked here, because this is no terminal.")


def test_it_is_set_up_tried_out_and_set_up_again(moved):
    first = moved.command("setup", "--address", HOME, "--email", "smtp://127.0.0.1:9", "--keeper", "ada@example.org")
    again = moved.command("setup", "--address", "", "--email", "", "--keeper", "ada@example.org")

    file = moved.folder / "settings.env"
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stderr == "Sorry: the mail server doesn’t answer. It said: [Errno 111] Connection refused\n"
    assert again.stdout.splitlines()[:2] == [
        f"Saved in {file}. To change it, run this again.",
        "No e-mail goes out yet: people can book and sign in only once there is a mail server.",
    ]
    assert (len(file.read_text().splitlines()), moved.command("check").returncode) == (1, 0)


@pytest.fixture
def begun(monkeypatch):
    """With which words and settings other processes were begun."""
    begun = []

    def run(command, *, env, **more):
        begun.append((command[3], env["EMAIL_URL"]))
        return CompletedProcess(command, 0)

    monkeypatch.setattr("goldenthread.desk.management.commands.setup.subprocess.run", run)
    monkeypatch.setattr(setup, "bring_up_to_date", lambda say: None)
    return begun


def test_the_mail_server_tried_is_the_one_just_given(begun, db, settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setenv("EMAIL_URL", "smtp://before:25")

    call_command("setup", address="", email="smtp://after:25", keeper="ada@example.org", stdout=StringIO())

    assert begun == [("email", "smtp://after:25")]


@pytest.fixture
def at_a_terminal(begun, db, settings, tmp_path, monkeypatch):
    """Types these answers at the questions, and then Ctrl-D."""

    def types(*answers):
        settings.DATA_DIR, printed, left = tmp_path, StringIO(), iter(answers)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

        def typed(question):
            if (answer := next(left, None)) is None:
                raise EOFError
            return answer

        monkeypatch.setattr("builtins.input", typed)
        call_command("setup", stdout=printed)
        return printed.getvalue()

    return types


def test_only_the_question_with_a_wrong_answer_is_asked_again(at_a_terminal, tmp_path):
    printed = at_a_terminal("localhost:8792", HOME, "", "ada", "ada@example.org")

    assert printed.startswith("   Sorry: The address")
    assert "   Sorry: ada is not an e-mail address." in printed
    assert (tmp_path / "settings.env").exists()


def test_somebody_who_stops_reads_one_sentence(at_a_terminal, tmp_path):
    with pytest.raises(Sorry, match="nothing is saved"):
        at_a_terminal(HOME)

    assert not (tmp_path / "settings.env").exists()
