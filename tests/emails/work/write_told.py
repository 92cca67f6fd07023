"""A worker that writes what voices are owed: write_told.py STOP. At that e-mail it says so and waits to be killed, in the middle of its
work: the debt is gone, the e-mail is written, and neither is kept yet. 0 goes on to the end, sends all, and tells what went, as JSON."""

import json
import signal
import sys
from itertools import count

import django

django.setup()

from django.db import connection  # noqa: E402

from goldenthread.gatherings.voices.chores import tell_of_decisions  # noqa: E402
from goldenthread.gatherings.voices.models import OwedAnswer  # noqa: E402
from goldenthread.kit import clock  # noqa: E402
from goldenthread.outbox.chores import send_emails  # noqa: E402
from goldenthread.outbox.models import Email  # noqa: E402

stop, written = int(sys.argv[1]), count(1)


def wait_to_be_killed(execute, sql, params, many, context):
    answer = execute(sql, params, many, context)
    if sql.startswith("INSERT") and Email._meta.db_table in sql and next(written) == stop:
        sys.stdout.write("now\n")
        sys.stdout.flush()
        signal.pause()
    return answer


with connection.execute_wrapper(wait_to_be_killed):
    tell_of_decisions(clock.now())
while Email.objects.to_go(clock.now()).exists():
    send_emails(clock.now())
emails = Email.objects.filter(kind__startswith="decided").order_by("pk")
rows = [[email.address, email.kind, email.written_at.timestamp(), email.state] for email in emails]
json.dump({"told": rows, "owed": OwedAnswer.objects.count()}, sys.stdout)
