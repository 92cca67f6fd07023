"""Several workers at once: each e-mail goes once."""

from collections import Counter

WORKERS, EMAILS = 4, 60


def test_four_workers_send_sixty_emails_once_each(house_of_its_own, mail_server):
    house_of_its_own.do("begin", str(EMAILS), "at_least_once")
    # Slow enough that no worker has done it all before the last one has started.
    mail_server.seconds_to_read = 0.1

    workers = [house_of_its_own.start("send", "1") for _ in range(WORKERS)]
    endings = [(worker.communicate(timeout=120), worker.returncode)[1] for worker in workers]

    emails = house_of_its_own.emails()
    assert endings == [0] * WORKERS
    assert Counter(mail_server.ids) == {email["message_id"]: 1 for email in emails}
    assert Counter(email["state"] for email in emails) == {"sent": EMAILS}
    assert [len(receivers) for receivers in mail_server.receivers] == [1] * EMAILS
    assert len(mail_server.visits) >= 2
