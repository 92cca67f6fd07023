from django.urls import reverse

from goldenthread.gatherings.plan import turns
from goldenthread.gatherings.plan.models import OfferOfHelp
from goldenthread.outbox.models import Email


def test_a_member_offers_help_in_a_line(client, bo, ada, spring):
    client.force_login(bo)

    client.post(reverse("plan:offer", args=["spring", "cost"]), {"words": "I can bring the bread."})

    offer, email = OfferOfHelp.objects.get(), Email.objects.get()
    assert (offer.person, offer.point, offer.words) == (bo, "cost", "I can bring the bread.")
    assert email.address == ada.email
    assert "Bo Hazelmoor offers help with “A spring day”:" in email.text


def test_an_empty_offer_is_refused(client, bo, spring):
    client.force_login(bo)

    assert client.post(reverse("plan:offer", args=["spring", "cost"]), {"words": ""}).status_code == 422


def test_only_convenors_read_the_offers(client, bo, ada, cy, spring):
    OfferOfHelp.objects.create(gathering=spring, point="cost", words="Bread", person=bo)
    client.force_login(ada)
    read = client.get(reverse("plan:offers", args=["spring"])).content.decode()
    client.force_login(cy)
    refused = client.get(reverse("plan:offers", args=["spring"]))

    assert "Bread" in read
    assert refused.status_code == 403


def test_what_was_called_off_asks_for_no_help(client, bo, ada, spring):
    turns.call_off(spring, by=ada, because="Snow")
    client.force_login(bo)

    assert client.get(reverse("plan:offer", args=["spring", "cost"])).status_code == 404


def test_what_is_not_a_point_is_not_found(client, bo, spring):
    client.force_login(bo)

    assert client.get(reverse("plan:offer", args=["spring", "title"])).status_code == 404


def test_the_page_is_called_as_the_link_that_leads_to_it(client, ada, spring):
    client.force_login(ada)
    pages = [client.get(f"/gatherings/spring/offers/{point}/").content.decode() for point in ("voices", "cost")]

    heads = ["Offer to say something", "I can help: Cost"]
    assert [head for head, page in zip(heads, pages, strict=True) if f"<h1>{head}</h1>" not in page] == []
