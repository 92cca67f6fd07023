from goldenthread.outbox.checks import letters_have_a_way_out


def test_a_house_whose_letters_cannot_leave_is_told_so(settings):
    settings.EMAIL_URL = ""

    assert [caution.id for caution in letters_have_a_way_out()] == ["outbox.W001"]


def test_a_house_with_a_way_out_is_told_nothing(settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:25"

    assert letters_have_a_way_out() == []
