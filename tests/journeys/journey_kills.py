#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""Watchword is killed in the middle of a change, 200 times: the old state is there afterwards or the new one, and what was
said to be saved is there.

The lock and the keychain's first write are seen as files in their folders; delays start there, or at the program's start,
and are spread over lengths measured beforehand. A kill counts as one between the first write and the answer only if the
slots in the keychain are other bytes than before and the program had not answered. WATCHWORD_KILLS=N: N kills of the
command line instead of 180, and a ninth of that of the window.
"""
import os
import re
import signal
import statistics
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import changes, slots  # noqa: E402
from support.file_watch import FileWatch  # noqa: E402
from support.kill_table import KillTable  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

KILLS = int(os.environ.get("WATCHWORD_KILLS", "180"))
WINDOW_KILLS = max(1, KILLS // 9)

SAID = re.compile("was added|is changed|is in the trash|code copied")


class Moments:
    """Sees a change at work from outside: the lock, the first write in the keychain, the book; and knows how long each
    part of a change takes, so that delays can be spread over it."""

    def __init__(self, table):
        data = table.sandbox.environment["XDG_DATA_HOME"]
        self.book = os.path.join(data, "org.watchword.Watchword", "book")
        self.lock = FileWatch(os.path.dirname(self.book))
        self.keyring = FileWatch(os.path.join(data, "keyrings"))
        self.length = self.locked = self.window = 0

    def forget(self):
        self.lock.forget()
        self.keyring.forget()

    def book_version(self):
        return os.stat(self.book).st_ino

    def measure(self, table, chance):
        lengths, locked, windows = [], [], []
        for number in range(8):
            change = changes.drawn(chance, number, table.before)
            self.forget()
            started = time.monotonic()
            process = table.start(change)
            assert self.lock.wait(20, process.stdout), process.stderr.read()
            at_lock = time.monotonic()
            assert self.keyring.wait(20, process.stdout), "answered before the first write: " + process.stderr.read()
            written = time.monotonic()
            output = process.stdout.readline()
            windows.append(time.monotonic() - written)
            process.communicate()
            lengths.append(time.monotonic() - started)
            locked.append(time.monotonic() - at_lock)
            assert process.returncode == 0 and change.answer(output)
            table.look()
        self.length, self.locked = statistics.median(lengths), statistics.median(locked)
        self.window = sorted(windows)[1]
        print(f"INFO   : a change takes {self.length * 1000:.0f} ms, the last {self.locked * 1000:.0f} ms with the lock; "
              f"{self.window * 1000:.0f} ms from the first write to the answer", flush=True)

    def draw(self, chance):
        """(what is waited for, how long after that the kill comes)"""
        kind = chance.choices(("start", "lock", "write"), (15, 18, 67))[0]
        length = {"start": self.length, "lock": self.locked, "write": self.window}[kind]
        return kind, chance.uniform(0, length)

    def learn(self, kind, is_late):
        """The machine is not always as fast as when it was measured: a kill after the answer brings the next ones forward."""
        if kind == "write":
            self.window *= 0.9 if is_late else 1.01

    def await_kill(self, kind, delay, seconds=20, stream=None):
        """Returns when the moment for a kill has come."""
        moment = time.monotonic()
        if kind != "start":
            {"lock": self.lock, "write": self.keyring}[kind].wait(seconds, stream)
            moment = time.monotonic()
        time.sleep(max(0, moment + delay - time.monotonic()))


def told(kind, delay):
    words = {"start": "its start", "lock": "the lock was taken", "write": "the first write began"}[kind]
    return f"killed {delay * 1000:4.1f} ms after {words}"


@story
def the_command_line_is_killed_in_the_middle_of_changes():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        table = KillTable(sandbox)
        table.begin(chance)
        moments = Moments(table)
        moments.measure(table, chance)
        between, number = 0, 8
        while table.rows < KILLS:
            number += 1
            assert number < 8 + KILLS * 2, "too many changes ended before the kill"
            change = changes.drawn(chance, number, table.before)
            kind, delay = moments.draw(chance)
            moments.forget()
            process = table.start(change)
            moments.await_kill(kind, delay, stream=process.stdout)
            process.kill()
            said = change.answer(process.communicate(timeout=20)[0])
            moments.learn(kind, said or process.returncode == 0)
            if process.returncode == 0:  # it was over
                table.look()
                continue
            assert process.returncode == -signal.SIGKILL, process.returncode
            between += table.settle(change, said, told(kind, delay)) and not said
        print(f"INFO   : {table.rows} kills of watchword-cli, {between} of them between the first write and the answer; "
              f"{table.states}", flush=True)
        assert between * 9 >= KILLS * 5, f"only {between} kills came between the first write and the answer"
        assert table.cli("--json", "doctor").returncode == 0


class Hand:
    """A person who wants a change made in the window, up to the last key; `finish` is that."""

    def __init__(self, desktop, change):
        self.app = desktop.start_app(*([change.input.strip()] if change.kind == "add" else []))
        self.finish = getattr(self, change.kind)(change)

    def choose(self, change):
        """The account's row, alone in the list and chosen."""
        self.app.find("list item", re.compile(change.target.name), showing=False)  # perhaps further down
        self.app.keys("ctrl+f")
        self.app.desktop.type_text(change.target.name)
        wait_until("one row is left", lambda: len(self.app.rows()) == 1)
        self.app.keys("Down")

    def key(self, name):
        return lambda: self.app.desktop.keys(name)

    def add(self, _):
        return self.app.find("push button", re.compile("^The site accepted it")).press

    def edit(self, change):
        self.choose(change)
        self.app.keys("F2")
        self.app.find("text", "Your account there").set_text(change.wanted.name)
        return self.app.find("push button", "Save").press

    def remove(self, change):
        self.choose(change)
        return self.key("Delete")

    def code(self, change):
        self.choose(change)
        return self.key("Return")

    def said(self):
        """Whether the window says that it is saved, before it is gone."""
        end = time.monotonic() + 30
        while self.app.is_running:
            if any(SAID.search(line) for line in self.app.lines()):
                return True
            assert time.monotonic() < end, "it says nothing and stays"
        return False


