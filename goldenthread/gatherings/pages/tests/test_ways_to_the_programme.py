"""From where people are, one press leads to the programme; and before the first release nowhere."""

import json
from datetime import timedelta

from goldenthread.gatherings.day.tests.conftest import bos, now, today  # noqa: F401 (pytest finds them here)
from goldenthread.gatherings.programme.tests.showing import held, room, show

PROGRAMME = 'href="/gatherings/spring/programme/"'


def test_the_gathering_a_place_and_the_day_lead_there_once_it_is_shown(client, today, bos, bo, now):  # noqa: F811
    held(today, "Eleven chairs")
    client.force_login(bo)
    addresses = ["/gatherings/spring/", bos.get_absolute_url(), "/gatherings/spring/day/"]
    before = [PROGRAMME in client.get(address).content.decode() for address in addresses]
    show(today, now=now)

    after = [PROGRAMME in client.get(address).content.decode() for address in addresses]

    assert (before, after) == ([False] * 3, [True] * 3)


def test_search_engines_read_what_happens_and_who_brings_it(client, today, now):  # noqa: F811
    held(today, "Tea", "09:30", kind="break")
    session = held(today, "Eleven chairs</script>", "10:00", room(today), names=["Jude Oakmoor"])
    show(today, now=now - timedelta(minutes=1))

    page = client.get("/gatherings/spring/").content.decode()

    event = json.loads(page.partition("application/ld+json")[2].partition(">")[2].partition("</script>")[0])
    assert event["subEvent"] == [
        {
            "@type": "Event",
            "name": "Eleven chairs</script>",
            "startDate": "2027-04-20T10:00:00+01:00",
            "endDate": "2027-04-20T10:45:00+01:00",
            "url": f"http://localhost:8000/gatherings/spring/programme/sessions/{session.uid}/",
            "location": {"@type": "Place", "name": "The library"},
            "performer": [{"@type": "Person", "name": "Jude Oakmoor"}],
        }
    ]
