#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""The keychain is killed, stopped and continued, locked and unlocked between the calls of a change: the old state is there
afterwards or the new one; what was said to be saved is there, and what was said not to be saved is not.

A relay between the program and the bus holds each call back in its turn until that was done, so that no call is left out:
the number of calls is counted first. Each call has two or three of the five things done before it; with
WATCHWORD_ALL_CALLS=1 all five, which is 200 changes. WATCHWORD_SEED repeats the changes that were drawn.
"""
import json
import os
import signal
import sys
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from gi.repository import Gio, GLib  # noqa: E402

from support import changes, keyring  # noqa: E402
from support.bus_relay import BusRelay  # noqa: E402
from support.kill_table import KillTable  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import PASSWORD, SECRETS, Sandbox  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

ALL_CALLS = "WATCHWORD_ALL_CALLS" in os.environ
PAUSE = 0.03  # seconds that a stopped keychain stays stopped


class Keychain:
    """What can be done to the keychain of a sandbox."""

    def __init__(self, sandbox):
        self.bus = sandbox.bus

    def kill(self):
        pid = self.bus.owner(SECRETS)
        os.kill(pid, signal.SIGKILL)
        wait_until("the keychain is gone", lambda: self.bus.owner(SECRETS) != pid, pause=0.002)

    def kill_and_unlock(self):
        self.kill()
        self.unlock()  # starts another

    def stop_and_continue(self):
        pid = self.bus.owner(SECRETS)
        os.kill(pid, signal.SIGSTOP)
        threading.Timer(PAUSE, os.kill, (pid, signal.SIGCONT)).start()

    def lock(self):
        keyring.lock(self.bus.address)

    def lock_and_unlock(self):
        self.lock()
        self.unlock()

    def unlock(self):
        """Also when the keychain that the bus started for a call to a killed one ends before it answers: the next call
        starts another."""
        for attempt in range(3):
            try:
                if keyring.is_locked(self.bus.address):
                    keyring.unlock(PASSWORD, self.bus.address)
                return
            except GLib.Error as trouble:
                if attempt == 2 or not trouble.matches(Gio.dbus_error_quark(), Gio.DBusError.NO_REPLY):
                    raise
                print("INFO   : the keychain ended before it answered", flush=True)


ACTIONS = {"killed": Keychain.kill, "killed, another unlocked": Keychain.kill_and_unlock,
           "stopped and continued": Keychain.stop_and_continue, "locked": Keychain.lock,
           "locked and unlocked": Keychain.lock_and_unlock}


@story
def nothing_is_lost_whatever_happens_to_the_keychain_between_two_calls():
    chance = seeded()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        keychain = Keychain(sandbox)
        table = KillTable(sandbox)
        table.begin(chance)
        relay = BusRelay(sandbox.run, sandbox.bus.socket)
        relayed = dict(sandbox.environment, DBUS_SESSION_BUS_ADDRESS=relay.address)
        # Unharmed, to count its calls.
        change = changes.drawn(chance, 0, table.before)
        output = table.start(change, relayed).communicate(timeout=20)[0]
        assert change.answer(output)
        table.look()
        calls = list(relay.calls)
        assert calls.count("CreateItem") == 2 and len(calls) >= 30, calls
        hits = 0
        wanted = [(name, place) for turn, name in enumerate(ACTIONS) for place in range(1, len(calls) + 1)
                  if ALL_CALLS or (turn + place) % 2 == 0]
        for name, place in wanted:
            was_hit = []

            def before_call(number, member):
                if number == place:
                    was_hit.append(member)
                    ACTIONS[name](keychain)
            change = changes.drawn(chance, 100 + table.rows, table.before)
            relay.begin(before_call)
            process = table.start(change, relayed)
            output, words = process.communicate(timeout=60)
            assert relay.trouble is None, relay.trouble
            refused = changes.refusal(process.returncode, words)
            assert bool(refused) != change.answer(output) or refused == "not-confirmed", (refused, words)
            hits += len(was_hit)
            keychain.unlock()
            table.settle(change, not refused, f"{name} before call {place} {''.join(was_hit)}", refused)
        print(f"INFO   : {table.rows} changes, the keychain hit in {hits} of them, before each of {len(calls)} calls; {table.states}",
              flush=True)
        assert hits == len(wanted), "not every call had its turn"


if __name__ == "__main__":
    run()
