#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program leaves of a secret: in its memory, its arguments, a core dump. Nothing, once the card is closed."""
import base64
import os
import re
import resource
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
from support.locking import FIELD, give_password, type_password, wait_locked  # noqa: E402
from support.memory import count_in_memory, dresses, find_in_memory, flags_of_mappings  # noqa: E402
from support.processes import start, wait_until  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, story  # noqa: E402

COPY = re.compile("^Copy code")
DISCARD = re.compile("^Don’t keep")
KEY = re.compile("^Key")


def new_secret():
    return base64.b32encode(os.urandom(20)).decode()


def link_to(secret):
    return f"otpauth://totp/Acme:alice?secret={secret}&issuer=Acme"


def close_card(app):
    app.keys("Escape")
    app.press(DISCARD)
    app.wait_gone("push button", COPY)


def nothing_is_left(app, secret):
    # Deferred deletion and the display's own answers take a moment.
    left = []

    def is_clear():
        left[:] = find_in_memory(app.process.pid, secret)
        return not left
    try:
        wait_until("the memory holds nothing of the secret", is_clear, 20, 0.3)
    except AssertionError as late:
        raise AssertionError(f"left in memory: {left}") from late


@story
def a_locked_vault_leaves_nothing_in_memory():
    """In password protection, without a window: what core holds of a vault."""
    secret, password = new_secret(), new_secret()
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        folder = os.path.join(sandbox.home, "vault")
        programs = os.environ["WATCHWORD_BIN"]
        mover = os.path.join(programs, "tests", "vault_mover")
        subprocess.run([os.path.join(programs, "watchword-cli"), "--data-dir", folder, "add", "-"], input=link_to(secret),
                       env=sandbox.environment, text=True, check=True, capture_output=True)
        subprocess.run([mover, folder, "password", password], env=sandbox.environment, check=True, capture_output=True)
        with subprocess.Popen([mover, folder, "hold"], env=sandbox.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              text=True) as process:
            def tell(line, answer="ok"):
                process.stdin.write(line + "\n")
                process.stdin.flush()
                assert process.stdout.readline() == answer + "\n", line

            for _ in range(2):
                tell("unlock " + new_secret(), "no")
                assert find_in_memory(process.pid, secret) == [], "opened by another password"
                tell("unlock " + password)
                assert find_in_memory(process.pid, secret), "the search finds nothing even while the vault is open"
                assert find_in_memory(process.pid, password) == [], "the password is kept"
                tell("edit")
                tell("lock")
                for one in secret, password:
                    left = find_in_memory(process.pid, one)
                    assert left == [], f"left in memory: {left}"
            process.stdin.close()


class Searched:
    """Secrets, the password and names, counted in the memory of a program in every dress: a table of that."""

    def __init__(self, pid, secrets, password, names):
        self._pid = pid
        self._columns = []
        self._pieces = {}
        self._rows = {}  # (whose, dress): places in _pieces
        for kind, values in (("keys", [(base64.b32decode(one), one) for one in secrets]),
                             ("password", [(password.encode(), password)]), ("names", [(one.encode(), one) for one in names])):
            for value, text in values:
                for dress, piece in dresses(value, text).items():
                    number = len(self._pieces)
                    self._pieces[number] = piece
                    self._rows.setdefault((kind, dress), []).append(number)
        self.places = []

    def look(self, when):
        """{kind: how much of it is there}"""
        counts, places = count_in_memory(self._pid, self._pieces)
        dress_of = {number: row for row, numbers in self._rows.items() for number in numbers}
        self.places = sorted({(where, *dress_of[number]) for where, number in places})
        column = {row: sum(counts[number] for number in numbers) for row, numbers in self._rows.items()}
        self._columns = [one for one in self._columns if one[0] != when] + [(when, column)]
        return {kind: sum(number for (whose, _), number in column.items() if whose == kind)
                for kind in ("keys", "password", "names")}

    def print(self):
        print(f"INFO   : {'':10}{'':28}" + "".join(f"{when:>10}" for when, _ in self._columns))
        for kind, dress in self._rows:
            print(f"INFO   : {kind:10}{dress:28}" + "".join(f"{column[kind, dress]:>10}" for _, column in self._columns))
        sys.stdout.flush()


def random_word(letters):
    return base64.b32encode(os.urandom(letters)).decode()[:letters].capitalize()


