"""All who brought a session are forgotten: their words go from it, and from every release. Its hour and its room stay."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from goldenthread.gatherings.programme.models import Release, Session, SessionKind
from goldenthread.gatherings.voices.models import Contribution


def forget_contribution(contribution: Contribution) -> None:
    """People have kept its hour free and signed up for it: what stands there now is that there is a session."""
    without_words = {"title": str(SessionKind.CONTRIBUTION.label), "words": ""}
    for session in Session.ever.all().made_of(contribution):
        Session.ever.filter(pk=session.pk).update(**without_words)
        for release in Release.objects.filter(gathering=session.gathering_id).order_by("pk"):
            release.content = _without_words(release.content, session.uid, without_words)
            release.save(update_fields=["content"])


def _without_words(content: dict[str, Any], uid: UUID, without_words: dict[str, str]) -> dict[str, Any]:
    sessions = [
        session | without_words if session["uid"] == str(uid) else session for session in content.get("sessions", [])
    ]
    return content | {"sessions": sessions}
