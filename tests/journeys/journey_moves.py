#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""A vault gets a password, another one, and goes back into the keychain; each step of that goes wrong in each way that it
can, or the program is killed: one vault is in force afterwards, with all accounts, and no file opens with an old password.

As journey_faults, whose steps and ways these are. WATCHWORD_ALL_FAULTS=1 takes all of them.
"""
import collections
import contextlib
import hashlib
import hmac
import os
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.fault_ways import WAYS  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.slots import Slots, newest  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

LEAST = 75  # combinations that the suite takes
KILLS = 40
OLD, NEW = "the first password", "the second password"
NAMES = ("anna", "bert", "carl")


def opens(path, password):
    """Whether a sealed file of kind 2 opens with this password, by the format's description."""
    with open(path, "rb") as file:
        head = file.read(192)
    if len(head) < 192 or head[:8] != b"\x89WWB\r\n\x1a\n" or head[10] != 2:
        return False
    key = scrypt(password, head[16:48], head[12], head[14])
    extracted = hmac.new(head[48:80], key, "sha256").digest()
    proof_key = hmac.new(extracted, b"watchword 1 header\1", "sha256").digest()
    return hmac.new(proof_key, head[:160], "sha256").digest() == head[160:192]


def scrypt(password, salt, log_n, lanes, known={}):
    if (password, salt) not in known:
        known[password, salt] = hashlib.scrypt(password.encode(), salt=salt, n=1 << log_n, r=8, p=lanes, maxmem=1 << 30,
                                               dklen=32)
    return known[password, salt]


class Seen:
    """What the mover printed."""

    def __init__(self, status, output):
        self.status = status
        lines = output.splitlines()
        self.said = next((line for line in lines if line == "done" or line.startswith("refused")), None)
        self.lines = [line for line in lines if not line.startswith(("done", "refused"))]
        self.protection = next((line.split()[1] for line in lines if line.startswith("protection")), None)
        self.warnings = [line for line in lines if line.startswith("warning")]
        self.accounts = sorted(line.split(" ", 1)[1] for line in lines if line.startswith("account"))


