"""The page on which somebody leaves speaks for all rooms."""

from goldenthread.gatherings.plan.models import Following
from goldenthread.threads.meeting import they_met
from goldenthread.threads.models import Where


def test_the_page_says_what_goes_and_what_stays_and_only_what_there_is(client, ada, bo, spring, home):
    Following.objects.create(gathering=spring, person=bo, told=spring.news)
    they_met([(ada, bo)], where=Where("gathering:1", "Supper"), at=home.founded_at)

    pages = {person: browser_of(client, person).get("/me/leave/").content.decode() for person in (ada, bo)}

    words = ["The plans you follow.", "Where and when you met people.", "Gatherings that you helped to convene"]
    assert {person: [word in page for word in words] for person, page in pages.items()} == {
        ada: [False, True, True],
        bo: [True, True, False],
    }


def browser_of(client, person):
    client.force_login(person)
    return client
