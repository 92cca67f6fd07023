from django.apps import apps

from tests.house.tree import ROOT


def test_every_model_says_what_one_row_means():
    wordless = [model.__name__ for model in our_models() if (model.__doc__ or "").startswith(f"{model.__name__}(")]

    assert wordless == []


def test_every_model_bears_a_name_from_the_glossary():
    glossary = (ROOT / "docs" / "words.md").read_text().lower()

    assert [
        spoken for model in our_models() if f"**{(spoken := model._meta.verbose_name.lower())}**" not in glossary
    ] == []


def our_models():
    ours = [model for model in apps.get_models() if model.__module__.startswith("goldenthread.")]
    return [model for model in ours if not model.__name__.startswith("Historical")]
