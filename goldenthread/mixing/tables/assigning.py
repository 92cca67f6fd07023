"""SciPy's linear assignment, and nothing else of SciPy.

scipy.optimize takes half a second to load, which is half of what a re-mix may take; its assignment is one small compiled
module that needs nothing of the rest. Where that module is not found by itself, the whole is loaded.
"""

from __future__ import annotations

from importlib import import_module, util
from pathlib import Path
from types import ModuleType

NAME = "scipy.optimize._lsap"


def _alone(places: list[str]) -> ModuleType | None:
    """The compiled module out of SciPy's folder, without the packages around it."""
    files = [file for place in places for file in sorted(Path(place, "optimize").glob("_lsap.*.so"))]
    found = util.spec_from_file_location(NAME, files[0]) if files else None
    if found is None or found.loader is None:
        return None
    module = util.module_from_spec(found)
    found.loader.exec_module(module)
    return module if hasattr(module, "linear_sum_assignment") else None


def _loaded() -> ModuleType:
    scipy = util.find_spec("scipy")
    places = list(scipy.submodule_search_locations or ()) if scipy else []
    return _alone(places) or import_module("scipy.optimize")


linear_sum_assignment = _loaded().linear_sum_assignment
