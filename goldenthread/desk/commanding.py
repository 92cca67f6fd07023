"""The commands that need the house, through Django's own."""

import os
import sys

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import ManagementUtility


def run(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings")
    try:
        django.setup()
        ManagementUtility(["goldenthread", *arguments]).execute()
    except ImproperlyConfigured as trouble:
        # One sentence that says what to do, not forty lines about Python.
        sys.exit(str(trouble))
