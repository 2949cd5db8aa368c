#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 900 s
"""A vault gets a password, another one, and goes back into the keychain; each step of that goes wrong in each way that it
can, or the program is killed: one vault is in force afterwards, with all accounts, and no file opens with an old password.
One that is gone is begun anew, of two one is used or both: that is done, or all is as before, and no account is lost.

As journey_faults, whose steps and ways these are. WATCHWORD_ALL_FAULTS=1 takes all of them.
"""
import base64
import collections
import contextlib
import functools
import os
import re
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.fault_ways import WAYS  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.sealed_files import document_kept_in, opens  # noqa: E402
from support.slots import Slots, newest  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

LEAST = 75  # combinations that the suite takes
KILLS = 40
OLD, NEW = "the first password", "the second password"
NAMES = ("anna", "bert", "carl")
OTHERS = ("dora", "emil")  # of a second vault
EMPTY, UNLOCKED, GONE, TWO_VAULTS = "1", "2", "5", "8"  # the program's states
NOT_SAVED, NOT_CONFIRMED = "refused 54", "refused 55"  # its error codes


class Seen:
    """What the mover printed."""

    def __init__(self, status, output):
        self.status = status
        lines = output.splitlines()
        self.said = next((line for line in lines if line == "done" or line.startswith("refused")), None)
        self.end = self.said or "died"
        self.lines = [line for line in lines if not line.startswith(("done", "refused"))]
        self.state = next((line.split()[1] for line in lines if line.startswith("state")), None)
        self.protection = next((line.split()[1] for line in lines if line.startswith("protection")), None)
        self.warnings = [line for line in lines if line.startswith("warning")]
        self.accounts = sorted(line.split(" ", 1)[1] for line in lines if line.startswith("account"))
        self.found = sorted(tuple(line.split()[1:]) for line in lines if line.startswith("found"))


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

    def begin(self, *passwords, names=NAMES):
        """A vault in the keychain, then under each of these passwords."""
        password = ()
        for name in names:
            assert self.run("add", name).said == "done"
        for one in passwords:
            assert self.run("password", one, *password).said == "done"
            password = (one,)
        self.accounts = self.run("list", *password).accounts
        assert [one.split()[0] for one in self.accounts] == list(names), self.accounts
        with open(os.path.join(self.folder, "vault.id"), encoding="ascii") as file:
            suffix = file.readline().strip()
        self.slots = Slots(self.sandbox.bus, f"watchword/accounts@{suffix}")
        self.items = [item for item in self.slots.items().values() if "@" + suffix in item.attributes.get("user", "")]
        shutil.copytree(self.folder, self.folder + ".kept", dirs_exist_ok=True)

    def restore(self):
        shutil.rmtree(self.folder)
        shutil.copytree(self.folder + ".kept", self.folder)
        self.bring_items()

    def bring_items(self):
        self.slots.remove()
        for item in self.items:
            self.slots.create(item)

    def files(self, start):
        """{name: content} of what is called so, or begins so."""
        found = {}
        for name in sorted(os.listdir(self.folder)):
            if name == start or name.startswith(start + "-"):
                with open(os.path.join(self.folder, name), "rb") as file:
                    found[name] = file.read()
        return found

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


class Gone(Moves):
    """A vault whose keychain was reset: its files are there, and nothing else of it."""

    def begin(self):
        super().begin()
        self.books = {name: self.files(name)[name] for name in ("book", "book.1")}

    def restore(self):
        super().restore()
        self.slots.remove()

    def settle_start(self, seen):
        """After a new start that was hit: the vault is gone as before, and another start helps; or there is none, and the next
        account begins one. Both files are there, byte for byte, and with its keychain all of the vault."""
        now = self.run("list")
        assert now.said == "done" and now.state in (GONE, EMPTY), f"the state is {now.state}, {now.said}"
        assert seen.said != "done" or now.state == EMPTY, "said to be begun anew, and is gone"
        self.check_books(are_aside=now.state == EMPTY)
        assert self.slots.read() == (None, None), "something was written into the keychain"
        self.check_return()
        if now.state == GONE:
            assert self.run("start-again").said == "done", "it cannot be begun anew"
        self.check_books(are_aside=True)
        added = self.run("add", OTHERS[0])
        assert added.said == "done" and not added.warnings, f"it takes no account: {added.said}, {added.warnings}"
        assert [one.split()[0] for one in added.accounts] == [OTHERS[0]], added.accounts
        self.check_books(are_aside=True, is_begun=True)
        return "new" if now.state == EMPTY else "old"

    def check_books(self, are_aside, is_begun=False):
        for name, content in self.books.items():
            there = {} if is_begun else self.files(name)
            aside = self.files(name + ".lost")
            assert [*there.values(), *aside.values()] == [content], f"{name}: {[*there]}, {[*aside]}"
            assert aside or not are_aside, f"{name} was not put aside"

    def check_return(self):
        """The keychain is back, with all accounts; and then away again."""
        copy = self.folder + ".copy"
        shutil.copytree(self.folder, copy)
        self.bring_items()
        back = self.run("list")
        assert back.state == UNLOCKED and back.accounts == self.accounts, f"it does not come back: {back.lines}"
        self.slots.remove()
        shutil.rmtree(self.folder)
        os.rename(copy, self.folder)


