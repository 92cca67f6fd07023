"""Text in templates."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from goldenthread.kit.prose import prose

register = template.Library()
register.filter("prose", prose)

# Further back, a date says more than a number of days.
LONG_AGO = 30


@register.filter
def how_long_ago(then: datetime, now: datetime) -> str:
    """Such as "today", "3 days ago", "on 14 December 2022": as exact as people are."""
    days = (timezone.localdate(now) - timezone.localdate(then)).days
    if days <= 0:
        return _("today")
    if days == 1:
        return _("yesterday")
    if days <= LONG_AGO:
        return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days}
    return _("on %(day)s") % {"day": date_format(timezone.localdate(then), "j F Y")}
