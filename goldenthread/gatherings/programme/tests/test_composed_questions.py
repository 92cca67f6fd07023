"""What is composed once in a process answers as if it were asked anew."""

from goldenthread.gatherings.programme.models import Release
from goldenthread.gatherings.programme.names import SPEAKERS
from goldenthread.gatherings.programme.public import NEWEST
from goldenthread.gatherings.programme.tests.showing import brought, held, show
from goldenthread.gatherings.voices.models import Voice
from goldenthread.kit import clock


def test_the_newest_release_of_an_address(spring, django_assert_num_queries):
    held(spring, "Tea")
    show(spring, now=clock.now())
    session = brought(spring, "Eleven chairs", "10:00")
    newest = show(spring, now=clock.now())

    with django_assert_num_queries(1):
        [composed] = NEWEST.ask("spring")
        title = composed.gathering.title
    [anew] = Release.objects.unread().at("spring").newest_first()[:1]
    texts = [vars(release)["content_text"] for release in (composed, anew)]
    assert (composed, title, texts[0]) == (newest, "A spring day", texts[1])
    assert str(session.uid) in texts[0]
    assert NEWEST.ask("another") == []


def test_who_stands_up_there(spring):
    session = brought(spring, "Eleven chairs", "10:00")

    assert [row[0] for row in SPEAKERS.ask(spring.pk)] == [session.speakers.get().pk]
    Voice.objects.update(stepped_back_at=clock.now())
    assert SPEAKERS.ask(spring.pk) == list(SPEAKERS.question(spring.pk)) == []
    Voice.objects.update(stepped_back_at=None, left_at=clock.now(), person=None, name="", email="")
    assert SPEAKERS.ask(spring.pk) == list(SPEAKERS.question(spring.pk)) != []
