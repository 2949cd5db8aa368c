#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""Each step of a change goes wrong in each way that it can: the old state is there afterwards or the new one, and what was
said to be saved is there.

The steps are those that a recording of the unharmed change shows: calls of the keychain, questions to the bus, and what
changes files in the data directory. A library that is preloaded lets one of them fail, hang, answer late or twice, or the
program die (tests/faults). The suite takes a part that differs from run to run; WATCHWORD_ALL_FAULTS=1 takes all of it.
WATCHWORD_FAULT_TABLE names a folder for the tables, WATCHWORD_SEED repeats the changes that were drawn.
"""
import collections
import json
import os
import shutil
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import changes, secrets, slots  # noqa: E402
from support.fault_ways import WAYS  # noqa: E402
from support.kill_table import KillTable  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

LEAST = 260  # combinations of changes to a vault; fewer prove too little
LEAST_FIRST = 45  # combinations of the first account of all
# How the book is written, between the slots: whole on the disk before it has its name, and the name too before more is written.
BOOK = ("create book.new", "write book.new", "fsync book.new", "link book>book.1.new", "rename book.new>book", "fsync folder")
# Kinds of changes, and the slot that an earlier change did not get to.
OPERATIONS = (("add", None), ("add", "b"), ("edit", None), ("edit", "a"), ("remove", None), ("restore", None), ("code", None),
              ("code", "a"), ("code", "b"))


def check_order(steps, behind, was_done=True):
    """No slot is written before the other one is known to be whole and the newest. `was_done`: a store was
    carried out although it went wrong."""
    sound, stored, doubted, last = {"a", "b"} - {behind}, set(), set(), ""
    for step in steps:
        what, _, slot = step.rpartition(" ")[0].partition(" ")
        if what == "store":
            assert sound - {slot}, "the newest slot is written while the other one is not verified"
            sound.discard(slot)
            doubted.discard(slot)
            stored.add(slot)
        elif step == "fired" and last and not was_done:
            doubted.add(last)
        elif what == "lookup" and slot in stored - doubted:
            sound.add(slot)
        last = slot if what == "store" else ""


class Wrong:
    """The command line with one of its steps going wrong."""

    def __init__(self, sandbox, table):
        self.log = os.path.join(sandbox.temporary, "steps")
        self.last = []  # the log of the last run
        self.table = table
        self.folder = os.path.join(os.path.realpath(sandbox.environment["XDG_DATA_HOME"]), "org.watchword.Watchword")
        library = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "libwatchword_faults.so")
        assert os.path.exists(library), library
        self.environment = dict(sandbox.environment, LD_PRELOAD=library, WATCHWORD_FAULT_LOG=self.log,
                                WATCHWORD_FAULT_FOLDER=self.folder)
        self.words = sandbox.log("watchword-cli")
        if "WATCHWORD_KEPT_LOGS" in os.environ:  # what it logs when something goes wrong is searched for secrets
            self.environment.setdefault("QT_LOGGING_RULES", secrets.EVERYTHING_LOGGED)

    def run(self, change, **fault):
        """(exit status, standard output, standard error, lines of the log)"""
        if os.path.exists(self.log):
            os.unlink(self.log)
        process = self.table.start(change, dict(self.environment, **fault))
        secrets.note(change.input)
        output, words = process.communicate(timeout=60)
        with open(self.words, "a", encoding="utf-8") as log:
            log.write(words)
        if not os.path.exists(self.log):
            return process.returncode, output, words, []
        with open(self.log, encoding="utf-8") as log:
            return process.returncode, output, words, log.read().split("\n")[:-1]

    def steps(self, change, behind):
        """The names of the steps of an unharmed change, whose order is the protocol's: where a slot is `behind`, it is healed;
        then one slot is written and verified, the book, the other slot."""
        status, output, words, steps = self.run(change)
        assert status == 0 and change.answer(output), words
        check_order(steps, behind)
        names = [step.rpartition(" ")[0] for step in steps]
        assert not {"clear a", "clear b"} & set(names), "a slot is deleted"
        stores = [place for place, name in enumerate(names) if name in ("store a", "store b")]
        assert len(stores) == (3 if behind else 2) and names[stores[-2]] != names[stores[-1]], names
        for place, following in zip(stores, stores[1:] + [len(names)]):
            assert names[place].replace("store", "lookup") in names[place:following], "it is not verified before the next"
        between = iter(names[stores[-2]:stores[-1]])
        assert all(step in between for step in BOOK), f"the book is not written safely between the slots: {names}"
        return [step for step in steps if step.split(" ")[0] in WAYS]

    def rows(self, change, behind=None):
        """(slot behind, step, way) for all that can go wrong in this change."""
        steps = self.steps(change, behind)
        kinds = {step.split(" ")[0] for step in steps}
        assert {"store", "lookup", "bus", "write", "fsync", "rename", "link", "create"} <= kinds, sorted(kinds)
        return [(behind, step, way) for step in steps for way in WAYS[step.split(" ")[0]]]

    def hit(self, change, step, way, behind=None):
        """(whether it said that the change is saved; the name of its refusal or "died"; whether the step came)"""
        status, output, words, log = self.run(change, WATCHWORD_FAULT_STEP=step, WATCHWORD_FAULT_KIND=way)
        self.last = log
        check_order(log, behind, was_done=way not in ("error", "hang"))
        has_died = status < 0
        # Qt's way to the bus lets libdbus end a program whose greeting is refused.
        assert not has_died or status == -signal.SIGKILL or step == "bus Hello 1", f"{step}, {way}: it crashed by signal {-status}"
        refused = None if has_died else changes.refusal(status, words)
        said = not has_died and refused is None and change.answer(output)
        assert said or has_died or refused, "neither saved nor refused"
        return said, "died" if has_died else refused, "fired" in log


def chosen(rows, least, chance):
    """Those that the suite takes: half of them writes and reads of the slots, the others from everything else."""
    assert len(rows) >= least, f"only {len(rows)} combinations"
    if "WATCHWORD_ALL_FAULTS" in os.environ:
        return rows
    slot_steps = [row for row in rows if row[-2].startswith(("store", "lookup"))]
    others = [row for row in rows if not row[-2].startswith(("store", "lookup"))]
    some = chance.sample(slot_steps, least // 2)
    return some + chance.sample(others, least - len(some))


def show(name, outcomes, everything):
    """Prints the table of {(operation, step, way): outcome}."""
    lines = [f"{len(outcomes)} of {everything} combinations, nothing lost"]
    for operation, step in dict.fromkeys((operation, step) for operation, step, _ in outcomes):
        ways = [f"{way}: {outcome}" for (of, at, way), outcome in outcomes.items() if (of, at) == (operation, step)]
        lines.append(f"{operation} | {step} | {'; '.join(ways)}")
    if "WATCHWORD_FAULT_TABLE" in os.environ:
        with open(os.path.join(os.environ["WATCHWORD_FAULT_TABLE"], name), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    print("\n".join("INFO   : " + line for line in lines), flush=True)
    print(f"INFO   : {dict(collections.Counter(outcomes.values()))}", flush=True)


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
        for operation, behind in OPERATIONS:
            change = change_of(operation, table, chance, len(rows))
            table.fall_behind(behind)
            rows += [(operation, *row) for row in wrong.rows(change, behind)]
            table.look()
        outcomes = {}
        for number, (operation, behind, step, way) in enumerate(chosen(rows, LEAST, chance)):
            for attempt in range(4):
                change = change_of(operation, table, chance, 4 * number + attempt)
                table.fall_behind(behind)
                new = table.states["new state"]
                said, why, came = wrong.hit(change, step, way, behind)
                table.settle(change, said, f"{step}: {way}", None if why == "died" else why)
                if came:
                    break
            else:
                raise AssertionError(f"{operation}: the step {step} came in none of four changes")
            state = "new" if table.states["new state"] > new else "old"
            outcomes[operation + (f" (slot {behind} behind)" if behind else ""), step, way] = f"{state}, {why or 'saved'}"
        show("changes", outcomes, len(rows))


class FirstAccount:
    """A keychain without a vault, the first account of all, and what may be there afterwards."""

    def __init__(self, table, wrong, chance):
        self.table, self.wrong, self.chance = table, wrong, chance

    def empty(self):
        """As nothing ever was."""
        self.table.slots.remove()
        if os.path.exists(self.wrong.folder):
            shutil.rmtree(self.wrong.folder)

    def change(self):
        return changes.added(self.chance, 1)

    def of(self, change):
        """What lies in the keychain: None, or the one account without its id. Else an AssertionError."""
        texts = [text for text in self.table.slots.read() if text is not None]
        documents = [slots.document(text) for text in texts]
        assert all(documents), "a slot is not whole"
        assert all(one.lines == documents[0].lines for one in documents), "the slots hold different things"
        if not documents:
            return None
        accounts = list(slots.accounts(documents[0]).values())
        assert len(accounts) == 1 and accounts[0]._replace(id=None) == change.wanted, "not the account that was added"
        return accounts[0]

    def listed(self):
        done = self.table.cli("--json", "list")
        assert done.returncode == 0 and done.stderr == "", done.stderr
        return [one["name"] for one in json.loads(done.stdout)]

    def settle(self, change, said, refused):
        """After a hit: nothing is there or the account is, and the vault takes another. The answer: "old" or "new"."""
        there = self.of(change)
        assert there or not said, "said to be saved, and is not"
        assert not there or refused in (None, "not-confirmed"), f"{refused}, and is saved"
        names = self.listed()
        there = self.of(change) or there  # a late answer of the keychain
        assert names == ([change.wanted.name] if there else []), "the program tells something else than lies in the keychain"
        another = changes.added(self.chance, 2)
        done = self.table.cli(*another.arguments, input=another.input)
        assert done.returncode == 0 and another.answer(done.stdout), done.stderr
        names = ([change.wanted.name] if there else []) + [another.wanted.name]
        assert self.listed() == names, "the vault does not take another account"
        texts = self.table.slots.read()
        assert texts[0] == texts[1] and [one.name for one in slots.accounts(slots.document(texts[0])).values()] == names
        return "new" if there else "old"


@story
def the_first_account_is_there_or_not():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        table = KillTable(sandbox)
        wrong = Wrong(sandbox, table)
        first = FirstAccount(table, wrong, chance)
        rows = [("first", *row[1:]) for row in wrong.rows(first.change())]
        outcomes = {}
        for row in chosen(rows, LEAST_FIRST, chance):
            first.empty()
            change = first.change()
            said, why, came = wrong.hit(change, *row[1:])
            assert came, f"the step {row[1]} did not come: {why or 'saved'}, {wrong.last}"
            try:
                state = first.settle(change, said, None if why == "died" else why)
            except AssertionError as failure:
                raise AssertionError(f"{row[1]}, {row[2]}, {why or 'saved'}: {failure}") from failure
            outcomes[row] = f"{state}, {why or 'saved'}"
        show("first-account", outcomes, len(rows))


if __name__ == "__main__":
    run()
