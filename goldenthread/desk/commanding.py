"""The commands that need the house, through Django's own."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import ManagementUtility
from django.db import Error


def run(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings")
    try:
        django.setup()
        ManagementUtility(["goldenthread", *arguments]).execute()
    except (ImproperlyConfigured, OSError, Error) as trouble:
        if "--traceback" in arguments:
            raise
        # One sentence that says what to do, not forty lines about Python.
        sys.exit(_in_a_sentence(trouble))


def _in_a_sentence(trouble: Exception) -> str:
    match trouble:
        case Error():
            return (
                f"Sorry: the database says: {str(trouble).strip()}. "
                "If this site has never been open, `goldenthread migrate` makes its tables."
            )
        case OSError(filename=str(file), strerror=str(words)):
            return f"Sorry: {file}: {words}."
        case OSError():
            return f"Sorry: {trouble}."
    return str(trouble)
