"""Two who write the first sheet of the day."""

from goldenthread.gatherings.day.forms import DaySheetForm
from goldenthread.gatherings.day.models import DaySheet

SHEET = {"word": "tea", "quiet_room": "Room 3", "breaks": "11:00 tea\n\n 15:00 cake "}


SHEET = {"word": "tea", "quiet_room": "Room 3", "breaks": "11:00 tea\n\n 15:00 cake "}


def test_two_hosts_may_write_the_first_sheet_at_the_same_moment(client, ada, today, send, monkeypatch):
    client.force_login(ada)

    def meanwhile(form):
        DaySheet.objects.create(gathering=today, word="milk")
        return form.cleaned_data

    monkeypatch.setattr(DaySheetForm, "clean", meanwhile)

    assert (send("sheet/", SHEET).status_code, DaySheet.objects.get().word) == (302, "tea")
