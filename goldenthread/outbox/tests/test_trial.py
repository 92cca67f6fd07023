import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from goldenthread.outbox.delivery import delivery
from goldenthread.outbox.models import Email, Outage


def trial(capsys, address="ada@example.org"):
    call_command("email", address)
    return capsys.readouterr().out.splitlines()[0]


def test_a_test_email_goes_at_once_and_the_answer_is_shown(way_out, house, capsys):
    Outage.note(Outage.Cause.CLOSED, "", now=timezone.now())

    said = trial(capsys)

    assert said == "The mail server took it, and said: 250 OK."
    assert way_out.receivers == [["ada@example.org"]]
    assert (delivery().goes, Email.objects.count()) == (True, 0)


@pytest.mark.parametrize(
    ("address", "because"),
    [
        ("nobody", "nobody is not an e-mail address."),
        ("gone@example.org", "The mail server refused the address: 550 5.1.1 Nobody of that name"),
    ],
)
def test_what_cannot_be_delivered_is_said(way_out, house, capsys, address, because):
    way_out.refused_at_the_door["gone@example.org"] = "550 5.1.1 Nobody of that name"

    with pytest.raises(CommandError) as refused:
        trial(capsys, address)

    assert str(refused.value) == because


def test_a_dead_mail_server_is_one_sentence(way_out, house, capsys, settings):
    settings.EMAIL_PORT = 9

    with pytest.raises(CommandError) as refused:
        trial(capsys)

    assert str(refused.value) == "the mail server doesn’t answer. It said: [Errno 111] Connection refused"


def test_without_a_mail_server_it_says_where_to_name_one(house, capsys, settings):
    settings.EMAIL_URL = ""

    with pytest.raises(CommandError) as refused:
        trial(capsys)

    assert str(refused.value) == (
        "no mail server has been set up. `goldenthread setup` asks for one, or set EMAIL_URL."
    )


def test_nothing_leaves_the_sample_house(way_out, sample_house, capsys):
    with pytest.raises(CommandError):
        trial(capsys)

    assert way_out.receivers == []
