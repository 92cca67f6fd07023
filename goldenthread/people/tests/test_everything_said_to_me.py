"""What stands on the page of everything about me is said to me."""

from goldenthread.journal.note import note


def test_what_i_did_is_said_to_me(client, bo):
    note(bo, "took their place back", bo)
    client.force_login(bo)

    page = client.get("/me/everything/").content.decode()

    assert ["took your place back" in page, "took their place back" in page] == [True, False]
