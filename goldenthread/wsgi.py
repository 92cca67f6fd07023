"""The door that the web server knocks at."""

import os

from django.core.wsgi import get_wsgi_application

from goldenthread.kit.page_cache import PageCache

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.settings")

application = PageCache(get_wsgi_application())