class Other:
    """One of two vaults: the bytes of its slots, and what is in them."""

    def __init__(self, moves):
        self.items = {item.attributes["user"][-1]: item for item in moves.items}
        self.text = self.items["a"].secret
        self.id, key = re.search(rb"vault=([0-9a-f]{32}) .*book-key=(\S+)", self.text.split(b"\n")[0]).groups()
        self.id, self.key = self.id.decode(), base64.urlsafe_b64decode(key + b"=" * (-len(key) % 4))
        self.accounts = moves.accounts


class TwoVaults(Moves):
    """One vault in one slot, with its book, another in the other slot."""

    def begin(self, chance):
        super().begin()
        self.ours = Other(self)
        book = shutil.copytree(self.folder, self.folder + ".ours")
        self.slots.remove()
        assert self.run("start-again").said == "done"
        super().begin(names=OTHERS)
        self.theirs = Other(self)
        shutil.rmtree(self.folder + ".kept")
        os.rename(book, self.folder + ".kept")
        self.restore()
        self.book = self.files("book")
        ours, theirs = chance.sample("ab", 2)
        self.both = [self.ours.items[ours], self.theirs.items[theirs]]
        self.items = self.both

    def choices(self):
        """(name, what is used) of two vaults, and of one beside another one's book."""
        self.items = self.both
        yield "both vaults", "union"
        yield "the book's vault", self.ours.id
        yield "the other vault", self.theirs.id
        self.items = [*self.theirs.items.values()]
        yield "the vault without a book", self.theirs.id

    def settle_choice(self, seen, use):
        """After a choice that was hit: all is there as before, to be chosen from again; or what was chosen is in force, and the
        other one is in it or kept as a file. As before is the book too where that is said; else it may have made way already."""
        now = self.run("list")
        vaults = [one for one in (self.ours, self.theirs) if one is self.theirs or self.items is self.both]
        is_old = now.state == TWO_VAULTS
        assert is_old or seen.said != NOT_SAVED, "said not to be saved, and is chosen"
        if is_old:
            assert seen.said != "done", "said to be chosen, and is not"
            assert set(self.slots.read()) == {one.text for one in vaults}, "they are not as they were"
            if seen.said and seen.said != NOT_CONFIRMED:
                assert self.files("book") == self.book, f"the book is not as it was: {os.listdir(self.folder)}"
            found = sorted((one.id, account.split()[0]) for one in vaults for account in one.accounts)
            assert now.found == found, now.found
            again = self.run("resolve", use)
            assert again.said == "done", f"it cannot be chosen again: {again.said}"
            now = self.run("list")
        wanted = self.theirs if use == self.theirs.id else self.ours
        accounts = sorted(self.ours.accounts + self.theirs.accounts) if use == "union" else wanted.accounts
        assert now.said == "done" and now.state == UNLOCKED, f"the state is {now.state}, {now.said}, {now.found}"
        assert now.accounts == accounts, f"the accounts are others: {now.accounts}"
        another = self.run("add", "fred")
        assert another.said == "done" and not another.warnings, f"it takes no other account: {another.said}, {another.warnings}"
        assert len(another.accounts) == len(accounts) + 1 and set(accounts) < set(another.accounts), another.accounts
        texts = self.slots.read()
        assert texts[0] == texts[1] and b" vault=" + wanted.id.encode() in texts[0], "it is not that vault, in both slots"
        if use != "union" and len(vaults) == 2:
            other = self.ours if wanted is self.theirs else self.theirs
            kept = [document_kept_in(os.path.join(self.folder, name), wanted.key) for name in self.files("kept-" + other.id[:8])]
            assert other.text in kept, f"the other one is not kept: {[*self.files('kept')]}"
        return "old" if is_old else "new"


@contextlib.contextmanager
def begun(kind, *arguments):
    """Vaults of this kind in a sandbox of their own."""
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        moves = kind(sandbox)
        moves.begin(*arguments)
        yield moves


def rows_of(steps):
    names = [step for step in dict.fromkeys(steps) if step.split(" ")[0] in WAYS and not step.startswith("bus")]
    return [(step, way) for step in names for way in WAYS[step.split(" ")[0]]]


def judged(settle, seen, what):
    """The state that `settle` finds after `what` was done."""
    try:
        return settle(seen)
    except AssertionError as failure:
        raise AssertionError(f"{what}: {seen.end}: {failure}") from failure


