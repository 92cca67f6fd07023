from goldenthread.outbox.checks import emails_have_a_way_out


def test_a_house_whose_emails_cannot_leave_is_told_so(settings):
    settings.EMAIL_URL = ""

    assert [caution.id for caution in emails_have_a_way_out()] == ["outbox.W001"]


def test_a_house_with_a_way_out_is_told_nothing(settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:25"

    assert emails_have_a_way_out() == []
