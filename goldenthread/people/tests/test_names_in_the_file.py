"""The file that somebody takes may be read by programs: its names outlast those of our models."""

import json

from goldenthread.people import emails


def test_a_table_keeps_its_name_in_the_file_that_one_takes(client, bo):
    client.force_login(bo)
    emails.passkey_added(bo)

    tables = {table["what"]: table for table in json.loads(client.get("/me/everything.json").content)["kept"]}

    assert ("outbox.Email" in tables, len(tables["outbox.Letter"]["rows"])) == (False, 1)
