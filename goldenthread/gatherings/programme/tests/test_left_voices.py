"""Somebody who brings a session leaves this site: the draft says that they left."""

from goldenthread.gatherings.programme.session_changes import session_from
from goldenthread.gatherings.voices.leaving import forget
from goldenthread.gatherings.voices.models import Voice

DRAFT = "/gatherings/spring/programme/draft/"


def test_who_left_this_site_has_left_and_is_not_a_participant_who_stepped_back(browser, hall, held, offered, ada):
    placed = session_from(offered("Chairs", "Jude"), by=ada)
    session_from(offered("Stools", "Jude"), by=ada)
    held(placed, "10:00", hall)
    forget(Voice.objects.all())

    page = browser.get(DRAFT).text

    assert (page.count("Somebody who brought it has left this site."), "has stepped back" in page) == (2, False)
