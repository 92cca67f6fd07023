"""How the house asks: label, hint, who sees this, error, field. Set as FORM_RENDERER, so that every form asks alike."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms import BaseForm, BoundField, CharField, CheckboxInput, Field, Select, Textarea, TextInput, Widget
from django.forms.renderers import BaseRenderer, DjangoTemplates
from django.forms.utils import flatatt
from django.forms.widgets import ChoiceWidget
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

A_LINK = re.compile(r"://|\bhttps?:|\bwww\.|\b[\w-]{2,}\.[a-z]{2,}\b", re.IGNORECASE)
LINK = re.compile(r"[/@]|www\.|\b[\w-]{2,}\.[a-z]{2,}\b")


def ask_kindly() -> None:
    """Django says "This field is required.", which is how forms speak. Called before any form is made."""
    Field.default_error_messages["required"] = _("Please answer this.")
    MinValueValidator.message = _("Please choose %(limit_value)s or more.")
    MaxValueValidator.message = _("Please choose %(limit_value)s or less.")


def copy_quickly() -> None:
    """Every form is made of copies. Python would ask each field and each widget how it may be pickled: a twentieth of a press."""
    Field.__copy__ = _copied  # type: ignore[attr-defined]
    Widget.__copy__ = _copied  # type: ignore[attr-defined]


def _copied(thing: Any) -> Any:
    copied = object.__new__(type(thing))
    copied.__dict__.update(thing.__dict__)
    return copied


class Question(BoundField):
    """A field on a page. A form field may carry `who_sees`, a sentence that is shown and read out with it."""

    def __init__(self, form: BaseForm, field: Field, name: str) -> None:
        # Django asks whether there is a hint, and so translates it, also on a press that shows none. The field is this form's own.
        hint, field.help_text = field.help_text, ""
        super().__init__(form, field, name)
        self.help_text = field.help_text = hint

    @property
    def who_sees(self) -> str:
        return getattr(self.field, "who_sees", "")

    @property
    def is_tick(self) -> bool:
        """One box to tick: its label stands beside it."""
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_choice(self) -> bool:
        """Several boxes or buttons under one heading."""
        return isinstance(self.field.widget, ChoiceWidget) and self.use_fieldset

    @property
    def first_id(self) -> str:
        """Where a link in the error summary leads: the field, or the first box of several."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def aria_describedby(self) -> str | None:
        described_by = super().aria_describedby
        return (
            f"{described_by} {self.auto_id}_who".strip() if described_by is not None and self.who_sees else described_by
        )

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:
        """People write from both sides of the page."""
        attrs = super().build_widget_attrs(attrs, widget)
        if isinstance(widget or self.field.widget, TextInput | Textarea):
            attrs.setdefault("dir", "auto")
        return attrs


def between(field: Field, lowest: int, highest: int) -> None:
    """Of a number in a form that was just made: refused in plain words, and not in those of a validator."""
    words = gettext("Choose a number from %(lowest)d to %(highest)d.") % {"lowest": lowest, "highest": highest}
    field.validators = [MinValueValidator(lowest, words), MaxValueValidator(highest, words)]


def words_only(words: str) -> None:
    """Of words that go out in an e-mail of ours: it is trusted, and so would be a link in it to anywhere."""
    if A_LINK.search(words):
        raise ValidationError(_("Please leave out web and e-mail addresses: these are words only."))


class NameField(CharField):
    """What to call somebody: one line, and nothing that a mail program would make a link of, for it stands in e-mails."""

    def to_python(self, value: Any) -> str:
        name = " ".join((super().to_python(value) or "").split())
        if LINK.search(name):
            raise ValidationError(_("There is a link in this name. What shall we call you?"))
        return name


class LongSelect(Select):
    """Hundreds of options, written in one go: Django would open two templates for each of them."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: BaseRenderer | None = None
    ) -> SafeString:
        chosen = self.format_value(value)
        options = _options(self.choices, chosen)
        return format_html(
            '<select name="{}"{}>\n{}\n</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), options
        )


def _options(choices: Iterable[tuple[Any, Any]], chosen: Collection[str]) -> SafeString:
    return format_html_join("\n", "{}", ([_option(value, words, chosen)] for value, words in choices))


def _option(value: Any, words: Any, chosen: Collection[str]) -> SafeString:
    """Or several of them below a heading."""
    if isinstance(words, list | tuple):
        return format_html('<optgroup label="{}">\n{}\n</optgroup>', value, _options(words, chosen))
    selected = flatatt({"selected": str(value) in chosen})
    return format_html('<option value="{}"{}>{}</option>', value, selected, words)


class HouseRenderer(DjangoTemplates):
    """Our own frame around Django's own widgets."""

    form_template_name = "kit/form.html"
    field_template_name = "kit/_field.html"
    bound_field_class = Question
