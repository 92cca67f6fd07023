"""What convenors say of reminders."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.bookings.models import Reminder
from goldenthread.gatherings.bookings.models.reminder import LONGEST_AHEAD
from goldenthread.kit.forms import between
from goldenthread.people.models import Person


class DaysForm(forms.ModelForm):
    """One more reminder."""

    class Meta:
        model = Reminder
        fields = ["days"]
        help_texts = {"days": _("From 1 to 30. It goes at 10 in the morning.")}

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        between(self.fields["days"], 1, LONGEST_AHEAD)


class LineForm(forms.ModelForm):
    """A line of their own, and whether people can answer whoever writes it. Nobody ticks that for somebody else."""

    shows_address = forms.BooleanField(label=_("Let them answer me by e-mail"), required=False)

    class Meta:
        model = Reminder
        fields = ["line"]
        help_texts = {"line": _("If you like: such as what to bring. It stands below when and where it is.")}

    def __init__(self, *args: Any, writer: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        self.writer = writer
        if writer.email:
            words = _("Answers go to %(address)s, and everybody who gets your e-mail can see that address.")
            self.fields["shows_address"].help_text = words % {"address": writer.email}
            self.initial["shows_address"] = self.instance.answers_to_id == writer.pk
        else:
            del self.fields["shows_address"]

    @property
    def answers_to(self) -> Person | None:
        """The writer, if they tick it; whoever ticked it before them, if they don’t."""
        if self.cleaned_data.get("shows_address"):
            return self.writer
        return None if self.instance.answers_to_id == self.writer.pk else self.instance.answers_to
