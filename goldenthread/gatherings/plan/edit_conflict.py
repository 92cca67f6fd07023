"""Two people wrote at once: keep what both meant, and lose nothing typed."""

from dataclasses import dataclass

from django.forms import BaseForm

from goldenthread.gatherings.plan.changes import Difference, differences
from goldenthread.gatherings.plan.forms import PlanForm
from goldenthread.gatherings.plan.models import Gathering


@dataclass(frozen=True)
class EditConflict:
    """What the other one changed, and a form with both: mine where I wrote, theirs where only they did."""

    theirs: list[Difference]
    form: PlanForm


def merged(mine: PlanForm, gathering: Gathering, since: int) -> EditConflict:
    """Bring a form that was opened at version `since` up to the plan as it is now."""
    before = gathering.history.get(sequence=since).instance
    opened = PlanForm(instance=before)
    written = {name: mine.data.get(name) for name in _changed(mine, opened)}
    return EditConflict(theirs=differences(before, gathering), form=PlanForm(instance=gathering, initial=written))


def _changed(mine: BaseForm, opened: BaseForm) -> list[str]:
    return [
        name
        for name, field in mine.fields.items()
        if name != "since"
        and field.has_changed(
            opened.get_initial_for_field(field, name), field.widget.value_from_datadict(mine.data, {}, name)
        )
    ]