def killed_at(moments, kind, delay, pid):
    """A process that kills `pid` when the moment has come: reading the window takes longer than a change."""
    child = os.fork()
    if child == 0:
        try:
            moments.await_kill(kind, delay, 20)
            os.kill(pid, signal.SIGKILL)
        finally:
            os._exit(0)
    return child


def leave_unhealed(table, moments, chance, number):
    """The command line is killed between its first write and the second one: the window, which runs, has to save to slots
    that differ, of which it must not write the newer one first."""
    for attempt in range(10):
        change = changes.added(chance, number + attempt * 20)
        moments.forget()
        process = table.start(change)
        assert moments.keyring.wait(20, process.stdout), "answered before the first write"
        process.kill()
        if table.leave(change, change.answer(process.communicate(timeout=20)[0])):
            return
    raise AssertionError("it was never killed between the two writes")


@story(width=1280, height=800)
def the_window_is_killed_in_the_middle_of_changes(desktop):
    chance = seeded()
    table = KillTable(desktop)
    table.begin(chance)
    moments = Moments(table)
    moments.measure(table, chance)
    # Once after it was said, which shows that saying is heard.
    present = [one for one in slots.accounts(table.before).values() if not one.trashed]
    change = changes.renamed(present[0], "r099")
    hand = Hand(desktop, change)
    hand.finish()
    assert hand.said(), hand.app.tree()
    hand.app.kill()
    table.settle(change, True, "killed once it had said so")
    between = 0
    for number in range(100, 99 + WINDOW_KILLS):
        change = changes.drawn(chance, number, table.before, kinds=("add", "edit", "remove", "code"))
        kind, delay = "start", 0
        while kind == "start":
            kind, delay = moments.draw(chance)
        if kind == "lock":
            delay *= 2  # it has a picture to paint too
        hand = Hand(desktop, change)
        leave_unhealed(table, moments, chance, number + 400)
        moments.forget()
        book = moments.book_version()
        killer = killed_at(moments, kind, delay, hand.app.process.pid)
        hand.finish()
        said = hand.said()
        os.waitpid(killer, 0)
        assert hand.app.process.wait(20) == -signal.SIGKILL
        # It answers after the book was written: while that is the old one, it has not.
        is_before_answer = moments.book_version() == book and not said
        between += table.settle(change, said, told(kind, delay)) and is_before_answer
    print(f"INFO   : {table.rows} kills of the window, {between} of them surely between the first write and the answer; "
          f"{table.states}", flush=True)
    assert between > 0
    assert table.cli("--json", "doctor").returncode == 0


if __name__ == "__main__":
    run()
