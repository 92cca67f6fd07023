"""Words that stand on no page and in no e-mail, and how old one must be to read what a stranger sees.

Said for a nurse at the end of a shift: docs/decisions/0035-plain-words-and-a-list.md.
"""

import re

import pytest

from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.kit import clock
from tests.house.reading import mains, reading_age
from tests.house.sentences import in_a_template, in_python, sentences

# Each with what we say instead.
NOT_OURS = {
    r"whoever|whomever|whom": "who, people who, anybody who",
    r"letters?": "e-mail; a letter is on paper, or open",
    r"post room|newsletter blast": "E-mails of this sample site",
    r"(?:the|this|a|sample) house|house of": "this site, or the movement's name",
    r"weave|weaves": "how we are meeting",
    r"hats?": "sector, role, experience; what brings you here",
    r"queues?|in line|stands? in the line": "waiting list",
    r"contacts?|lead|(?:for|new|our) leads|networking|users?|user management|engagement|KPIs?|RAG": "people",
    r"as of \d|as of %": "at",
    r"anew": "again",
    r"let (?:them|it) be": "leave, keep, do not send",
    r"for other eyes|by you\.|surely|lies? sealed|lie sealed|stands? in the room|to come anew|in 100": "say what happens",
    r"as often as you (?:chose|choose)|look for nobody|tells? of nobody|not yours|need do nothing": "say what happens",
}
WHOLE = {
    r"Coming\.|Told\.|Everything is told\.|Have not, or not yet|Close this|It has been|Every place is kept\.|There are places\.": "a riddle",
}
WORDS = re.compile("|".join(rf"\b(?:{words})(?!\w)" for words in NOT_OURS), re.IGNORECASE)
RIDDLES = re.compile("|".join(WHOLE))
# Placeholders and tags have names of their own.
CODE = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>")

# A sentence may use such a word if there is a reason, and this is it.
EXCUSED = {
    "the weave": "the name of a table, which stands on no page",
    "There’s no certificate with this code. Check the letters and numbers, one by one.": "of the alphabet",
    "The name is longer than 80 letters.": "of the alphabet",
    "US Letter": "the name of a size of paper",
    "A file from Excel, LibreOffice or a form: XLSX, XLS, ODS or CSV, with one line for each person. Contact cards from a phone (VCF) work, too.": "what telephones call them",
    "We can only write to addresses with the letters a to z before the @, like name@example.org": "of the alphabet",
}


@pytest.fixture
def open_spring(spring, ada):
    """Her gathering, of which places can be booked."""
    open_booking(spring, by=ada, now=clock.now(), places=60)
    return spring


def cold_words(sentence: str) -> list[str]:
    prose = CODE.sub(" ", sentence)
    riddle = [prose] if RIDDLES.fullmatch(prose) else []
    return riddle + WORDS.findall(prose) + re.findall("!", prose)


def test_we_say_it_plainly():
    faults = {f"{path}: {sentence}": words for path, sentence in sentences() if (words := cold_words(sentence))}

    assert {where: words for where, words in faults.items() if where.partition(": ")[2] not in EXCUSED} == {}


def test_nothing_is_excused_in_vain():
    excused = {sentence for _path, sentence in sentences() if cold_words(sentence)}

    assert EXCUSED.keys() - excused == set()


@pytest.mark.parametrize(
    "planted",
    [
        "A new lead", "Networking", "Six digits from our letter", "The post room", "You keep the house", "Put on a hat",
        "As of 9:00.", "Coming.", "Whoever has it", "Whom can you ask?", "It tells of nobody.", "Welcome!", "Every place is kept.",
        "Nobody is told about you but by you.", "The page is for other eyes.", "Names lie sealed.", "A KPI", "Our users",
    ],
)  # fmt: skip
def test_a_cold_word_would_be_noticed(planted):
    assert len(cold_words(planted)) == 1


@pytest.mark.parametrize(
    "good",
    [
        "Tea is infrastructure.", "Good to have you here.", "A dragon misleads nobody.", "The old address still leads here.",
        "Hello %(whom)s, and <b>welcome</b>.", "That house on the corner", "The line between two people", "They are coming.",
    ],
)  # fmt: skip
def test_a_good_word_is_let_through(good):
    assert cold_words(good) == []


def test_sentences_are_found_wherever_they_stand():
    page = """{% load i18n %}{% translate "One." %}<a title="{% translate 'Two.' %}">{{ x|default:_("Three.") }}
        {% blocktranslate count n=n trimmed %}One {{ n }}{% plural %}Many {{ n }}{% endblocktranslate %}
        {% blocktranslate with a=b trimmed %}
          Four {{ a }}.
        {% endblocktranslate %}"""
    module = 'x = _("Five.")\ny = ngettext("Six.", "Sixes.", n)\nz = f("Seven.")'

    assert sorted(in_a_template(page)) == ["Four %(a)s.", "Many %(n)s", "One %(n)s", "One.", "Three.", "Two."]
    assert list(in_python(module)) == ["Five.", "Six.", "Sixes."]


# What most people read with ease when they are tired; and no sentence that one has to read twice.
ABOUT_ELEVEN, HARDEST = 11.5, 15
LONG_ENOUGH = 8
FOR_STRANGERS = [
    "/",
    "/about/",
    "/about/privacy/",
    "/about/each-other/",
    "/about/accessibility/",
    "/join/",
    "/sign-in/",
    "/gatherings/",
    "/gatherings/spring/",
    "/gatherings/spring/booking/",
    "/gatherings/spring/changes/",
    "/weave/",
    "/nowhere/",
]
# "page: paragraph", with the reason why it may be harder.
HARDER: dict[str, str] = {}
EASY_READ = ["/join/easy-read/", "/gatherings/spring/easy-read/"]


@pytest.mark.parametrize("page", FOR_STRANGERS)
def test_a_stranger_of_eleven_can_read_it(client, open_spring, page):
    paragraphs = mains(client.get(page).text)

    hard = [words for words in paragraphs if len(words.split()) >= LONG_ENOUGH and reading_age([words]) > HARDEST]
    assert reading_age(paragraphs) < ABOUT_ELEVEN
    assert [words for words in hard if f"{page}: {words}" not in HARDER] == []


@pytest.mark.parametrize("page", EASY_READ)
def test_easy_read_is_easier_still(client, open_spring, page):
    assert reading_age(mains(client.get(page).text)) < 9


def test_a_hard_page_would_be_noticed():
    hard = "The aforementioned organisation endeavours to facilitate multidisciplinary collaboration opportunities."

    assert reading_age([hard]) > HARDEST
    assert reading_age(["Come and have tea. We would like to meet you."]) < 9
