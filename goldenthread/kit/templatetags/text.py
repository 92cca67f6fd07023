"""Text in templates."""

from django import template

from goldenthread.kit.prose import prose

register = template.Library()
register.filter("prose", prose)
