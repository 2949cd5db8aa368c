#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-in requests in the desktop's notifications: the built program, a server over TLS, and the real dunst."""
# time limit: 600 s
import os
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from gi.repository import GLib  # noqa: E402
from support.notices import NOTIFICATIONS, Dunst, Watch  # noqa: E402
from support.processes import start, wait_until  # noqa: E402
from support.sandbox import Bus  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine
WAITS = "A sign-in is waiting for your answer"


def enrolled(desktop):
    server = SignInServer(desktop)
    server.enrol()
    return server


def polls(server):
    return sum(one["method"] == "GET" for one in server.ask("seen")["requests"])


@story
def denied_from_its_notice(desktop):
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    app = desktop.start_app()
    server.ask("texts", title="words of the server", question="more words of the server")
    challenge = server.challenge()
    dunst.wait_for(WAITS, seconds=COMES)
    desktop.picture("notice")
    assert "Nextcloud" in dunst.printed() and server.serial in dunst.printed()
    assert "words of the server" not in dunst.printed()
    assert "Approve" not in dunst.printed()
    assert server.state(challenge) == "pending" and not server.answers(challenge)

    dunst.choose("Deny")
    wait_until("the server has the denial", lambda: server.state(challenge) == "declined", 20)
    dunst.wait_for("Denied")
    desktop.picture("notice_denied")
    assert len(server.answers(challenge)) == 1
    assert app.is_running


@story
def taken_away_when_another_device_answered(desktop):
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    desktop.start_app()
    challenges = [server.challenge() for _ in range(3)]
    dunst.wait_for("1 more sign-in waiting", 3, COMES)
    desktop.picture("notices")
    for challenge in challenges:
        server.ask("answered_elsewhere", transaction=challenge["transaction"])
    dunst.wait_empty(COMES)


@story
def a_denial_that_the_server_may_not_have_heard(desktop):
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    desktop.start_app()
    server.challenge()
    dunst.wait_for(WAITS, seconds=COMES)
    server.ask("fault", name="hang_up")
    dunst.choose("Deny")
    dunst.wait_for("The server may not have heard you", seconds=60)
    assert "Denied" not in dunst.printed()
    desktop.picture("notice_unheard")


@story
def review_brings_it_to_the_front(desktop):
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    app = desktop.start_app()
    desktop.show_picture(desktop.write_qr("another program's"), 100, 100)
    other = desktop.run_tool("xdotool", "search", "--onlyvisible", "--name", "^picture code.png").split()[-1]
    desktop.run_tool("xdotool", "windowactivate", "--sync", other)
    challenge = server.challenge()
    dunst.wait_for(WAITS, seconds=COMES)
    assert desktop.run_tool("xdotool", "getactivewindow").strip() == other, "a request took the keyboard"
    dunst.click()
    wait_until("Watchword is in front", lambda: front(desktop) == app.process.pid)
    title = desktop.run_tool("xdotool", "getactivewindow", "getwindowname")
    assert "Sign-in request" in title, title
    dunst.wait_empty()
    assert server.state(challenge) == "pending" and not server.answers(challenge)


def front(desktop):
    """Process id of the window that has the focus; 0 when there is none."""
    return int(desktop.run_tool("xdotool", "getactivewindow", "getwindowpid", check=False).strip() or 0)


@story
def a_stranger_on_the_bus_denies_nothing(desktop):
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    desktop.start_app()
    challenge = server.challenge()
    dunst.wait_for(WAITS, seconds=COMES)
    stranger = desktop.bus.connection()
    names = stranger.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "ListNames", None, None, 0, 5000, None)
    for target in [None] + [name for name in names.unpack()[0] if name.startswith(":")]:
        for number in range(1, 20):
            for action in ("deny", "review", "default"):
                stranger.emit_signal(target, "/org/freedesktop/Notifications", NOTIFICATIONS, "ActionInvoked",
                                     GLib.Variant("(us)", (number, action)))
    stranger.flush_sync(None)
    before = polls(server)
    wait_until("the server was asked again", lambda: polls(server) > before, COMES)
    assert server.state(challenge) == "pending" and not server.answers(challenge)
    assert dunst.displayed() == 1
    dunst.choose("Deny")  # and this one counts
    wait_until("the server has the denial", lambda: server.state(challenge) == "declined", 20)


@story
def nothing_is_said_of_what_the_server_did_not_sign(desktop):
    server = enrolled(desktop)
    watch = Watch(desktop)
    dunst = Dunst(desktop).start()
    desktop.start_app()
    right = server.challenge()  # of which it can be seen that a notice would be
    dunst.wait_for(WAITS, seconds=COMES)
    server.ask("answered_elsewhere", transaction=right["transaction"])
    dunst.wait_empty(COMES)
    before = watch.notices()
    assert before > 0
    for changed in ({"signature": "A" * 824}, {"title": "changed"}, {"nonce": "B" * 32}, {"signature": None},
                    {"url": "https://elsewhere.example/ttype/push"}):
        server.ask("challenge", serial=server.serial, **changed)
    asked = polls(server)
    wait_until("the server was asked twice", lambda: polls(server) > asked + 1, 2 * COMES)
    assert watch.notices() == before
    assert dunst.displayed() == 0


@story
def with_nobody_to_show_it_and_then_somebody(desktop):
    server = enrolled(desktop)
    app = desktop.start_app()
    challenge = server.challenge()
    before = polls(server)
    wait_until("the server was asked", lambda: polls(server) > before + 1, 2 * COMES)
    assert app.is_running
    app.find("push button", "Menu")  # and answers
    Dunst(desktop).start().wait_for(WAITS)
    assert server.state(challenge) == "pending"


@story
def nobody_is_asked_while_the_session_is_locked(desktop):
    system = Bus(desktop, "system_bus")
    system.start(desktop.environment)
    start(["/usr/bin/python3", "-m", "dbusmock", "--template", "logind"], desktop.environment, log=desktop.log("logind"))
    wait_until("logind is there", lambda: system.owner("org.freedesktop.login1"), 20)

    def logind(path, interface, method, *arguments):
        words = ["gdbus", "call", "--system", "--dest", "org.freedesktop.login1", "--object-path", "/org/freedesktop/login1" + path,
                 "--method", f"{interface}.{method}", *arguments]
        subprocess.run(words, env=desktop.environment, check=True, capture_output=True)

    def lock(is_locked):
        logind("/session/auto", "org.freedesktop.login1.Session", "SetLockedHint", str(is_locked).lower())

    logind("", "org.freedesktop.DBus.Mock", "AddSession", "auto", "seat0", "1000", "tester", "true")
    server = enrolled(desktop)
    dunst = Dunst(desktop).start()
    desktop.start_app()
    first = server.challenge()
    dunst.wait_for(WAITS, seconds=COMES)
    lock(True)
    dunst.wait_empty()
    before = polls(server)
    second = server.challenge()
    try:
        wait_until("the server is asked", lambda: polls(server) > before + 1, 25)  # one may have been under way
        raise RuntimeError("it was asked while the session was locked")
    except AssertionError:
        pass
    assert dunst.displayed() == 0
    lock(False)
    dunst.wait_for(WAITS, 2)  # both, and at once
    assert server.state(first) == server.state(second) == "pending"

    # The same for sleep.
    logind("", "org.freedesktop.DBus.Mock", "EmitSignal", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", "[<true>]")
    dunst.wait_empty()
    logind("", "org.freedesktop.DBus.Mock", "EmitSignal", "org.freedesktop.login1.Manager", "PrepareForSleep", "b", "[<false>]")
    dunst.wait_for(WAITS, 2)


if __name__ == "__main__":
    run()
