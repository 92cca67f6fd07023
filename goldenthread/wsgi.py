"""The door that the web server knocks at."""

import os

from django.core.wsgi import get_wsgi_application

from goldenthread.kit.memory import Memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings")

application = Memory(get_wsgi_application())
