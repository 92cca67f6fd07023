"""Calendars in a real calendar: khal, in London."""


def test_it_shows_every_kind_at_its_local_time(khal, client, one_of_each, tmp_path):
    (tmp_path / "feed.ics").write_bytes(client.get("/gatherings.ics").content)
    khal("import", "--batch", "-a", "house", str(tmp_path / "feed.ics"))

    shown = khal(
        "list", "--once", "--day-format", "", "--format", "{title}: {start-long} - {end-long}", "2023-03-01", "400d"
    )

    assert set(filter(None, shown)) == {
        "the day the clocks go forward: 2023-03-26 10:00 - 2023-03-26 16:00",
        "the night the clocks go forward: 2023-03-25 20:00 - 2023-03-26 10:00",
        "the day the clocks go back: 2023-10-29 10:00 - 2023-10-29 16:00",
        "the day before: 2023-10-28 10:00 - 2023-10-28 16:00",
        # On that day New York has changed its clocks and London has not.
        "elsewhere: 2023-03-20 13:00 - 2023-03-20 16:00",
        "half an hour off: 2023-07-04 05:00 - 2023-07-04 07:30",
        # While the end is open, khal takes an hour for granted.
        "from an hour on: 2023-05-30 09:30 - 2023-05-30 10:30",
        "from an hour on, several days: 2023-06-01 09:30 - 2023-06-03 00:00",
        "a whole day: 2023-05-08 - 2023-05-08",
        "several days: 2023-05-10 - 2023-05-12",
        "a leap day: 2024-02-29 - 2024-02-29",
    }
