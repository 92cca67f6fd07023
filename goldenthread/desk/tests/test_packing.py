import json
import tarfile

import pytest

from goldenthread.desk.safekeeping.packing import pack, unpack
from goldenthread.desk.sorry import Sorry


def test_what_was_packed_is_unpacked(tmp_path):
    (tmp_path / "leaf").write_text("green")
    pack(tmp_path / "parcel.tar", [("tree/leaf", tmp_path / "leaf")])

    label = unpack(tmp_path / "parcel.tar", tmp_path / "there")

    assert list(label["contents"]) == ["tree/leaf"]
    assert (tmp_path / "there" / "tree" / "leaf").read_text() == "green"


def test_nothing_is_written_outside(tmp_path):
    (tmp_path / "leaf").write_text("poison")
    (tmp_path / "house.json").write_text(json.dumps({"golden_thread": "0", "contents": {"../elsewhere": "0"}}))
    with tarfile.open(tmp_path / "parcel.tar", "w") as tar:
        tar.add(tmp_path / "leaf", "../elsewhere")
        tar.add(tmp_path / "house.json", "house.json")

    with pytest.raises(Sorry):
        unpack(tmp_path / "parcel.tar", tmp_path / "there")

    assert not (tmp_path / "elsewhere").exists()


def test_a_part_that_is_not_what_was_put_in_is_told(tmp_path):
    (tmp_path / "leaf").write_text("green")
    pack(tmp_path / "parcel.tar", [("leaf", tmp_path / "leaf")])
    content = (tmp_path / "parcel.tar").read_bytes()
    (tmp_path / "parcel.tar").write_bytes(content.replace(b"green", b"brown", 1))

    with pytest.raises(Sorry, match=r"parcel\.tar is damaged: leaf is not what was put in\.$"):
        unpack(tmp_path / "parcel.tar", tmp_path / "there")


@pytest.mark.parametrize(
    "label", [None, "{}", '{"contents": {}}', "[]", '{"golden_thread": "0", "contents": []}', "We had tea."]
)
def test_what_is_no_backup_is_told_in_one_sentence(tmp_path, label):
    (tmp_path / "house.json").write_text(label or "")
    with tarfile.open(tmp_path / "parcel.tar", "w") as tar:
        tar.add(tmp_path / "house.json", "house.json" if label else "tea.json")

    with pytest.raises(Sorry) as refused:
        unpack(tmp_path / "parcel.tar", tmp_path / "there")

    assert str(refused.value) == f"{tmp_path / 'parcel.tar'} is not a backup of Golden Thread, or not a whole one."


def test_rubbish_is_told_in_one_sentence_too(tmp_path):
    (tmp_path / "parcel.tar").write_text("We had a lovely time." * 100)

    with pytest.raises(Sorry, match=r"parcel\.tar is not a backup of Golden Thread, or not a whole one\.$"):
        unpack(tmp_path / "parcel.tar", tmp_path / "there")


def test_a_file_that_is_not_there_is_told_so(tmp_path):
    with pytest.raises(Sorry, match=r"^there is no file .*parcel\.tar\.$"):
        unpack(tmp_path / "parcel.tar", tmp_path / "there")
