"""The questions of a call stand in the form of whoever offers something, and convenors read the answers beside it."""

from goldenthread.gatherings.voices.call_questions import add_question
from goldenthread.gatherings.voices.models import CallAnswer, Contribution
from goldenthread.gatherings.voices.tests.calls import a_call_at
from goldenthread.kit import clock


def test_a_question_is_asked_answered_and_read(client, spring, ada, bo):
    wording = {"words": "Which train?", "purpose": "To share a taxi.", "is_needed": True}
    question = add_question(a_call_at(spring, ada), wording, now=clock.now(), by=ada)
    client.force_login(bo)
    at, typed = "/gatherings/spring/contributions/", {"title": "Eleven chairs", "words": "They were blue."}

    shown = client.get(at).content.decode()
    refused = client.post(at, typed | {"press": "send"}).status_code
    sent = client.post(at, typed | {"press": "send", f"question_{question.pk}": "The 9:04"}).status_code
    client.force_login(ada)
    page = client.get(f"{at}{Contribution.objects.get().pk}/").content.decode()

    assert ("Which train?" in shown, refused, sent) == (True, 422, 302)
    assert (CallAnswer.objects.get().words, "The 9:04" in page) == ("The 9:04", True)
