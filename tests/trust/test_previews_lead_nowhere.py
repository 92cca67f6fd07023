"""Whoever looks at an e-mail before it goes reads it as others will, and holds nothing that opens what is theirs."""

import re

import pytest

from goldenthread.gatherings.afterwards.models import Afterword
from goldenthread.gatherings.afterwards.writing import begin_afterword
from goldenthread.gatherings.bookings.models import Booking, BroughtIn, State
from goldenthread.gatherings.bookings.opening import open_booking
from goldenthread.gatherings.bookings.writing import begin_writing
from goldenthread.gatherings.day.models import Arrival
from goldenthread.gatherings.plan.models import ConvenorInvitation
from goldenthread.gatherings.tables.announcing import announce
from goldenthread.gatherings.tables.arranging import arrange, outline_for
from goldenthread.gatherings.tables.models import Mix, Seat
from goldenthread.gatherings.tables.saving_mix import look_again
from goldenthread.kit import clock
from goldenthread.outbox.models import Refusal
from goldenthread.outbox.models.refusal import about
from tests.house.tree import templates

AN_EMAIL = re.compile(r'<article\s+class="letter".*?</article>', re.DOTALL)
SAMPLES = "outbox/_circular_samples.html"
WORDS = {"subject": "Tea", "words": "Dear {name}, bring tea."}


@pytest.fixture
def guests(spring, ada):
    """Ann and Ben come; Nan was put down and not asked yet; Gus was asked to convene."""
    rows = [("Ann", State.COMING), ("Ben", State.COMING), ("Nan", State.EXPECTED)]
    booked = [
        Booking.objects.create(
            gathering=spring, name=name, email=f"{name}@example.org".lower(), language="en-gb", state=state
        )
        for name, state in rows
    ]
    BroughtIn.objects.create(booking=booked[-1], by=ada, at=clock.now())
    ConvenorInvitation.objects.create(gathering=spring, by=ada, name="Gus", email="gus@example.org")
    return booked


@pytest.fixture
def tables_moved(spring, guests, ada):
    """Two versions: Ann was told one table, and sits at the other in the second. Where the second is announced."""
    laid = arrange(spring, outline_for(spring), by=ada)
    first = laid.tables.order_by("number")[0]
    second = laid.tables.create(number=99, label="The other table", least=1, most=5)
    mixes = []
    for number, table in enumerate([first, second], 1):
        mix = Mix.objects.create(arrangement=laid, number=number, by=ada, done_at=clock.now())
        Seat.objects.create(mix=mix, round=laid.rounds.get(number=1), table=table, booking=guests[0])
        mix.told = look_again(mix)
        mix.save()
        mixes.append(mix)
    announce(mixes[0], by=ada)
    return f"{mixes[1].get_absolute_url()}announcement/"


def begun(begin, spring, ada, whom):
    return begin(spring, by=ada, whom=whom, **WORDS).get_absolute_url()


def opened(spring, ada):
    open_booking(spring, by=ada, now=clock.now(), places=9, until=None, confirm_hours=72, answer_hours=24)


def reminder(browser, spring, ada):
    opened(spring, ada)
    return browser.get(f"/gatherings/spring/bookings/reminders/{spring.reminders.get(days=1).pk}/")


def kind_no(browser, spring, ada):
    opened(spring, ada)
    Booking.objects.filter(name="Ann").update(state=State.ASKED, confirmed_at=clock.now())
    return browser.post(f"/gatherings/spring/bookings/{Booking.objects.get(name='Ann').pk}/no/", {"words": "Sorry."})


def changes_that_wait(browser, spring, ada):
    Booking.objects.filter(name="Ann").update(confirmed_at=clock.now())
    spring.replan({"venue": "The Mill"}, since=spring.sequence, by=ada, is_small=False)
    return browser.get("/gatherings/spring/changes/pending/")


PREVIEWS = {
    "reminder": reminder,
    "no": kind_no,
    "changes": changes_that_wait,
    "many": lambda browser, spring, ada: browser.get(begun(begin_writing, spring, ada, "coming")),
    "thanks": lambda browser, spring, ada: browser.get(begun(begin_afterword, spring, ada, Afterword.Whom.CAME)),
    "asking": lambda browser, spring, ada: browser.get("/gatherings/spring/bookings/places/"),
    "off": lambda browser, spring, ada: browser.post("/gatherings/spring/turns/cancellation/", {"because": "Snow."}),
}


def no_links_or_keys(page, spring, guests):
    """The links in the e-mails of a page, and what of anybody's stands on it."""
    emails = AN_EMAIL.findall(page)
    people = [*[booking.email for booking in guests], "gus@example.org"]
    whose = [Refusal.ticket(person, "", about(spring))[:60] for person in people]
    keys = [*[booking.key for booking in guests], *ConvenorInvitation.objects.values_list("token", flat=True)]
    return (
        len(emails) > 0,
        [email for email in emails if "href" in email],
        [key for key in [*keys, *whose] if key in page],
    )


@pytest.mark.parametrize("which", PREVIEWS)
def test_a_preview_leads_nowhere(client, spring, ada, guests, which):
    Arrival.objects.create(gathering=spring, booking=guests[0], standing="here", way="list", by=ada)
    client.force_login(ada)

    page = PREVIEWS[which](client, spring, ada).content.decode()

    assert no_links_or_keys(page, spring, guests) == (True, [], [])
    assert "/fewer/" not in page


def test_a_preview_of_changed_tables_leads_nowhere(client, spring, ada, guests, tables_moved):
    client.force_login(ada)

    page = client.post(tables_moved).content.decode()

    assert no_links_or_keys(page, spring, guests) == (True, [], [])


def test_no_page_shows_a_preview_in_another_way():
    shown_by = {str(path).partition("templates/")[2] for path in templates() if f'"{SAMPLES}"' in path.read_text()}

    assert shown_by == {
        *("outbox/mailing.html", "plan/_preview.html", "plan/pending_changes.html"),
        *("bookings/places.html", "bookings/reminder.html", "bookings/no_seen.html"),
        *("voices/_told_emails.html", "programme/_who_is_written_to.html"),
    }
