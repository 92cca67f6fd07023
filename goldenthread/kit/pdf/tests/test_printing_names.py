"""Every name is printed with fonts of our own, and one that cannot be printed takes no other with it."""

import json

import pytest
import typst

from goldenthread.kit.pdf.fonts import FOLDER, families, fonts
from goldenthread.kit.pdf.setting import typeset
from goldenthread.kit.pdf.signs import encodable, printable

GOOD = [
    "Zoë Ó Faoláin",
    "Nguyễn Thị Hà",
    "Σωκράτης",
    "Юлия",
    "安藤一郎",
    "김민준",
    "😀",
    "👨\u200d👩\u200d👧",
    "محمد علي",
    "אנה כהן",
    "प्रिया शर्मा",
    "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "সুমাইয়া",
    "สมชาย",
    "Z̷̡͔͎̺͖a̸l̴g̸o",
    "\u202eright to left by force",
]
CANNOT_BE_PRINTED = {
    "𓀀 Pharaoh": "□ Pharaoh",
    "Ann\x00 Weir": "Ann□ Weir",
    "half \ud83d": "half □",
    "private \ue000 \U000f0000": "private □ □",
    "no character \uffff": "no character □",
    "\u200b\u202e": "□",
}


@pytest.fixture
def template(tmp_path):
    file = tmp_path / "names.typ"
    file.write_text(
        "#let data = json(bytes(sys.inputs.data))\n#set document(title: data.names.first())\n"
        "#set text(font: data.fonts)\n#for name in data.names { heading(level: 1, name); strong(name) }\n"
    )
    return file


@pytest.mark.parametrize("name", GOOD)
def test_names_of_the_world_are_printed_as_they_are(name):
    assert printable(encodable([name])) == [name]


def test_what_cannot_be_printed_is_replaced_in_its_place_only():
    names = [*GOOD, *CANNOT_BE_PRINTED]

    assert printable(encodable(names)) == [*GOOD, *CANNOT_BE_PRINTED.values()]


def test_a_document_is_written_all_the_same(template):
    assert typeset(template, {"names": [*GOOD, *CANNOT_BE_PRINTED]})[:5] == b"%PDF-"


def test_without_it_the_document_would_fail():
    missing = typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])
    source = b'#set document(title: "x")\n\xf0\x93\x80\x80'

    with pytest.raises(typst.TypstError, match="could not be displayed"):
        typst.compile(source, format="pdf", pdf_standards=["ua-1"], font_paths=missing)


def test_no_font_of_this_machine_is_used():
    places = {font.path and str(font.path).startswith(str(FOLDER)) for font in fonts().fonts()}

    # None is a font that Typst itself carries.
    assert (places, set(families()) <= set(fonts().families())) == ({True, None}, True)


def test_a_list_of_naughty_strings_is_printed(template, needed):
    file = needed("shared") / "data" / "names" / "blns.json"
    strings = [string for string in json.loads(file.read_text(encoding="utf-8")) if string.strip()]

    assert typeset(template, {"names": strings})[:5] == b"%PDF-"


def test_every_template_says_that_it_is_set_in_our_fonts():
    templates = sorted(FOLDER.parents[2].rglob("*.typ"))

    assert [file.name for file in templates if ".fonts" not in file.read_text(encoding="utf-8")] == []
    assert {file.name for file in templates} == {"certificate.typ", "tables.typ"}
