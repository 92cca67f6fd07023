from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model

from goldenthread.kit.models import House
from goldenthread.outbox import post
from goldenthread.outbox.models import Circular, Email
from goldenthread.outbox.models.circular import Receiver
from goldenthread.outbox.previewing import preview_to
from tests.mail_server import mail_server

__all__ = ["mail_server"]
WORDS = "Dear {name},\n\nbring **tea**."
FRIENDS = [Receiver(None, f"guest-{number}@example.org", {"name": f"Guest {number}"}) for number in range(60)]


@pytest.fixture
def house(db):
    return House.objects.create(
        pk=1, name="Tŷ Cyfeillion", sentence="A home.", founded_at=datetime(2026, 5, 1, tzinfo=UTC)
    )


@pytest.fixture
def sample_house(house):
    house.is_sample = True
    house.save(update_fields=["is_sample"])
    return house


@pytest.fixture
def ada(db):
    return get_user_model().objects.create_person("Ada Ŵyn", "ada@example.org")


@pytest.fixture
def template(settings, tmp_path):
    """Writes the words of an e-mail that only this test knows."""

    def written(text="Hello.\n", subject="News", **more):
        for ending, words in {"txt": text, "subject.txt": subject, **more}.items():
            (tmp_path / f"news.{ending}").write_text(words)
        return "news"

    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]
    return written


@pytest.fixture
def email_to(house, template):
    """An e-mail in plain words to an address."""

    def written(address, text="Hello.\n", subject="News", **more):
        more = {"kind": "news", "to": None, "template": template(text, subject), "context": {}} | more
        return post.write(address=address, **more)

    return written


@pytest.fixture
def way_out(settings, mail_server):
    """This house sends its e-mails to the mail server of this test."""
    settings.EMAIL_URL = f"smtp://127.0.0.1:{mail_server.port}"
    settings.EMAIL_BACKEND = "goldenthread.outbox.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.EMAIL_TIMEOUT = 2
    return mail_server


@pytest.fixture
def circular(house, ada):
    return Circular.begin(by=ada, subject="For {name}", words=WORDS, about="plan.gathering:12", why="You come.")


@pytest.fixture
def previewed(circular, ada):
    preview_to(circular, ada)
    Email.objects.all().delete()
    return circular


@pytest.fixture
def on_its_way(previewed, ada):
    previewed.send(FRIENDS[:3], by=ada)
    return previewed
