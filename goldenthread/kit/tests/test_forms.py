import copy

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.functional import lazy

SECTORS = [("health", "Health"), ("justice", "Criminal justice")]


class Booking(forms.Form):
    email = forms.EmailField(
        label="E-mail", help_text="We write once.", error_messages={"required": "Type an e-mail address"}
    )
    sectors = forms.MultipleChoiceField(label="Sectors", choices=SECTORS, widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    small = forms.BooleanField(label="Only spelling", help_text="Nobody is written to.", required=False)
    secret = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        vars(self.fields["sectors"])["who_sees"] = "Seen only by the hosts"
        vars(self.fields["note"])["who_sees"] = "Seen by everyone"


def shown(form):
    return render_to_string("kit/form.html", {"form": form})


@pytest.fixture
def sent_empty():
    return Booking({})


def test_a_form_that_was_not_sent_has_no_summary():
    assert shown(Booking()).count("summary") == 0


def test_the_summary_leads_to_the_field(sent_empty):
    assert '<a href="#id_email">E-mail</a> Type an e-mail address' in shown(sent_empty)


def test_the_summary_leads_to_the_first_box_of_several(sent_empty):
    html = shown(sent_empty)

    assert ('href="#id_sectors_0"' in html, 'id="id_sectors_0"' in html) == (True, True)


def test_the_summary_counts_what_there_is_to_look_at(sent_empty):
    assert "2 things to look at" in shown(sent_empty)


def test_an_error_about_the_whole_form_stands_in_the_summary():
    form = Booking({"email": "ada@example.org", "sectors": ["health"]})
    form.add_error(None, "The last place went just now.")

    assert "<li>The last place went just now.</li>" in shown(form)


def test_hint_and_error_are_read_out_with_the_field(sent_empty):
    assert sent_empty["email"].aria_describedby == "id_email_helptext id_email_error"


def test_who_sees_it_is_read_out_with_the_field():
    html = shown(Booking())

    assert (
        'aria-describedby="id_note_who"' in html,
        '<span class="who-sees" id="id_note_who">Seen by everyone</span>' in html,
    ) == (True, True)


def test_who_sees_it_is_read_out_with_a_group_of_boxes(sent_empty):
    assert 'aria-describedby="id_sectors_error id_sectors_who"' in shown(sent_empty)


def test_a_widget_that_says_what_describes_it_is_left_alone():
    form = Booking()
    form.fields["note"].widget.attrs["aria-describedby"] = "elsewhere"

    assert form["note"].aria_describedby is None


def test_one_box_to_tick_has_its_label_beside_it():
    assert '<label for="id_small">Only spelling</label>' in shown(Booking())


def test_what_people_type_runs_from_the_side_it_is_written_from():
    form = Booking()

    assert ('dir="auto"' in str(form["note"]), 'dir="auto"' in str(form["secret"])) == (True, False)


def test_every_id_that_is_referred_to_exists_once(sent_empty):
    html = shown(sent_empty)
    parts = ["email_helptext", "email_error", "sectors_error", "sectors_who", "note_who", "small_helptext"]

    assert [html.count(f'id="id_{part}"') for part in parts] == [1, 1, 1, 1, 1, 1]


def test_a_form_printed_by_itself_looks_the_same(sent_empty):
    assert 'class="field wrong"' in str(sent_empty)


def test_a_press_translates_no_hint_and_a_page_shows_it():
    translations = []

    def hint() -> str:
        translations.append("hint")
        return "With milk?"

    form_of_tea = type("Tea", (forms.Form,), {"tea": forms.CharField(help_text=lazy(hint, str)())})

    pressed = form_of_tea({"tea": "yes"})
    is_valid = pressed.is_valid()
    translated_before = list(translations)

    assert (is_valid, translated_before) == (True, [])
    assert "With milk?" in pressed["tea"].as_field_group()


def test_what_is_changed_in_one_form_changes_no_other():
    """Copies are made without asking how each field may be pickled, and are copies all the same."""
    first, asked_before = Booking(), shown(Booking())
    for field in first.fields.values():
        field.help_text = "Only here"
        field.widget.attrs["rows"] = 9
        field.error_messages["required"] = "Only here"
        field.validators.clear()
    vars(first.fields["sectors"])["_choices"].clear()

    assert shown(Booking()) == asked_before
    assert Booking({"note": "\0"}).errors["email"] == ["Type an e-mail address"]


def test_a_form_is_copied_by_our_hand():
    field = Booking().fields["sectors"]

    assert (copy.copy(field).__dict__, copy.copy(field.widget).__dict__) == (field.__dict__, field.widget.__dict__)
    assert "__copy__" in vars(forms.Field)
    assert "__copy__" in vars(forms.Widget)


@pytest.mark.parametrize(("typed", "words"), [("3", "Please choose 2 or less."), ("0", "Please choose 1 or more.")])
def test_a_number_too_large_or_too_small_is_said_plainly(typed, words):
    number = forms.IntegerField(min_value=1, max_value=2)

    with pytest.raises(ValidationError) as refused:
        number.clean(typed)

    assert refused.value.messages == [words]
