import pytest
from django.core.management import call_command

from goldenthread.desk.sorry import Sorry


def test_a_gathering_becomes_a_folder(spring, tmp_path, capsys):
    call_command("archive", "spring", str(tmp_path / "spring"))

    assert "A spring day" in (tmp_path / "spring" / "index.html").read_text()
    assert capsys.readouterr().out == f"11 files are in {tmp_path / 'spring'}.\n"


def test_one_that_is_not_there_is_said_so(db, tmp_path):
    with pytest.raises(Sorry):
        call_command("archive", "nowhere", str(tmp_path))
