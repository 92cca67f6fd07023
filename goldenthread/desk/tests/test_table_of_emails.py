"""Every backup knows the table of e-mails by one name, and its e-mails are held by it before anything else is done."""

from goldenthread.desk.safekeeping.databases import HOLD_EMAILS
from goldenthread.outbox.models import Email


def test_emails_lie_where_a_backup_of_any_age_has_them():
    assert (Email._meta.db_table, Email._meta.db_table in HOLD_EMAILS) == ("outbox_letter", True)
