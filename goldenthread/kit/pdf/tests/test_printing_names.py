"""Every name is printed with fonts of our own, and one that cannot be printed takes no other with it."""

import json
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
import typst

from goldenthread.kit.pdf.fonts import FOLDER, CannotBeSet, families, fonts
from goldenthread.kit.pdf.setting import TookTooLong, _my_turn, typeset
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
NAMES = Path(__file__).resolve().parent / "names.typ"
SHEET = '#import "/kit/templates/kit/sheet.typ": *'
CANNOT_BE_PRINTED = {
    "𓀀 Pharaoh": "□ Pharaoh",
    "Ann\x00 Weir": "Ann□ Weir",
    "half \ud83d": "half □",
    "private \ue000 \U000f0000": "private □ □",
    "no character \uffff": "no character □",
    "\u200b\u202e": "□",
}


@pytest.mark.parametrize("name", GOOD)
def test_names_of_the_world_are_printed_as_they_are(name):
    assert printable(encodable([name])) == [name]


def test_what_cannot_be_printed_is_replaced_in_its_place_only():
    names = [*GOOD, *CANNOT_BE_PRINTED]

    assert printable(encodable(names)) == [*GOOD, *CANNOT_BE_PRINTED.values()]


def test_what_is_not_known_in_time_is_replaced():
    assert printable(["Ann Weir\n& Bo", "𓀀 and Zoë"], seconds=0) == ["Ann Weir\n& Bo", "□ and Zo□"]


def test_a_page_of_signs_that_no_font_has_holds_nobody_up():
    began = monotonic()

    replaced = printable(["".join(chr(0x13000 + n) for n in range(900))], seconds=0.5)

    assert (replaced, monotonic() - began < 5) == (["□" * 900], True)


def test_one_is_set_at_a_time_and_only_a_few_wait(monkeypatch):
    monkeypatch.setattr("goldenthread.kit.pdf.setting.SECONDS_TO_WAIT", 0.01)

    with _my_turn(), pytest.raises(TookTooLong):
        typeset(NAMES, {"names": ["Ann"]})

    assert typeset(NAMES, {"names": ["Ann"]})[:5] == b"%PDF-"


def test_a_document_is_written_all_the_same():
    assert typeset(NAMES, {"names": [*GOOD, *CANNOT_BE_PRINTED]})[:5] == b"%PDF-"


def test_without_it_the_document_would_fail():
    missing = typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])
    source = b'#set document(title: "x")\n\xf0\x93\x80\x80'

    with pytest.raises(typst.TypstError, match="could not be displayed"):
        typst.compile(source, format="pdf", pdf_standards=["ua-1"], font_paths=missing)


def test_no_font_of_this_machine_is_used():
    places = {font.path and str(font.path).startswith(str(FOLDER)) for font in fonts().fonts()}

    # None is a font that Typst itself carries.
    assert (places, set(families()) <= set(fonts().families())) == ({True, None}, True)


def test_a_list_of_naughty_strings_is_printed(needed):
    file = needed("shared") / "data" / "names" / "blns.json"
    strings = [string for string in json.loads(file.read_text(encoding="utf-8")) if string.strip()]

    assert typeset(NAMES, {"names": strings})[:5] == b"%PDF-"


def test_every_template_is_set_in_our_fonts():
    templates = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.parents[2].rglob("*.typ")}

    # Either by itself, or because it is a sheet like all others.
    assert [name for name, words in templates.items() if "font: told.fonts" not in words and SHEET not in words] == [
        "names.typ"
    ]
    assert {"certificate.typ", "sheet.typ", "tables.typ"} <= set(templates)


def test_a_compiler_wakes_in_no_process_that_serves_pages():
    done = "import sys; from pathlib import Path; from goldenthread.kit.pdf.setting import typeset"
    printed = f"print(typeset(Path({str(NAMES)!r}), {{'names': ['Ann']}})[:5], 'typst' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", f"{done}; {printed}"], capture_output=True, text=True, check=True)

    assert answer.stdout == "b'%PDF-' False\n"


def test_what_typst_refuses_is_said_with_its_reason():
    with pytest.raises(CannotBeSet, match="array is empty"):
        typeset(NAMES, {"names": []})
