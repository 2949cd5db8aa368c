#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs save at the same time: into one vault, where nothing is lost, and into two vaults of one keychain, where
neither touches the other's.

That they were in each other's way is seen from outside, counted and demanded. WATCHWORD_SEED repeats what was drawn.
"""
# time limit: 900 s
import json
import os
import re
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import changes, secrets, slots  # noqa: E402
from support.lock_watch import LockWatch  # noqa: E402
from support.processes import PATIENCE, wait_until  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

PAIRS = 50       # at least; more while they were hardly ever in each other's way, which is for the machine to decide
SAME_LINKS = 4   # the same
MOST_TIMES = 4   # as many
SAVES = 100
ALONE = 15  # of the saves of each vault, while the other one rests

ACCEPTED = re.compile("^The site accepted it")
LISTS = ("list",)  # the rows are many, and not looked at before the end


def new_account(chance, number, counted=None):
    change = changes.added(chance, number, counted)
    secrets.note(change.input)
    return change


class Vault:
    """A vault as its command line sees it, and as it lies in the keychain."""

    def __init__(self, sandbox, folder=None):
        self.sandbox = sandbox
        self.folder = folder or os.path.join(sandbox.environment["XDG_DATA_HOME"], "org.watchword.Watchword")
        self.program = [os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")]
        if folder:
            self.program += ["--data-dir", folder]

    @property
    def prefix(self):
        """Of its items' names in the keychain."""
        with open(os.path.join(self.folder, "vault.id"), encoding="ascii") as file:
            suffix = file.readline().strip()
        return "watchword/accounts" + ("@" + suffix if suffix else "")

    def start(self, *arguments):
        return subprocess.Popen([*self.program, *arguments], env=self.sandbox.environment, stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def document(self):
        """The Document that both slots hold, whole and the same."""
        one = slots.Slots(self.sandbox.bus, self.prefix)
        texts = one.read()
        one.close()
        assert texts[0] == texts[1], "the slots are not the same"
        document = slots.newest(texts)
        assert document is not None, "no slot is whole"
        return document

    def check_listed(self, document):
        """A program that is started now lists what lies in the keychain."""
        output, words = self.start("--json", "list").communicate(timeout=PATIENCE)
        told = [(one["id"], one["issuer"], one["name"], one["type"], one["counter"]) for one in json.loads(output)]
        assert told == changes.listed(document) and not words, "the program lists something else"


# One vault


class Person:
    """Somebody who adds accounts in the window, by links from the browser."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.app = desktop.start_app()

    def open_card(self, change):
        """The link is handed over as the desktop file does it. The answer: the button that adds the account."""
        second = self.desktop.start_program(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), change.input.strip(),
                                            log="second")
        assert second.wait(PATIENCE) == 0
        return self.app.find("push button", ACCEPTED, passed_over=LISTS)

    def wait_said(self, change):
        """The window says that it is saved."""
        self.app.find("dialog", re.compile(rf"\b{change.wanted.name}\b.* was added"), passed_over=LISTS)
        self.app.find("push button", "Done", passed_over=LISTS).press()
        wait_until("the page is gone", lambda: not self.app.all("push button", "Done", passed_over=LISTS))

    def names(self):
        return sorted(re.search("n[0-9]{3}", row.name).group() for row in self.app.all("list item", showing=False))


@story(width=1280, height=800)
def the_window_and_the_command_line_add_accounts_at_the_same_moments(desktop):
    chance = seeded()
    vault, person = Vault(desktop), Person(desktop)
    lock = LockWatch(vault.folder)
    added, answered = [], {}
    waited = first = 0
    lead = 0.08  # seconds that the window is ahead: its button stays down for a while
    for number in range(MOST_TIMES * PAIRS):
        if number >= PAIRS and waited * 2 >= PAIRS and 5 <= first <= number - 5:
            break
        by_window, by_command = new_account(chance, number), new_account(chance, 500 + number)
        added += [by_window.wanted, by_command.wanted]
        process = vault.start(*by_command.arguments)
        button = person.open_card(by_window)
        lock.forget()
        button.begin_press()
        time.sleep(max(0, lead + chance.uniform(-0.015, 0.015)))
        output, words = process.communicate(by_command.input, timeout=PATIENCE)
        assert process.returncode == 0 and by_command.answer(output), words
        answered[json.loads(output)["added"][0]] = by_command.wanted
        person.wait_said(by_window)
        waited += lock.was_found_taken()
        lock.wait_free()
        # Whoever was second is earlier the next time.
        was_first = slots.account(vault.document().lines[-1]).name == by_command.wanted.name
        first += was_first
        lead += -0.01 if was_first else 0.01
    pairs = len(answered)
    print(f"INFO   : {pairs} pairs, in {waited} of them one waited for the other's lock; the window was first in {first}, "
          f"watchword-cli in {pairs - first}", flush=True)
    assert waited * 2 >= PAIRS and 5 <= first <= pairs - 5, "they were hardly ever in each other's way"
    document = vault.document()
    held = slots.accounts(document)
    assert sorted(one._replace(id=None) for one in held.values()) == sorted(added), "other accounts than the added ones"
    assert all(held[its_id]._replace(id=None) == one for its_id, one in answered.items()), "answered with another's number"
    assert document.generation == 2 * pairs, document.generation
    vault.check_listed(document)
    wait_until("the window lists them all", lambda: person.names() == sorted(one.name for one in added))
    print(f"INFO   : {len(held)} accounts, each of its own number and secret, in both slots, the list and the window",
          flush=True)


@story(width=1280, height=800)
def the_same_link_given_to_both_at_once_is_one_account(desktop):
    chance = seeded()
    vault, person = Vault(desktop), Person(desktop)
    lock = LockWatch(vault.folder)
    waited = 0
    for number in range(MOST_TIMES * SAME_LINKS):
        if number >= SAME_LINKS and waited * 2 >= SAME_LINKS:
            break
        change = new_account(chance, number, counted=False)
        process = vault.start(*change.arguments)
        button = person.open_card(change)
        lock.forget()
        button.begin_press()
        time.sleep(0.08 + 0.005 * (number % 5 - 2))
        output, words = process.communicate(change.input, timeout=PATIENCE)
        assert process.returncode == 0, words
        said = json.loads(output)
        answered = said["added"] + [one["id"] for one in said["duplicates"]]
        person.wait_said(change)
        waited += lock.was_found_taken()
        lock.wait_free()
        lines = vault.document().lines
        assert len(lines) == number + 1 and answered == [slots.account(lines[-1]).id], f"{len(lines)} accounts, {said}"
    print(f"INFO   : {len(lines)} links, in {waited} of them one waited for the other's lock", flush=True)
    assert waited * 2 >= SAME_LINKS, "they were hardly ever in each other's way"


# Two vaults


class OwnVault(Vault):
    """A vault, and what ought to be in it by what its programs answered."""

    def __init__(self, sandbox, chance, folder=None):
        super().__init__(sandbox, folder)
        self.chance = chance
        self.accounts = {}
        self.counts = dict.fromkeys(("add", "edit", "code", "remove", "restore"), 0)
        self.times = []

    @property
    def saves(self):
        return sum(self.counts.values())

    def save(self):
        change = changes.drawn_among(self.chance, self.saves, self.accounts.values())
        started = time.monotonic()
        process = self.start(*change.arguments)
        output, words = process.communicate(change.input, timeout=PATIENCE)
        self.times.append((started, time.monotonic()))
        assert process.returncode == 0 and change.answer(output), words
        its_id = change.target.id if change.target else json.loads(output)["added"][0]
        assert bool(change.target) == (its_id in self.accounts), "an old account's number given to a new one"
        self.accounts[its_id] = change.wanted._replace(id=its_id)
        self.counts[change.kind] += 1

    def save_until(self, saves):
        while self.saves < saves:
            self.save()

    def check(self):
        """It holds exactly what was answered, and has counted each save."""
        document = self.document()
        assert slots.accounts(document) == self.accounts, "other accounts than its own"
        assert document.generation == self.saves, (document.generation, self.saves)
        self.check_listed(document)

    def traces(self, keychain):
        """All that lies of it in the keychain and the folder, down to the times."""
        items = {path: one for path, one in keychain.items().items()
                 if one.attributes["user"] in (self.prefix + "/a", self.prefix + "/b")}
        assert len(items) == 2, items.keys()
        files = {}
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            with open(path, "rb") as file:
                files[name] = (os.stat(path).st_ino, os.stat(path).st_mtime_ns, file.read())
        return items, files


def at_once(*work):
    """Does all of it at the same time; the first trouble of any is raised."""
    troubles = []

    def do(one):
        try:
            one()
        except BaseException as trouble:
            troubles.append(trouble)
    threads = [threading.Thread(target=do, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if troubles:
        raise troubles[0]


@story
def two_vaults_in_one_keychain_do_not_touch_each_other():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        keychain = slots.Keychain(sandbox.bus)
        usual = OwnVault(sandbox, chance)
        other, third = (OwnVault(sandbox, chance, os.path.join(sandbox.home, name)) for name in ("other", "third"))
        for one in (usual, other, third):
            one.save()
        of_third = third.traces(keychain)
        for one, resting in ((usual, other), (other, usual)):
            before = resting.traces(keychain)
            one.save_until(ALONE)
            assert resting.traces(keychain) == before, "the other vault was touched"
            one.check()
        at_once(lambda: usual.save_until(SAVES), lambda: other.save_until(SAVES))
        usual.check()
        other.check()
        assert third.traces(keychain) == of_third, "the third vault was touched"
        users = sorted(one.attributes.get("user") for one in keychain.items().values())
        assert users == sorted(one.prefix + slot for one in (usual, other, third) for slot in ("/a", "/b")), users
        together = sum(any(begin < its_end and its_begin < end for its_begin, its_end in other.times)
                       for begin, end in usual.times)
        print(f"INFO   : {SAVES} saves each ({usual.counts}, {other.counts}), {together} of the one vault's while the other saved; "
              f"{len(usual.accounts)} and {len(other.accounts)} accounts, {len(users)} items with a third vault's", flush=True)
        assert together * 2 > SAVES, "they hardly ever saved at the same time"


if __name__ == "__main__":
    run()
