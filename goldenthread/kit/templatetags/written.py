"""What people wrote, as it stands in a page of ours. Built into every template (settings)."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

register = template.Library()

# Nobody looks for their language in the words of another.
OWN_NAMES = {"en-gb": "English", "cy": "Cymraeg"}


@register.simple_tag
def other_languages() -> list[tuple[str, str]]:
    """Those that this page does not speak, each under its own name."""
    return [(code, OWN_NAMES[code]) for code, _name in settings.LANGUAGES if code != get_language()]


@register.simple_tag
def as_written() -> SafeString:
    """For the tag around it: its own direction; and its own language, where the page speaks another."""
    is_ours = get_language() in {None, settings.LANGUAGE_CODE}
    return mark_safe('dir="auto"' if is_ours else f'dir="auto" lang="{settings.LANGUAGE_CODE}"')  # noqa: S308 - no word of anybody