@story
def a_locked_window_leaves_nothing_in_memory(desktop):
    """The whole program: with the password typed, the accounts open, a code copied, a card open, and then locked."""
    secrets = [new_secret() for _ in range(4)]
    names = [random_word(17) + "1" for _ in range(4)]  # so that nobody takes one for a key: logs may have names
    password = random_word(20)
    links = [f"otpauth://totp/{name}:alice?secret={secret}&issuer={name}" for secret, name in zip(secrets, names)]
    for link in links[:3]:
        assert desktop.cli("add", "-", input=link)[0] == 0
    give_password(desktop, password)
    app = desktop.start_app()
    searched = Searched(app.process.pid, secrets, password, names)
    type_password(app, password)
    wait_until("the password is found where it was typed", lambda: searched.look("typed")["password"])
    desktop.keys("Return")
    app.wait_gone(FIELD, seconds=20)
    for name in names[:3]:
        app.find("list item", re.compile(name + ".*code [0-9]"))
    desktop.type_text(names[0])
    wait_until("one is found", lambda: len(app.rows()) == 1)
    desktop.keys("Return")
    wait_until("a code is on the clipboard", lambda: desktop.clipboard().strip())
    assert start([os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), links[3]], desktop.environment,
                 log=desktop.log("second")).wait(20) == 0
    app.find("push button", COPY, 20)
    found = searched.look("open")
    assert found["keys"] >= len(secrets) and found["names"] >= len(names), "the search finds nothing even while all is open"
    app.keys("ctrl+l")
    wait_locked(app)
    assert not app.all("push button", COPY)
    try:
        # Deferred deletion and the display's own answers take a moment.
        wait_until("the memory holds nothing", lambda: not any(searched.look("locked").values()), 20, 0.3)
    except AssertionError as late:
        raise AssertionError(f"left in memory: {searched.places}") from late
    finally:
        searched.print()
    assert not desktop.clipboard()


@story
def a_typed_key_is_in_no_memory_once_its_dialog_has_closed(desktop):
    secret = new_secret()
    app = desktop.start_app()
    app.press(re.compile("^Type"))
    field = app.find("text", KEY)
    field.click()
    desktop.type_text(secret.lower())
    wait_until("the key is typed", lambda: find_in_memory(app.process.pid, secret))
    app.keys("Escape")
    app.wait_gone("text", KEY)
    nothing_is_left(app, secret)


@story
def a_pasted_link_is_in_no_memory_once_its_card_has_closed(desktop):
    secret = new_secret()
    desktop.set_clipboard(link_to(secret))
    app = desktop.start_app()
    app.keys("ctrl+v")
    app.find("push button", COPY, 20)
    assert find_in_memory(app.process.pid, secret), "the search finds nothing even while the card is open"
    close_card(app)
    desktop.set_clipboard("something else")
    nothing_is_left(app, secret)


@story
def a_link_as_an_argument_is_in_no_memory_once_its_card_has_closed(desktop):
    secret = new_secret()
    app = desktop.start_app(link_to(secret))
    app.find("push button", COPY, 20)
    for part in ("cmdline", "environ"):
        with open(f"/proc/{app.process.pid}/{part}", "rb") as file:
            assert secret.encode() not in file.read(), f"{part} holds the secret"
    close_card(app)
    nothing_is_left(app, secret)


@story
def secrets_are_locked_and_left_out_of_dumps(desktop):
    app = desktop.start_app(link_to(new_secret()))
    app.find("push button", COPY, 20)
    arenas = [flags for size, flags in flags_of_mappings(app.process.pid) if size == 1024 and "dd" in flags]
    assert arenas and "lo" in arenas[0], "the arena of secrets is not locked, or would be in a core dump"


def dumps_core(process, number):
    """Ends it; whether the kernel wrote a core file."""
    os.kill(process.pid, number)
    _, status = os.waitpid(process.pid, 0)
    assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == number, "it did not end by that signal"
    return os.WCOREDUMP(status)


@story
def a_crash_writes_no_core_file(desktop):
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    os.chdir(desktop.temporary)
    program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
    waiting = start([program, "add", "-"], desktop.environment, log=desktop.log("cli"), stdin=-1)
    app = desktop.start_app()
    for process in (waiting, app.process):
        wait_until("the limit is set", lambda pid=process.pid: "Max core file size        0                    0 "
                   in open(f"/proc/{pid}/limits", encoding="ascii").read())
    bystander = start(["sleep", "100"], desktop.environment)
    assert dumps_core(bystander, signal.SIGSEGV), "here no program leaves a core file: the test could not fail"
    for name in os.listdir(desktop.temporary):
        os.unlink(name)
    assert not dumps_core(waiting, signal.SIGSEGV), "watchword-cli wrote a core file"
    assert not dumps_core(app.process, signal.SIGABRT), "watchword wrote a core file"
    assert not [name for name in os.listdir(desktop.temporary) if name.startswith("core")]


@story
def the_programs_bring_the_heap_that_clears_what_is_freed():
    from subprocess import run as run_program
    for name in ("watchword", "watchword-cli", "watchword-renderer", "watchword-reader"):
        symbols = run_program(["nm", "-D", "--defined-only", os.path.join(os.environ["WATCHWORD_BIN"], name)],
                              capture_output=True, text=True, check=True).stdout.split()
        assert {"free", "realloc", "reallocarray"} <= set(symbols), f"{name} was built without watchword_clearing_heap"


if __name__ == "__main__":
    run()
