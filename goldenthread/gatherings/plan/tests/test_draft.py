from django.urls import reverse

from goldenthread.gatherings.plan.aspects import open_points
from goldenthread.gatherings.plan.models import FormerAddress, Gathering


def test_a_name_is_enough_to_begin(client, ada):
    client.force_login(ada)

    answer = client.post(reverse("plan:beginning"), {"title": "A spring day"})

    draft = Gathering.objects.get()
    assert answer.url == draft.get_absolute_url()
    assert [convening.person for convening in draft.convenings.all()] == [ada]


def test_a_draft_without_a_name_is_refused_and_nothing_typed_is_lost(client, ada):
    client.force_login(ada)

    answer = client.post(reverse("plan:beginning"), {"title": "x" * 121})

    assert answer.status_code == 422
    assert "x" * 121 in answer.content.decode()


def test_only_those_with_the_link_see_a_draft(client, draft):
    listed = client.get(reverse("pages:gatherings")).content.decode()
    by_link = client.get(draft.get_absolute_url()).content.decode()
    guessed = client.get("/gatherings/a-spring-day/")

    assert draft.title not in listed
    assert draft.title in by_link
    assert '<meta name="robots" content="noindex">' in by_link
    assert guessed.status_code == 404


def test_everything_but_the_name_is_an_open_point(draft):
    open_keys = [aspect.key for aspect in open_points(draft)]

    assert open_keys == [
        "when", "hours", "where", "access", "getting_there", "hosted_by", "for_whom", "places", "cost", "expect",
        "voices", "safeguarding", "aims",
    ]  # fmt: skip


def test_a_wish_is_told_and_stays_an_open_point(client, draft, ada):
    draft.replan({"when_wish": "a Tuesday in May"}, since=1, by=ada, is_small=False)
    draft.refresh_from_db()

    page = client.get(draft.get_absolute_url()).content.decode()

    assert "Perhaps: <bdi>a Tuesday in May</bdi>" in page
    assert "when" in [aspect.key for aspect in open_points(draft)]


def test_a_former_address_leads_to_the_gathering_for_good(client, spring):
    former = FormerAddress.objects.get()

    answer = client.get(f"/gatherings/{former.slug}/changes/?x=1")

    assert (answer.status_code, answer.url) == (308, "/gatherings/spring/changes/?x=1")


def test_an_address_in_use_is_refused(client, spring, cy):
    other = Gathering.begin("Another day", by=cy)
    client.force_login(cy)

    answer = client.post(reverse("plan:address", args=[other.slug]), {"slug": "spring"})

    assert answer.status_code == 422
    assert "Another gathering has this address." in answer.content.decode()
