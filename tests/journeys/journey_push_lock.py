#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins to approve on accounts with a password of their own: a server that wants it before approvals, and requests while
Watchword is locked. The built program, over TLS, with a server (support/push_server) that shares no code with it."""
import os
import re
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import secrets  # noqa: E402
from support.adding import link_to, new_secret, row  # noqa: E402
from support.moved_clock import MovedClock  # noqa: E402
from support.notices import Dunst  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.said import says  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

PASSWORD = "drei alte Eulen im Turm"
COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine
PATIENCE = 60  # seconds: a key of 4096 bits takes long on a busy machine
PROMPT = re.compile("Are you signing in to")
QUIET = 0.9  # seconds: FreshKeys::quiet, and a little


def click(app, name):
    """The mouse, as soon as that can be pressed."""
    node = app.find("push button", name)
    wait_until(f"{name!r} can be pressed", lambda: node.has("enabled"), 20)
    node.click()


def type_password(app, password):
    """In the prompt, wherever the focus is in it."""
    says(app, "^The password of your accounts$")
    time.sleep(QUIET)
    app.desktop.type_text(password)


def close(app):
    click(app, "Close")
    app.wait_gone("dialog", PROMPT)


def main_window(app):
    """The window that was made first."""
    return app.desktop.windows_of(app.process.pid)[0]


def lock(app):
    app.desktop.run_tool("xdotool", "windowactivate", "--sync", main_window(app))
    app.desktop.keys("ctrl+l")
    says(app, "Watchword is locked")


def unlock(app):
    app.desktop.run_tool("xdotool", "windowactivate", "--sync", main_window(app))
    app.desktop.type_text(PASSWORD)
    app.desktop.keys("Return")
    app.wait_gone(None, "Watchword is locked", 20)


def requests(server):
    return len(server.ask("seen")["requests"])


def enrol(app, server):
    """By the link of a token that wants a lock, on accounts in the keychain: they get a password on the way."""
    server.ask("link", app_force_unlock="pin")
    token = server.ask("token")
    secrets.note(token["link"])
    server.serial = token["serial"]
    app.desktop.set_clipboard(token["link"])
    app.keys("ctrl+v")
    says(app, "wants Watchword to ask for a password before each approval.")
    app.desktop.picture("lock-wanted")
    app.press("Use a password…")
    app.find("push button", "Use this password")
    for name in ("Password", "Password once more"):
        app.find("password text", name).click()
        app.desktop.type_text(PASSWORD)
    app.press("Use this password")
    app.find(None, "Approve sign-ins on this computer?", 20)
    says(app, "Your password before each approval")
    app.desktop.picture("lock-card")
    app.press("Set it up")
    app.press("Open the authority’s certificate…", seconds=PATIENCE)
    app.find("text", re.compile("^File name")).set_text(server.authority)
    app.press("Open")
    app.press("Trust it for this server", seconds=PATIENCE)
    app.press("Skip the test", seconds=PATIENCE)
    app.wait_gone("push button", "Skip the test")


@story
def a_password_before_approvals_and_requests_under_lock(desktop):
    server = SignInServer(desktop)
    assert desktop.cli("add", "-", input=link_to(new_secret()))[0] == 0
    dunst = Dunst(desktop).start()
    clock = MovedClock(desktop)
    app = desktop.start_app(environment=clock.environment)
    row(app)
    enrol(app, server)

    # More than a minute after the password was given it is wanted again, and only the right one will do.
    clock.wait(61)
    challenge = server.challenge()
    app.find("dialog", PROMPT, COMES)
    click(app, "Approve")
    type_password(app, "wrong")
    click(app, "Approve")
    says(app, "That is not the password")
    desktop.picture("lock-wrong")
    assert server.answers(challenge) == []
    time.sleep(QUIET)
    desktop.type_text(PASSWORD)
    click(app, "Approve")
    says(app, "^Approved$")
    assert server.state(challenge) == "accept"
    close(app)
    challenge = server.challenge()  # within that minute it is not
    app.find("dialog", PROMPT, COMES)
    click(app, "Approve")
    says(app, "^Approved$")
    assert server.state(challenge) == "accept"
    close(app)

    # Locked while one waits: how many, no more, and nobody is asked.
    challenge = server.challenge()
    app.find("dialog", PROMPT, COMES)
    dunst.wait_for("A sign-in is waiting")
    lock(app)
    app.wait_gone("dialog", PROMPT)
    says(app, "^1 request waiting. Unlock Watchword to look.$")
    says(app, "^Sign-ins are not checked while Watchword is locked.$")
    dunst.wait_for("1 request waiting")
    desktop.picture("lock-waiting")
    assert not app.all("push button", "Review") and not any("Nextcloud" in line for line in app.lines())
    before = requests(server)
    clock.wait(30)  # the pause between two polls is 15 s
    time.sleep(1)
    assert requests(server) == before, "a poll while it is locked"
    unlock(app)
    app.find("dialog", PROMPT, COMES)
    assert not any("Unlock Watchword" in line for line in app.lines())

    # Locked while it is asked why: the denial goes out by itself afterwards.
    click(app, "Deny")
    says(app, "It will be denied. Was it you")
    lock(app)
    app.wait_gone("dialog")
    assert server.answers(challenge) == []
    unlock(app)
    wait_until("the denial is sent", lambda: server.state(challenge) == "declined", COMES)
    assert not app.all("dialog", PROMPT)

    # Its time goes on under the lock, and then nothing is said of it any more.
    server.challenge()
    app.find("dialog", PROMPT, COMES)
    lock(app)
    says(app, "^1 request waiting")
    clock.wait(121)
    wait_until("it is over", lambda: not any("waiting" in line for line in app.lines()))
    dunst.wait_empty()


if __name__ == "__main__":
    run()
