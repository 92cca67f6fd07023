"""Somebody types the address of a certificate from paper, and slips."""


def test_a_mistyped_address_says_so_and_has_the_form(client, issued):
    answer = client.get("/certificates/AAAA-AAAA-AAAA/")
    page = answer.content.decode()

    assert answer.status_code == 404
    assert "There’s no certificate with this code. Check the letters and numbers, one by one." in page
    assert ('action="/certificates/"' in page, 'value="AAAA-AAAA-AAAA"' in page) == (True, True)
