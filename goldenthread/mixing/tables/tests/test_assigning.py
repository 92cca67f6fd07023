"""The assignment is SciPy's own, loaded without the rest of SciPy."""

import subprocess
import sys

import numpy as np
from scipy import optimize

from goldenthread.mixing.tables.assigning import _alone, linear_sum_assignment


def test_it_answers_as_the_whole_of_scipy_does():
    cost = np.random.RandomState(0).randint(0, 50, size=(30, 30))

    assert linear_sum_assignment(cost)[1].tolist() == optimize.linear_sum_assignment(cost)[1].tolist()


def test_the_rest_of_scipy_is_not_loaded():
    code = "import sys, goldenthread.mixing.tables.running; print([name for name in sys.modules if name == 'scipy.optimize'])"

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said == "[]\n"


def test_where_the_module_is_not_found_nothing_is_taken_for_it(tmp_path):
    assert _alone([str(tmp_path)]) is None
