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
    (tmp_path / "house.json").write_text(json.dumps({"contents": {"../elsewhere": "0"}}))
    with tarfile.open(tmp_path / "parcel.tar", "w") as tar:
        tar.add(tmp_path / "leaf", "../elsewhere")
        tar.add(tmp_path / "house.json", "house.json")

    with pytest.raises(Sorry):
        unpack(tmp_path / "parcel.tar", tmp_path / "there")

    assert not (tmp_path / "elsewhere").exists()
