"""Everything about me, on one page and to take away."""

import json

import pytest

from goldenthread.kit.personal_fields import everything_kept
from goldenthread.outbox.models import Email
from goldenthread.people import emails
from goldenthread.people.audience import CHOSEN
from goldenthread.people.everything import SECRETS, NobodyKnowsWhose, everything_about, rows_of
from goldenthread.people.everything_titles import SECTIONS
from goldenthread.people.models import Hat, PaperCode, Portrait
from goldenthread.people.signing_in import email_link

PAGES = ["/me/everything/", "/me/everything.html", "/me/everything.json"]


@pytest.fixture
def bo_is_in(client, bo):
    client.force_login(bo)
    return client


@pytest.fixture
def canaries(bo):
    Portrait.objects.create(person=bo, brings="a canary <b>song</b>", access_needs="a quiet canary", region="wales")
    Hat.objects.create(person=bo, sector="lived_experience", words="canary of years")
    emails.passkey_added(bo)


def test_every_list_of_what_is_kept_has_its_drawer(bo):
    assert [drawer.label for drawer in everything_about(bo)] == list(dict.fromkeys(k.model for k in everything_kept()))


def test_a_table_of_which_nobody_knows_whose_it_is_would_be_noticed(bo, home):
    with pytest.raises(NobodyKnowsWhose, match=r"kit\.House"):
        rows_of(bo, type(home))


@pytest.mark.parametrize("page", PAGES)
def test_all_that_i_told_is_there(bo_is_in, canaries, page):
    shown = bo_is_in.get(page).content.decode()

    words = ["a quiet canary", "canary of years", "Lived experience", "Wales", "A passkey was added", "bo@example.org"]
    assert [word for word in words if word not in shown] == []


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_others_is_there(bo_is_in, ada, page):
    Portrait.objects.create(person=ada, brings="a canary")
    emails.passkey_added(ada)

    shown = bo_is_in.get(page).content.decode()

    assert [word for word in ("canary", "Ada", "ada@example.org") if word in shown] == []


@pytest.mark.parametrize("page", PAGES)
def test_what_opens_doors_is_shown_nowhere(bo_is_in, bo, ada, page):
    token = email_link(bo).split("/")[-2]
    code = PaperCode.open_for(bo, by=ada)
    kept = [code.seed, code.code_hash, token, bo.sign_in_links.get().token_hash, bo_is_in.session.session_key]

    shown = bo_is_in.get(page).content.decode()

    assert [secret for secret in kept if secret in shown] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_code_that_was_sent_is_not_there_a_second_time(bo_is_in, bo, post, page):
    emails.sign_in(bo.email)
    Email.objects.filter(to=bo).update(fewer_at="http://localhost:8000/letters/fewer/ticket")

    shown = bo_is_in.get(page).content.decode()

    secrets = [post.code, post.path, "letters/fewer/ticket"]
    assert ([secret for secret in secrets if secret in shown], "(a code)" in shown) == ([], True)


@pytest.mark.parametrize("page", PAGES[:2])
def test_it_reads_like_a_page(bo_is_in, canaries, page):
    shown = bo_is_in.get(page).content.decode()

    words = ["<h3>How we know you</h3>", "<h3>What brings you here</h3>", "<summary><bdi>A passkey was added"]
    programs = ["Message id", "Next try at", "Policy", "safety", "at_least_once", "Token", "Is active"]
    assert [word for word in words if word not in shown] == []
    assert [word for word in programs if word in shown] == []


def test_what_stands_on_the_page_is_something_that_is_kept():
    kept: dict[str, set[str]] = {entry.model: set() for entry in everything_kept()}
    for entry in everything_kept():
        kept[entry.model] |= set(entry.fields)

    tables = [table for _heading, tables in SECTIONS for table in tables]

    own = {table.label: {column for column in table.columns if "." not in column} for table in tables}
    assert {label: columns - kept[label] for label, columns in own.items() if columns - kept[label]} == {}


def test_every_secret_is_a_column(bo):
    columns = {field for kept in everything_kept() for field in kept.fields}

    assert SECRETS - columns == set()


def test_it_can_be_taken_away(bo_is_in, canaries):
    taken = [bo_is_in.get(page) for page in PAGES[1:]]

    assert [answer["Content-Disposition"] for answer in taken] == [
        'attachment; filename="everything-about-me.html"',
        'attachment; filename="everything-about-me.json"',
    ]
    assert "a canary &lt;b&gt;song&lt;/b&gt;" in taken[0].content.decode()
    assert [kept["rows"] for kept in json.loads(taken[1].content)["kept"] if kept["what"] == "people.Hat"] == [
        [
            {
                "sector": "Lived experience",
                "words": "canary of years",
                "audience": "Only me",
                "is_for_mixing": "No",
                "is_for_being_found": "No",
                "is_for_counts": "No",
            }
        ]
    ]


def test_nobody_else_keeps_a_copy_on_the_way(bo_is_in):
    assert {bo_is_in.get(page)["Cache-Control"] for page in PAGES} == {"private, no-store"}


def test_no_line_hides_behind_another_of_the_same_name(bo_is_in, canaries):
    kept = json.loads(bo_is_in.get("/me/everything.json").content)["kept"]

    [row] = next(drawer["rows"] for drawer in kept if drawer["what"] == "people.Portrait")
    assert sorted(name for name in row if name.endswith("_audience")) == sorted(f"{line}_audience" for line in CHOSEN)


@pytest.mark.parametrize("page", PAGES)
def test_what_for_and_until_when_are_told_in_my_language(bo_is_in, bo, canaries, page):
    bo.language = "cy"
    bo.save()

    shown = bo_is_in.get(page).content.decode()

    assert ("Er mwyn dweud wrth eraill" in shown, "To tell others what you want" in shown) == (True, False)
