"""Somebody opens the page of the day and has no place."""


def test_a_member_without_a_place_is_told_so_and_can_ask_for_one(client, ask, sheet, cy):
    as_a_stranger = ask().content.decode()
    client.force_login(cy)
    page = ask().content.decode()

    phrases = ("or sign in", "You don’t have a place here", 'href="/gatherings/spring/booking/"')
    assert [phrase in as_a_stranger for phrase in phrases] == [True, False, False]
    assert [phrase in page for phrase in phrases] == [False, True, True]
