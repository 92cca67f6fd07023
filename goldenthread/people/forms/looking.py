from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.people.directory import DirectoryPage, Wanted
from goldenthread.people.models import Region, Sector

ANY_SECTOR, ANY_REGION = ("", _("Any sector")), ("", _("Anywhere"))


class LookingForm(forms.Form):
    """Whom somebody looks for. It only looks, so it travels in the address."""

    words = forms.CharField(label=_("A name, or any words"), required=False, max_length=100)
    brings = forms.CharField(label=_("What they bring"), required=False, max_length=100)
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    region = forms.ChoiceField(label=_("Where"), required=False)

    def __init__(self, *args: Any, counts: dict[str, dict[str, int]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sector"].choices = [ANY_SECTOR, *_counted(Sector, counts["sector"])]  # type: ignore[attr-defined]
        self.fields["region"].choices = [ANY_REGION, *_counted(Region, counts["region"])]  # type: ignore[attr-defined]

    @property
    def wanted(self) -> Wanted:
        """What was understood: an address that somebody mistyped looks for less, and not for nobody."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name, "") for name in self.fields})

    def more(self, page: DirectoryPage) -> str:
        """The way to those who come after."""
        query = {name: value for name, value in self.cleaned_data.items() if value}
        return f"?{urlencode(query | {'after': page.after})}" if page.after else ""


def _counted(choices: Any, counts: dict[str, int]) -> list[tuple[str, str]]:
    return [
        (value, f"{label} ({counts[value]}+)" if value in counts else str(label)) for value, label in choices.choices
    ]