def try_all(moves, chance, arguments, settle, least, name=None):
    """Every step of this move in a part of the ways that it can go wrong in. `settle` judges what is there then."""
    name = name or arguments[0]
    moves.restore()
    assert moves.run(*arguments, logged=True).said == "done"
    rows = rows_of(moves.steps())
    assert len(rows) >= least, f"only {len(rows)} combinations"
    chosen = rows if "WATCHWORD_ALL_FAULTS" in os.environ else chance.sample(rows, least)
    outcomes = collections.Counter()
    for step, way in chosen:
        for _ in range(4):
            moves.restore()
            seen = moves.run(*arguments, fault=step, way=way)
            came = moves.steps()
            if "fired" in came:
                break
        else:
            raise AssertionError(f"{name}: {step} came in none of four runs: {came}")
        state = judged(settle, seen, f"{name}: {step}: {way}: {came}")
        outcomes[f"{state}, {seen.end}"] += 1
        print(f"INFO   : {name} | {step} | {way} | {seen.end} | {state}", flush=True)
    print(f"INFO   : {name}: {len(chosen)} of {len(rows)} combinations: {dict(outcomes)}", flush=True)


def kill_all(moves, chance, arguments, settle, times, earliest, name=None):
    """The program is killed in the middle of this move, so many times."""
    outcomes = collections.Counter()
    moves.restore()
    started = time.monotonic()
    assert moves.run(*arguments).said == "done"
    takes = time.monotonic() - started
    for _ in range(times):
        moves.restore()
        process = subprocess.Popen([moves.program, moves.folder, *arguments], env=moves.sandbox.environment,
                                   stdout=subprocess.PIPE, text=True)
        after = chance.uniform(earliest, 1.1) * takes
        time.sleep(after)
        process.kill()
        seen = Seen(process.wait(), process.stdout.read())
        state = judged(settle, seen, f"{name or arguments[0]}: killed after {after:.3f} s")
        outcomes[f"{state}, {seen.end}"] += 1
    print(f"INFO   : {name or arguments[0]}: {times} kills: {dict(outcomes)}", flush=True)


@story
def a_password_is_given_whatever_goes_wrong():
    chance = seeded()
    with begun(Moves) as moves:
        settle = functools.partial(moves.settle, passwords=(OLD,), wanted=OLD, old="keychain")
        try_all(moves, chance, ("password", OLD), settle, LEAST // 3)


@story
def a_new_password_is_given_whatever_goes_wrong():
    chance = seeded()
    with begun(Moves, OLD) as moves:
        settle = functools.partial(moves.settle, passwords=(OLD, NEW), wanted=NEW, old=OLD)
        try_all(moves, chance, ("password", NEW, OLD), settle, LEAST // 3, "new password")


@story
def the_keychain_is_used_again_whatever_goes_wrong():
    chance = seeded()
    with begun(Moves, OLD) as moves:
        settle = functools.partial(moves.settle, passwords=(OLD,), wanted="keychain", old=OLD)
        try_all(moves, chance, ("keychain", OLD), settle, LEAST // 3)


@story
def a_change_is_saved_in_the_file_or_not():
    chance = seeded()
    with begun(Moves, OLD) as moves:
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
            what = f"{step}: {way}: {seen.end}"
            assert now.said == "done" and not now.warnings and set(moves.accounts) <= set(now.accounts), f"{what}: {now.lines}"
            assert [one.split()[0] for one in added] in ([], ["emil"]), f"{what}: {now.accounts}"
            assert seen.said != "done" or added, f"{what}: said to be saved, and is not"
            assert moves.run("add", "fred", OLD).said == "done", what
            print(f"INFO   : add | {what} | {'new' if added else 'old'}", flush=True)


@story
def a_vault_that_is_gone_is_begun_anew_whatever_goes_wrong():
    chance = seeded()
    with begun(Gone) as moves:
        try_all(moves, chance, ("start-again",), moves.settle_start, LEAST // 5)


@story
def one_of_two_vaults_or_both_whatever_goes_wrong():
    chance = seeded()
    with begun(TwoVaults, chance) as moves:
        for name, use in moves.choices():
            try_all(moves, chance, ("resolve", use), functools.partial(moves.settle_choice, use=use), LEAST // 12, name)


@story
def killed_at_any_moment():
    chance = seeded()
    with begun(Moves, OLD) as moves:
        for arguments, wanted in (("password", NEW, OLD), NEW), (("keychain", OLD), "keychain"):
            settle = functools.partial(moves.settle, passwords=(OLD, NEW), wanted=wanted, old=OLD)
            # Most of it is scrypt, of which nothing can be lost.
            kill_all(moves, chance, arguments, settle, KILLS // 2, 0.3)


@story
def killed_at_any_moment_of_a_new_start():
    chance = seeded()
    with begun(Gone) as moves:
        kill_all(moves, chance, ("start-again",), moves.settle_start, KILLS // 2, 0.1)


@story
def killed_at_any_moment_of_a_choice():
    chance = seeded()
    with begun(TwoVaults, chance) as moves:
        for name, use in moves.choices():
            settle = functools.partial(moves.settle_choice, use=use)
            kill_all(moves, chance, ("resolve", use), settle, KILLS // 8, 0.1, name)


if __name__ == "__main__":
    run()
