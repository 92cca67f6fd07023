"""Good-Enough Golfers, run under node from a folder that holds its geneticSolver.js and lodash. Nothing of it is here."""

import json
import resource
import subprocess
from pathlib import Path
from typing import NamedTuple

ASK = """
const vm = require("vm"), fs = require("fs"), [folder, tables, size, rounds] = process.argv.slice(1)
globalThis._ = require(folder + "/node_modules/lodash")
vm.runInThisContext(fs.readFileSync(folder + "/geneticSolver.js", "utf8"))
const tell = (found) => { if (found.done) console.log(JSON.stringify(found.rounds)) }
geneticSolver(+tables, +size, +rounds, false, [], [], tell)
"""


class Run(NamedTuple):
    """What one run found, and the processor time that it took, start of node included."""

    rounds: list[list[list[int]]]
    seconds: float


def run(folder: Path, tables: int, size: int, rounds: int) -> Run:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    asked = ["node", "-e", ASK, str(folder.resolve()), str(tables), str(size), str(rounds)]
    answer = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(json.loads(answer), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
