"""Machines that stand once. Whoever needs one of them again finds it here, and does not build a second."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from goldenthread.outbox.models import Circular, Mailing
from tests.house.tree import code, templates, text

ALLAUTH = Path("goldenthread/people/allauth_internals.py")
SIX_DIGITS = Path("goldenthread/kit/six_digits.py")
PAGER = Path("goldenthread/kit/templates/kit/_pager.html")


def test_only_one_file_knows_the_insides_of_allauth():
    assert [path for path in code() if any(internals_of_allauth(text(path)))] == [ALLAUTH]


def test_another_way_into_allauth_would_be_noticed():
    planted = "import allauth.core.internal\nfrom allauth.mfa.webauthn.internal import auth\nfrom allauth import mfa\n"

    assert list(internals_of_allauth(planted)) == ["allauth.core.internal", "allauth.mfa.webauthn.internal"]


def test_codes_of_six_digits_are_made_and_compared_in_one_place():
    ours = [path for path in code() if path.parts[0] == "goldenthread" and "tests" not in path.parts]

    assert [path for path in ours if re.search(r"1_000_000\):06|constant_time_compare\(", text(path))] == [SIX_DIGITS]


def test_whoever_turns_older_pages_uses_one_pager():
    assert [page for page in templates() if re.search(r'href="\?page=', text(page))] == [PAGER]


def test_whatever_says_to_whom_an_email_to_many_goes_is_a_mailing():
    models = [field.related_model for field in Circular._meta.related_objects if field.one_to_one]
    rooms = [model for model in models if model._meta.app_label != "outbox"]

    assert sorted(model.__name__ for model in rooms) == sorted(model.__name__ for model in mailings())


def mailings() -> list[type[Mailing]]:
    return [model for model in apps.get_models() if issubclass(model, Mailing)]


def internals_of_allauth(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        names = [name.name for name in node.names] if isinstance(node, ast.Import) else []
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else names
        yield from (module for module in modules if module.startswith("allauth.") and ".internal" in module)
