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
from support.memory import find_in_memory, flags_of_mappings  # noqa: E402
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
        wait_until("the memory holds nothing of the secret", is_clear, 5, 0.3)
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
