#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When accounts under a password of their own lock, and what is left of them then; and what is said where there is no lock."""
import os
import re
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import processes  # noqa: E402
from support.adding import link_to, new_secret, row  # noqa: E402
from support.lock_watch import LockWatch  # noqa: E402
from support.locking import Logind, data_folder, give_password, type_password, unlock, wait_locked, write_settings  # noqa: E402
from support.memory import count_in_memory, dresses, find_in_memory  # noqa: E402
from support.processes import start, wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

PASSWORD = "a lantern for 4 watches"
SESSION_IS_LOCK = "Your login session is the lock"
HIDDEN = re.compile("code hidden")


def prepare(desktop, secret, password=PASSWORD):
    status, _, words = desktop.cli("add", "-", input=link_to(secret, "GitHub"))
    assert status == 0, words
    if password:
        give_password(desktop, password)


def copy_code(app, name="GitHub"):
    """With the keyboard: from the search, the first hit is copied."""
    row(app, name)
    app.keys("ctrl+f")
    wait_until("the search has the focus", lambda: app.find("text", "Search").has("focused"))
    app.desktop.keys("Return")
    wait_until("a code is on the clipboard", lambda: app.desktop.clipboard().strip())


def wait_clipboard_empty(desktop):
    wait_until("the clipboard is empty", lambda: not desktop.clipboard(), 5)


@story
def ctrl_l_locks_and_nothing_comes_back_without_the_password(desktop):
    prepare(desktop, new_secret())
    app = desktop.start_app()
    wait_locked(app)
    unlock(app, PASSWORD)
    copy_code(app)
    app.keys("ctrl+p")  # something to undo
    app.says("pinned")
    app.keys("F2")  # and a dialog, which has the keyboard then
    app.find("dialog")
    app.keys("ctrl+l")
    wait_locked(app)
    assert not app.all("dialog")
    assert not any("GitHub" in line for line in app.lines()), app.lines()
    wait_clipboard_empty(desktop)

    second = processes.start([os.path.join(os.environ["WATCHWORD_BIN"], "watchword")], desktop.environment,
                             log=desktop.log("second"))
    assert second.wait(20) == 0
    wait_locked(app)
    unlock(app, PASSWORD)
    row(app, "GitHub")
    app.keys("ctrl+z")
    app.says("There is nothing to undo")

    copy_code(app)
    app.keys("ctrl+q")
    assert app.process.wait(15) == 0
    assert not desktop.clipboard()
    app = desktop.start_app()
    wait_locked(app)
    app.quit()


@story
def in_the_keychain_there_is_no_lock_and_that_is_said(desktop):
    logind = Logind(desktop)
    prepare(desktop, new_secret(), password=None)
    app = desktop.start_app()
    copy_code(app)
    app.keys("ctrl+l")
    app.says(SESSION_IS_LOCK)
    wait_clipboard_empty(desktop)
    app.press("Hide codes")
    app.wait_gone("push button", "Hide codes")
    app.find("list item", HIDDEN)
    app.keys("ctrl+l")
    app.says(SESSION_IS_LOCK)
    app.press("Close")
    app.wait_gone("push button", "Close")
    copy_code(app)
    logind.set_locked(True)
    wait_clipboard_empty(desktop)
    assert not logind.sleep_is_held_up()
    row(app, "GitHub")


@story
def accounts_lock_when_nobody_has_used_the_computer_for_a_while(desktop):
    write_settings(desktop, "[locking]\nafterSeconds=5\n")
    prepare(desktop, new_secret())
    app = desktop.start_app()
    unlock(app, PASSWORD)
    row(app, "GitHub")
    # Somebody at another program is there.
    typing = os.path.join(os.path.dirname(os.path.realpath(__file__)), "support", "typing_window.py")
    other = start(["/usr/bin/python3", typing, "1200", "100"], desktop.environment, log=desktop.log("typing"))
    wait_until("the other window has the keyboard", lambda: "ready" in open(desktop.log("typing"), encoding="utf-8").read(), 20)
    for _ in range(8):
        desktop.keys("x")
        time.sleep(1)  # this is the thing that is being waited for
    row(app, "GitHub")
    wait_locked(app, 15)
    other.kill()


@story
def accounts_lock_with_the_session_and_before_sleep(desktop):
    logind = Logind(desktop)
    saver = start(["/usr/bin/python3", "-m", "dbusmock", "--template", "gnome_screensaver"], desktop.environment,
                  log=desktop.log("saver"))
    wait_until("the screen saver is there", lambda: desktop.bus.owner("org.gnome.ScreenSaver"), 20)
    secret = new_secret()
    prepare(desktop, secret)
    app = desktop.start_app()
    unlock(app, PASSWORD)
    copy_code(app)
    logind.set_locked(True)
    wait_locked(app)
    wait_clipboard_empty(desktop)
    logind.set_locked(False)

    type_password(app, PASSWORD)
    typed = dresses(PASSWORD.encode(), PASSWORD)
    wait_until("it is there", lambda: any(count_in_memory(app.process.pid, typed)[0].values()))
    set_active(desktop, True)  # what was typed does not wait for whoever comes next
    wait_until("it is gone", lambda: not any(count_in_memory(app.process.pid, typed)[0].values()), 5)
    set_active(desktop, False)
    unlock(app, PASSWORD)
    row(app, "GitHub")
    set_active(desktop, True)
    wait_locked(app)
    set_active(desktop, False)
    saver.kill()

    unlock(app, PASSWORD)
    row(app, "GitHub")
    assert find_in_memory(app.process.pid, secret), "the search finds nothing even while the vault is open"
    assert logind.sleep_is_held_up()
    # A change waits for another computer, and with it what it works with: for two seconds it is waited for.
    lock_file = os.path.join(data_folder(desktop), "vault.lock")
    watch = LockWatch(data_folder(desktop))
    with open(lock_file, "w", encoding="utf-8") as lock:
        lock.write("12345\nwatchword\nreading-room-3\n" + "0123456789abcdef" * 2 + "\n01234567-89ab-cdef-0123-456789abcdef\n")
    app.keys("Down", "ctrl+p")
    wait_until("the change waits", watch.was_found_taken)
    watch.close()
    began = time.monotonic()
    logind.prepare_for_sleep(True)
    wait_until("the computer may sleep", lambda: not logind.sleep_is_held_up(), 15, pause=0.005)
    assert time.monotonic() - began > 1.5, "it may sleep before all is wiped"
    app.process.send_signal(19)  # as it stands at that moment
    left = find_in_memory(app.process.pid, secret)
    app.process.send_signal(18)
    assert left == [], f"left in memory: {left}"
    wait_locked(app)
    os.unlink(lock_file)
    logind.prepare_for_sleep(False)
    wait_until("the next sleep is held up again", logind.sleep_is_held_up)
    unlock(app, PASSWORD)
    row(app, "GitHub")


def set_active(desktop, is_active):
    from gi.repository import GLib
    desktop.bus.call("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "SetActive",
                     GLib.Variant("(b)", (is_active,)))


if __name__ == "__main__":
    run()
