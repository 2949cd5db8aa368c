#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""Each step of a change goes wrong in each way that it can: the old state is there afterwards or the new one, and what was
said to be saved is there.

The steps are those that a recording of the unharmed change shows: calls of the keychain, questions to the bus, and what
changes files in the data directory. A library that is preloaded lets one of them fail, hang, answer late or twice, or the
program die (tests/faults). The suite takes a part that differs from run to run; WATCHWORD_ALL_FAULTS=1 takes all of it.
WATCHWORD_FAULT_TABLE names a file for the table, WATCHWORD_SEED repeats the changes that were drawn.
"""
import collections
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import changes  # noqa: E402
from support.kill_table import KillTable  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

LEAST = 300  # combinations; fewer prove too little
# The ways in which a step of a kind can go wrong.
WAYS = {
    "store": ("error", "error-done", "hang", "hang-done", "late", "twice", "die-before", "die-after"),
    "lookup": ("error", "not-found", "hang", "late", "die-before", "die-after"),
    "bus": ("error", "hang", "die-before", "die-after"),
    "write": ("EIO", "ENOSPC", "short", "torn", "hang", "late", "die-before", "die-after"),
    "fsync": ("EIO", "ENOSPC", "hang", "late", "die-before", "die-after"),
    "rename": ("EIO", "ENOSPC", "hang", "late", "die-before", "die-after"),
    "link": ("EIO", "ENOSPC", "hang", "late", "die-before", "die-after"),
    "unlink": ("EIO", "hang", "late", "die-before", "die-after"),
}
OPERATIONS = ("add", "edit", "remove", "restore", "code")


class Wrong:
    """The command line with one of its steps going wrong."""

    def __init__(self, sandbox, table):
        self.log = os.path.join(sandbox.temporary, "steps")
        self.table = table
        folder = os.path.join(sandbox.environment["XDG_DATA_HOME"], "org.watchword.Watchword")
        library = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "libwatchword_faults.so")
        assert os.path.exists(library), library
        self.environment = dict(sandbox.environment, LD_PRELOAD=library, WATCHWORD_FAULT_LOG=self.log,
                                WATCHWORD_FAULT_FOLDER=os.path.realpath(folder))

    def run(self, change, **fault):
        """(exit status, standard output, standard error, lines of the log)"""
        if os.path.exists(self.log):
            os.unlink(self.log)
        process = self.table.start(change, dict(self.environment, **fault))
        output, words = process.communicate(timeout=60)
        if not os.path.exists(self.log):
            return process.returncode, output, words, []
        with open(self.log, encoding="utf-8") as log:
            return process.returncode, output, words, log.read().split("\n")[:-1]

    def steps(self, change):
        """The names of the steps of an unharmed change, in their order."""
        status, output, words, steps = self.run(change)
        assert status == 0 and change.answer(output), words
        return [step for step in steps if step.split(" ")[0] in WAYS]


def change_of(operation, table, chance, number):
    """A change of this kind. Where none is possible yet (nothing to restore) others are made before it."""
    while True:
        change = changes.drawn(chance, number, table.before, kinds=(operation,) * 9 + ("add", "remove"))
        if change.kind == operation:
            return change
        done = table.cli(*change.arguments, input=change.input)
        assert done.returncode == 0, done.stderr
        table.look()


@story
def nothing_is_lost_whatever_step_goes_wrong():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        table = KillTable(sandbox)
        table.begin(chance, accounts=8)
        wrong = Wrong(sandbox, table)
        rows = []
        for operation in OPERATIONS:
            change = change_of(operation, table, chance, len(rows))
            steps = wrong.steps(change)
            table.look()
            kinds = {step.split(" ")[0] for step in steps}
            assert {"store", "lookup", "bus", "write", "fsync", "rename", "link"} <= kinds, sorted(kinds)
            rows += [(operation, step, way) for step in steps for way in WAYS[step.split(" ")[0]]]
        everything = len(rows)
        assert everything >= LEAST, f"only {everything} combinations"
        if "WATCHWORD_ALL_FAULTS" not in os.environ:
            # Every way of every store, then what chance gives.
            first = [row for row in rows if row[1].startswith("store")]
            others = [row for row in rows if not row[1].startswith("store")]
            rows = first + chance.sample(others, max(0, LEAST + 10 - len(first)))
        outcomes = {}
        for number, (operation, step, way) in enumerate(rows):
            for attempt in range(4):
                change = change_of(operation, table, chance, 4 * number + attempt)
                status, output, words, log = wrong.run(change, WATCHWORD_FAULT_STEP=step, WATCHWORD_FAULT_KIND=way)
                has_died = status < 0
                refused = None if has_died else changes.refusal(status, words)
                said = not has_died and refused is None and change.answer(output)
                assert said or has_died or refused, "neither saved nor refused"
                new = table.states["new state"]
                table.settle(change, said, f"{operation}, {step}: {way}", refused)
                if "fired" in log:
                    break
            else:
                raise AssertionError(f"{operation}: the step {step} came in none of four changes")
            state = "new" if table.states["new state"] > new else "old"
            outcomes[operation, step, way] = f"{state}, {'died' if has_died else refused or 'saved'}"
        lines = [f"{len(outcomes)} of {everything} combinations, nothing lost"]
        for operation, step in dict.fromkeys((operation, step) for operation, step, _ in rows):
            ways = [f"{way}: {outcome}" for (of, at, way), outcome in outcomes.items() if (of, at) == (operation, step)]
            lines.append(f"{operation} | {step} | {'; '.join(ways)}")
        if "WATCHWORD_FAULT_TABLE" in os.environ:
            with open(os.environ["WATCHWORD_FAULT_TABLE"], "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
        print("\n".join("INFO   : " + line for line in lines), flush=True)
        print(f"INFO   : {dict(collections.Counter(outcomes.values()))}", flush=True)
        assert len(outcomes) >= LEAST


if __name__ == "__main__":
    run()
