from datetime import date, time

from django.urls import reverse

from goldenthread.gatherings.plan.changes import changes_of
from goldenthread.gatherings.plan.models import Gathering
from goldenthread.gatherings.plan.net_changes import net_changes


def test_a_moved_date_is_told_as_before_and_after(spring, ada):
    spring.replan({"day": date(2027, 4, 27)}, since=spring.sequence, by=ada, is_small=False)

    newest = changes_of(spring)[0]

    assert [difference.sentence for difference in newest.differences] == [
        "The date changed from Tuesday 20 April 2027 to Tuesday 27 April 2027."
    ]


def test_what_was_open_is_told_as_found(draft, ada):
    plan = {"venue": "The Mill", "from_time": time(9, 30), "to_time": time(16), "day": date(2027, 4, 20)}
    draft.replan(plan, since=1, by=ada, is_small=False)

    newest = changes_of(draft)[0]

    assert [difference.sentence for difference in newest.differences] == [
        "There is a date: Tuesday 20 April 2027.",
        "The hours are known: 9:30 to 16:00, London time.",
        "A venue was found: The Mill.",
    ]


def test_what_is_open_again_is_told(spring, ada):
    spring.replan({"venue": "", "address": ""}, since=spring.sequence, by=ada, is_small=False)

    assert [difference.told for difference in changes_of(spring)[0].differences] == ["Where: not decided any more"]


def test_in_a_long_text_only_the_changed_words_are_marked(spring, ada):
    words = "We sit in a circle and listen, and then we walk along the river and back, whatever the weather may be."
    spring.replan({"about": words}, since=spring.sequence, by=ada, is_small=False)
    now = Gathering.objects.get()
    now.replan({"about": words.replace("river", "canal")}, since=now.sequence, by=ada, is_small=False)

    pieces = changes_of(now)[0].differences[0].pieces

    assert [(piece.words, piece.kind) for piece in pieces if piece.kind != "same"] == [
        ("river", "del"),
        ("canal", "ins"),
    ]


def test_slips_stay_on_the_page_of_changes_and_out_of_the_news(spring, ada):
    known = spring.sequence
    spring.replan({"venue": "The Olde School"}, since=known, by=ada, is_small=True)

    assert changes_of(spring)[0].headline == "Small mistakes were put right"
    assert net_changes(spring, known) == []


def test_the_page_of_changes_tells_every_version(client, spring):
    page = client.get(reverse("plan:changes", args=["spring"])).content.decode()

    assert page.count('<li id="version-') == 3
    assert "The draft was shown to everybody" in page


def test_the_page_of_changes_asks_no_more_for_many_versions(client, spring, ada, django_assert_num_queries):
    for cost in range(20):
        now = Gathering.objects.get()
        now.replan({"cost": f"£{cost}"}, since=now.sequence, by=ada, is_small=False)

    with django_assert_num_queries(4):
        client.get(reverse("plan:changes", args=["spring"]))


def test_what_people_type_cannot_break_the_page_of_changes(client, spring, ada):
    spring.replan({"venue": "<script>alert(1)</script>"}, since=spring.sequence, by=ada, is_small=False)

    page = client.get(reverse("plan:changes", args=["spring"])).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