class Moves:
    """One vault, put back to how it began before each row."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.slots = Slots(sandbox.bus)
        self.program = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "vault_mover")
        self.library = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "libwatchword_faults.so")
        assert os.path.exists(self.library), self.library
        self.folder = os.path.join(os.path.realpath(sandbox.home), "vault")
        self.log = os.path.join(sandbox.temporary, "steps")
        self.accounts, self.items = None, []

    def run(self, *arguments, fault=None, way=None, logged=False):
        environment = dict(self.sandbox.environment)
        if logged or fault:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.log)
            environment.update(LD_PRELOAD=self.library, WATCHWORD_FAULT_LOG=self.log, WATCHWORD_FAULT_FOLDER=self.folder)
        if fault:
            environment.update(WATCHWORD_FAULT_STEP=fault, WATCHWORD_FAULT_KIND=way)
        done = subprocess.run([self.program, self.folder, *arguments], env=environment, capture_output=True, text=True,
                              timeout=60, check=False)
        assert done.returncode >= 0 or done.returncode == -signal.SIGKILL or fault, done
        return Seen(done.returncode, done.stdout)

    def steps(self):
        with open(self.log, encoding="utf-8") as log:
            return log.read().split("\n")[:-1]

    def begin(self, *passwords):
        """A vault in the keychain, then under each of these passwords."""
        password = ()
        for name in NAMES:
            assert self.run("add", name).said == "done"
        for one in passwords:
            assert self.run("password", one, *password).said == "done"
            password = (one,)
        self.accounts = self.run("list", *password).accounts
        assert [one.split()[0] for one in self.accounts] == list(NAMES), self.accounts
        with open(os.path.join(self.folder, "vault.id"), encoding="ascii") as file:
            suffix = file.readline().strip()
        self.slots = Slots(self.sandbox.bus, f"watchword/accounts@{suffix}")
        self.items = [item for item in self.slots.items().values() if "@" + suffix in item.attributes.get("user", "")]
        shutil.copytree(self.folder, self.folder + ".kept", dirs_exist_ok=True)

    def restore(self):
        shutil.rmtree(self.folder)
        shutil.copytree(self.folder + ".kept", self.folder)
        self.slots.remove()
        for item in self.items:
            self.slots.create(item)

    def opened_by(self, password):
        return sorted(name for name in os.listdir(self.folder)
                      if os.path.isfile(path := os.path.join(self.folder, name)) and opens(path, password))

    def settle(self, seen, passwords, wanted, old):
        """After a move that was hit: one vault is in force, the one before or (`wanted`: a password, or "keychain") the one
        after it. What a next start leaves has nothing of the other. The answer: "old" or "new"."""
        if seen.said == "done" and seen.protection:
            assert seen.protection == ("keychain" if wanted == "keychain" else "password"), "said done, and is not"
        password = next((one for one in passwords if opens(os.path.join(self.folder, "book"), one)), None)
        now = self.run("list", *([password] if password else []))
        assert now.said == "done", f"it does not open: {now.said}, {now.lines}"
        assert now.accounts == self.accounts, f"the accounts are others: {now.accounts}"
        assert not now.warnings, now.warnings
        force = "keychain" if now.protection == "keychain" else password
        assert force in (old, wanted), force
        assert seen.said != "done" or force == wanted, "said to be moved, and is not"
        assert now.protection == "keychain" or self.slots.read() == (None, None), "something was left in the keychain"
        assert now.protection != "keychain" or newest(self.slots.read()), "the keychain is in force without a whole slot"
        for one in passwords:
            opened = self.opened_by(one)
            if one == wanted != force:  # half a move: the file that never got its name, until the next save takes it away
                opened = [name for name in opened if not name.startswith("book.new-")]
            assert bool(opened) == (one == force), f"{one} opens {opened}"
        another = self.run("add", "dora", *([password] if password else []))
        assert another.said == "done", f"it takes no other account: {another.said}"
        return "new" if force == wanted else "old"


def rows_of(steps):
    names = [step for step in dict.fromkeys(steps) if step.split(" ")[0] in WAYS and not step.startswith("bus")]
    return [(step, way) for step in names for way in WAYS[step.split(" ")[0]]]


def try_all(moves, chance, arguments, wanted, old, passwords, least):
    """Every step of this move in a part of the ways that it can go wrong in."""
    moves.restore()
    assert moves.run(*arguments, logged=True).said == "done"
    rows = rows_of(moves.steps())
    assert len(rows) >= least, f"only {len(rows)} combinations"
    chosen = rows if "WATCHWORD_ALL_FAULTS" in os.environ else chance.sample(rows, least)
    outcomes = collections.Counter()
    for step, way in chosen:
        moves.restore()
        seen = moves.run(*arguments, fault=step, way=way)
        said = seen.said or "died"
        try:
            state = moves.settle(seen, passwords, wanted, old)
        except AssertionError as failure:
            raise AssertionError(f"{arguments[0]}: {step}: {way}: {said}: {failure}; {moves.steps()}") from failure
        outcomes[f"{state}, {said}"] += 1
        print(f"INFO   : {arguments[0]} | {step} | {way} | {said} | {state}", flush=True)
    print(f"INFO   : {arguments[0]}: {len(chosen)} of {len(rows)} combinations: {dict(outcomes)}", flush=True)


@story
def a_password_is_given_whatever_goes_wrong():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = Moves(sandbox)
        moves.begin()
        try_all(moves, chance, ("password", OLD), OLD, "keychain", (OLD,), LEAST // 3)


@story
def a_new_password_is_given_whatever_goes_wrong():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = Moves(sandbox)
        moves.begin(OLD)
        try_all(moves, chance, ("password", NEW, OLD), NEW, OLD, (OLD, NEW), LEAST // 3)


@story
def the_keychain_is_used_again_whatever_goes_wrong():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = Moves(sandbox)
        moves.begin(OLD)
        try_all(moves, chance, ("keychain", OLD), "keychain", OLD, (OLD,), LEAST // 3)


@story
def a_change_is_saved_in_the_file_or_not():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = Moves(sandbox)
        moves.begin(OLD)
        moves.restore()
        arguments = ("add", "emil", OLD)
        assert moves.run(*arguments, logged=True).said == "done"
        steps = moves.steps()
        assert not [step for step in steps if step.startswith(("store", "lookup", "clear", "bus"))], "the keychain was asked"
        rows = rows_of(steps)
        chosen = rows if "WATCHWORD_ALL_FAULTS" in os.environ else chance.sample(rows, min(len(rows), LEAST // 4))
        for step, way in chosen:
            moves.restore()
            seen = moves.run(*arguments, fault=step, way=way)
            now = moves.run("list", OLD)
            added = [one for one in now.accounts if one not in moves.accounts]
            what = f"{step}: {way}: {seen.said or 'died'}"
            assert now.said == "done" and not now.warnings and set(moves.accounts) <= set(now.accounts), f"{what}: {now.lines}"
            assert [one.split()[0] for one in added] in ([], ["emil"]), f"{what}: {now.accounts}"
            assert seen.said != "done" or added, f"{what}: said to be saved, and is not"
            assert moves.run("add", "fred", OLD).said == "done", what
            print(f"INFO   : add | {what} | {'new' if added else 'old'}", flush=True)


@story
def killed_at_any_moment():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = Moves(sandbox)
        moves.begin(OLD)
        outcomes = collections.Counter()
        for arguments, wanted in (("password", NEW, OLD), NEW), (("keychain", OLD), "keychain"):
            moves.restore()
            started = time.monotonic()
            assert moves.run(*arguments).said == "done"
            takes = time.monotonic() - started
            for _ in range(KILLS // 2):
                moves.restore()
                process = subprocess.Popen([moves.program, moves.folder, *arguments], env=sandbox.environment,
                                           stdout=subprocess.PIPE, text=True)
                # Most of it is scrypt, of which nothing can be lost.
                time.sleep(chance.uniform(0.3, 1.1) * takes)
                process.kill()
                seen = Seen(process.wait(), process.stdout.read())
                state = moves.settle(seen, (OLD, NEW), wanted, OLD)
                outcomes[f"{arguments[0]}: {state}, {seen.said or 'died'}"] += 1
        print(f"INFO   : {dict(outcomes)}", flush=True)


if __name__ == "__main__":
    run()
