# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of a test that hits programs in the middle of a change, and the one check after each hit."""
import json
import os
import subprocess

from . import changes
from .slots import Slots, document, newest


class KillTable:
    """One vault in one keychain: what is in it, what was done to it, and what came of that."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
        self.slots = Slots(sandbox.bus)
        self.texts = (None, None)
        self.healed = None  # what both slots held when they were last looked at
        self.earlier = None  # what both held before that
        self.before = None
        self.rows = 0
        self.states = {"old state": 0, "new state": 0}

    def begin(self, chance, accounts=3):
        """Some accounts to change: counted ones among them."""
        for number in range(accounts):
            change = changes.added(chance, 900 + number, counted=number % 2 == 0)
            done = self.cli(*change.arguments, input=change.input)
            assert done.returncode == 0 and change.answer(done.stdout), done.stderr
            self.look()

    def cli(self, *arguments, input=""):
        return subprocess.run([self.program, *arguments], env=self.sandbox.environment, input=input, text=True,
                              capture_output=True, timeout=60, check=False)

    def start(self, change, environment=None):
        """The command line at work on a change; it has all of its input."""
        process = subprocess.Popen([self.program, *change.arguments], env=environment or self.sandbox.environment,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        process.stdin.write(change.input)
        process.stdin.close()
        process.stdin = None
        return process

    def look(self):
        self._take(self.slots.read())
        assert self.before is not None, "no slot is whole"

    def _take(self, texts):
        self.texts, self.before = texts, newest(texts)
        if texts[0] == texts[1] != self.healed:
            self.earlier, self.healed = self.healed, texts[0]

    def fall_behind(self, slot):
        """As a save leaves it that was cut off between the slots: this one (if any) holds what was there before."""
        if slot:
            self.slots.write(slot, self.earlier)
            self.look()

    def leave(self, change, said):
        """Takes the state after a hit as it lies in the keychain, and lets no program heal it. Whether there is something to
        heal."""
        texts = self.slots.read()
        self._outcome(change, said, texts)
        self._take(texts)
        return texts[0] != texts[1]

    def _outcome(self, change, said, texts):
        outcome = change.outcome(self.before, newest(texts))
        assert not said or outcome == "new state", f"{change.kind}: said to be saved, and is not"
        if self.texts[0] != self.texts[1]:
            newer = 0 if document(self.texts[0] or b"") == self.before else 1
            is_older_written = texts[1 - newer] == self.texts[newer] or document(texts[1 - newer] or b"") == newest(texts)
            assert texts[newer] == self.texts[newer] or is_older_written, f"{change.kind}: the newer slot was written first"
        return outcome

    def settle(self, change, said, what, refused=None):
        """Takes the state after a hit, as it lies in the keychain and as the program tells it when it is started again, and
        writes a row. `said`: the program told that the change is saved; `refused`: why it is not, by its name. The answer:
        whether anything was written before."""
        texts = self.slots.read()
        has_written = texts != self.texts
        outcome = self._outcome(change, said, texts)
        done = self.cli("--json", "list")
        assert done.returncode == 0 and done.stderr == "", done.stderr
        told = [(one["id"], one["issuer"], one["name"], one["type"], one["counter"]) for one in json.loads(done.stdout)]
        after = self.slots.read()
        assert after[0] == after[1] and document(after[0]), "the slots were not healed"
        now = document(after[0])
        final = change.outcome(self.before, now)
        assert outcome == "old state" or final == "new state", f"{change.kind}: went back"
        assert told == changes.listed(now), f"{change.kind}: the program tells something else than lies in the keychain"
        self._take(after)
        self.rows += 1
        self.states[final] += 1
        assert refused in (None, "not-confirmed") or final == "old state", f"{change.kind}: {refused}, and is saved"
        words = refused if refused else "saved, it said" if said else "no answer" if has_written else "nothing written yet"
        print(f"{self.rows:4}  {change.kind:8}{what:56}{words:22}{final}", flush=True)
        return has_written
