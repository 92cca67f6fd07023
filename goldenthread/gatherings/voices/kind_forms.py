"""What people can bring, as a convenor ticks and words it: the usual kinds, and others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from goldenthread.gatherings.voices.calling import KindWording
from goldenthread.gatherings.voices.models import Call
from goldenthread.gatherings.voices.models.call import LONGEST_DAY
from goldenthread.kit.forms import between

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

MOST_PEOPLE, MOST_KINDS = 100_000, 12
COLUMNS = ("is_offered", "name", "words", "minutes", "most_people")


@dataclass(frozen=True)
class KindOnForm:
    """One kind as it stands on the form. The words of a usual one are ours until the call is open."""

    key: str
    name: StrPromise | str
    words: StrPromise | str = ""
    minutes: int = 45
    most_people: int | None = None
    is_offered: bool = True
    # Of one that there is.
    pk: int | None = None
    is_worded: bool = False

    @property
    def is_new(self) -> bool:
        """The empty one: it is offered as soon as it has a name."""
        return not self.name

    @property
    def heading(self) -> StrPromise | str:
        return self.name or _("One more")


USUAL = (
    KindOnForm("story", _("A story"), _("Something that happened, told by somebody who was there."), 10),
    KindOnForm("workshop", _("A workshop"), _("Something that people do together."), 45, 20),
    KindOnForm("question", _("A question"), _("Something you’d like to think about with others."), 20),
    KindOnForm("circle", _("A circle"), _("People sit round, and everybody has a turn."), 45, 12),
    KindOnForm("talk", _("A talk"), _("You speak, and then people ask."), 20),
)


def kinds_of(call: Call) -> Iterator[KindOnForm]:
    """Those that there are, and an empty one."""
    rows = list(call.kinds.order_by("number"))
    for row in rows:
        columns = {column: getattr(row, column) for column in COLUMNS}
        yield KindOnForm(key=f"kind_{row.pk}", pk=row.pk, is_worded=True, **columns)
    if len(rows) < MOST_KINDS:
        yield KindOnForm(key="kind_new", name="", is_worded=True)


class KindsForm(forms.Form):
    """A few fields for each kind. One that is not ticked, and is not there yet, asks for nothing."""

    def __init__(self, *args: Any, kinds: Iterable[KindOnForm] = USUAL, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kinds = list(kinds)
        for kind in self.kinds:
            for column, field in _fields_of(kind):
                self.fields[f"{kind.key}_{column}"] = field

    def clean(self) -> dict[str, Any]:
        for kind in self.kinds:
            if kind.pk is None and not self._is_offered(kind):
                for column in COLUMNS:
                    self.errors.pop(f"{kind.key}_{column}", None)
        return super().clean() or self.cleaned_data

    @property
    def kind_groups(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """Heading, the words in a line where they cannot be changed here, and the fields of each."""
        return [
            (str(kind.heading), "" if kind.is_worded else str(kind.words), [self[name] for name in self._names(kind)])
            for kind in self.kinds
        ]

    def kind_wordings(self) -> list[KindWording]:
        return [self._wording(kind) for kind in self.kinds]

    def _is_offered(self, kind: KindOnForm) -> bool:
        """Ticked; or, of the empty one, that anything is written in it, right or wrong."""
        if kind.is_new:
            return any(self.data.get(f"{kind.key}_{column}") for column in ("name", "words"))
        return bool(self.cleaned_data.get(f"{kind.key}_is_offered"))

    def _wording(self, kind: KindOnForm) -> KindWording:
        given: dict[str, Any] = {column: self.cleaned_data.get(f"{kind.key}_{column}") for column in COLUMNS}
        ours: dict[str, Any] = {} if kind.is_worded else {"name": str(kind.name), "words": str(kind.words)}
        return KindWording(pk=kind.pk, **(given | ours | {"is_offered": self._is_offered(kind)}))

    def _names(self, kind: KindOnForm) -> list[str]:
        return [name for column in COLUMNS if (name := f"{kind.key}_{column}") in self.fields]


def _fields_of(kind: KindOnForm) -> Iterator[tuple[str, forms.Field]]:
    if not kind.is_new:
        yield (
            "is_offered",
            forms.BooleanField(label=_("People can bring this"), required=False, initial=kind.is_offered),
        )
    if kind.is_worded:
        yield (
            "name",
            forms.CharField(label=_("What is it called?"), max_length=60, initial=kind.name),
        )
        yield "words", forms.CharField(label=_("In one line"), max_length=200, initial=kind.words, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), initial=kind.minutes)
    most_people = forms.IntegerField(label=_("People at most"), initial=kind.most_people, required=False)
    between(minutes, 1, LONGEST_DAY)
    between(most_people, 1, MOST_PEOPLE)
    yield "minutes", minutes
    yield "most_people", most_people
