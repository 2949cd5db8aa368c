#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins approved and denied on the built program, over TLS, with a server (support/push_server) that shares no code with it."""
# time limit: 900 s
import os
import re
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

TYPING_WINDOW = os.path.join(os.path.dirname(os.path.realpath(__file__)), "support", "typing_window.py")
COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine


def comes(app, seconds=COMES):
    """The window of a request, which is there without anybody's doing."""
    return app.find("dialog", re.compile("Are you signing in to"), seconds)


def says(app, pattern, seconds=20):
    """A text of the program's, without the marks that keep a name's direction apart."""
    def found():
        words = [re.sub("[\u2068\u2069\u200b]", "", node.name) for node in app.all("label")]
        return any(re.search(pattern, one) for one in words)
    wait_until(f"it says {pattern!r}", found, seconds)


def click(app, name):
    """The mouse, as soon as that can be pressed."""
    node = app.find("push button", name)
    wait_until(f"{name!r} can be pressed", lambda: node.has("enabled"), 20)
    node.click()


def press_key(app, *names):
    """In the prompt, after the moment in which it takes no keys: FreshKeys::quiet."""
    app.activate()
    time.sleep(0.9)
    app.desktop.keys(*names)


def wait_for_polls(server, number):
    def polls():
        return sum(one["method"] == "GET" for one in server.ask("seen")["requests"])
    before = polls()
    wait_until("the server was asked", lambda: polls() >= before + number, COMES)


def close(app):
    click(app, "Close")
    wait_until("the prompt has gone", lambda: not app.all("push button", "Close"))


def history(app):
    """The lines of the sign-in history, the latest first."""
    before = len(app.desktop.windows_of(app.process.pid))
    app.find("push button", "Menu").click()
    wait_until("the menu is open", lambda: len(app.desktop.windows_of(app.process.pid)) > before)
    app.desktop.keys("h")
    app.find("label", "Sign-in history")
    lines = [node.name for node in app.all("list item", within=app.find("dialog", "Sign-in history"))]
    app.press("Close")
    wait_until("the history has gone", lambda: not app.all("dialog"))
    return lines


@story
def approve(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge()
    comes(app)
    says(app, "Sign-in to Nextcloud as")  # the banner
    says(app, f"^Server: {re.escape(server.host)}$")
    says(app, "^“Do you want to confirm the login\\?”$")
    assert not app.find("push button", "Approve").has("enabled") or server.state(challenge) == "pending"
    desktop.picture("sign-in")
    click(app, "Approve")
    says(app, "^Approved$")
    assert server.state(challenge) == "accept"
    assert server.finish(challenge) == "ACCEPT"
    desktop.picture("approved")
    wait_until("it closes by itself", lambda: not app.all("label", "Approved"), 20)
    assert len(server.answers(challenge)) == 1
    assert not app.all("push button", "Review"), "the banner is still there"
    assert [re.sub("[\u2068\u2069]", "", line).split("\n")[0] for line in history(app)] == [f"Nextcloud, {server.serial}"]


@story
def deny_and_say_why(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()

    challenge = server.challenge()  # by keys alone
    comes(app)
    press_key(app, "Escape")
    says(app, "It will be denied. Was it you")
    desktop.picture("why")
    assert server.answers(challenge) == []  # the reason goes with the denial
    press_key(app, "Return")
    says(app, "^Denied$")
    says(app, "Change your password now")
    desktop.picture("denied")
    assert server.state(challenge) == "declined"
    close(app)

    challenge = server.challenge()  # by the mouse
    comes(app)
    click(app, "Deny")
    click(app, "I started it and cancelled")
    says(app, "^Denied$")
    assert server.state(challenge) == "cancelled"
    assert server.finish(challenge) == "REJECT"
    close(app)
    assert ["Denied" in line for line in history(app)] == [True, True]


@story
def deny_where_the_server_knows_no_reasons(desktop):
    server = SignInServer(desktop, title="eduMFA", version="edumfa")
    server.enrol()
    app = desktop.start_app()
    for count in (1, 2):
        challenge = server.challenge()
        comes(app)
        press_key(app, "Return")  # Deny has the keyboard
        says(app, "^Denied$")
        assert server.state(challenge) == "declined"
        click(app, "It wasn’t me")
        says(app, "Change your password now")
        assert bool(app.all("label", re.compile("You denied twice"))) == (count == 2)
        desktop.picture("denied-twice")
        close(app)
    challenge = server.challenge()  # which is listed, and does not come up
    says(app, "Sign-in to eduMFA", COMES)
    wait_for_polls(server, 1)
    assert not app.all("dialog")
    click(app, "Review")
    comes(app)
    click(app, "Approve")
    says(app, "^Approved$")


@story
def numbers(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()

    challenge = server.challenge("require_presence")  # right, after a slip
    comes(app)
    press_key(app, "1", "1", "1")
    desktop.picture("number")
    click(app, "Approve with 111")
    says(app, "not among the choices")
    desktop.picture("slip")
    assert server.answers(challenge) == []
    press_key(app, *challenge["right"])
    click(app, f"Approve with {challenge['right']}")
    says(app, "^Approved$")
    assert server.finish(challenge) == "ACCEPT"
    close(app)

    challenge = server.challenge("require_presence")  # one of those offered, and not the right one
    comes(app)
    click(app, "Show choices")
    choices = app.all("radio button")
    desktop.picture("choices")
    wrong = next(one for one in choices if one.name != challenge["right"])
    wrong.click()
    click(app, f"Approve with {wrong.name}")
    says(app, "The server did not take your answer")
    assert server.finish(challenge) == "REJECT"
    close(app)

    challenge = server.challenge("require_presence")  # twice none of those offered
    comes(app)
    for slip in ("111", "222"):
        press_key(app, *slip)
        click(app, f"Approve with {slip}")
        says(app, "not among the choices" if slip == "111" else "^Denied$")
    assert server.state(challenge) == "declined"
    assert "presence_answer" not in "".join(server.answers(challenge))


@story
def a_code_to_be_typed_at_the_login(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge("code_to_phone")
    comes(app)
    click(app, "Approve")
    says(app, "Type this code where you sign in")
    code = app.find("label", re.compile(r"^\d\d$"))
    desktop.picture("code")
    assert server.finish(challenge, code.name) == "ACCEPT"
    close(app)
    assert len(server.answers(challenge)) == 1


@story
def typing_in_another_window_while_it_comes(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    desktop.start_program("/usr/bin/python3", TYPING_WINDOW, "60", "60", log="typing")

    def printed():
        with open(desktop.log("typing"), encoding="utf-8") as log:
            return log.read().splitlines()
    wait_until("the other program has the keyboard", lambda: "ready" in printed(), 20)
    before = len(printed())
    challenge = server.challenge()
    typed, came, end = "", None, time.monotonic() + COMES
    while came is None or time.monotonic() < came + 4:
        desktop.run_tool("xdotool", "type", "--delay", "15", "--", "a bc ")  # blanks would press a button
        desktop.run_tool("xdotool", "key", "Return")
        typed += "a bc "
        if came is None and app.all("dialog", re.compile("Are you signing in to")):
            came = time.monotonic()
        assert time.monotonic() < end + 10, "no request came"
    wait_until("all characters have arrived", lambda: f"text {typed}" in printed())
    assert "left" not in printed()[before:], "the keyboard went elsewhere"
    assert app.find("push button", "Approve").has("enabled"), "it was looked at for long enough"
    assert server.answers(challenge) == [] and server.state(challenge) == "pending"
    desktop.picture("typing")
    click(app, "Approve")
    says(app, "^Approved$")


@story
def two_servers_at_once(desktop):
    first, second = SignInServer(desktop, "Nordhafen"), SignInServer(desktop, "Library", version="3.13")
    first.enrol()
    second.enrol()
    app = desktop.start_app()
    one, other = first.challenge(), second.challenge()
    comes(app)
    says(app, "2 sign-ins waiting")
    says(app, "1 more waiting")
    desktop.picture("two")
    servers = [(first, one), (second, other)]
    if "Library" in comes(app).name:
        servers.reverse()
    click(app, "Approve")
    says(app, "^Approved$")
    app.find("push button", "Next request")  # by a click, and never by itself: tst_answer_requests
    desktop.picture("next")
    assert [server.state(challenge) for server, challenge in servers] == ["accept", "pending"]
    click(app, "Next request")
    click(app, "Approve")
    says(app, "^Approved$")
    assert servers[1][0].state(servers[1][1]) == "accept"


@story
def the_server_hangs_up_on_the_answer(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge()
    comes(app)
    server.ask("fault", name="hang_up")
    click(app, "Approve")
    says(app, "The server may not have heard you")
    desktop.picture("unheard")
    server.ask("fault")
    wait_for_polls(server, 2)  # nothing is sent again by itself
    assert len(server.answers(challenge)) == 1
    click(app, "Try again")
    says(app, "^Approved$")
    bodies = server.answers(challenge)
    assert len(bodies) == 2 and bodies[0] == bodies[1]
    assert server.state(challenge) == "accept"


@story
def the_answer_is_heard_and_nobody_says_so(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge()
    comes(app)
    server.ask("fault", loses_answers=True)
    click(app, "Approve")
    says(app, "The server may not have heard you")
    server.ask("fault")
    says(app, "The server does not ask any more", COMES)
    assert not app.all("label", "Approved"), "nobody has said that"
    assert len(server.answers(challenge)) == 1


@story
def a_restart_with_a_request_that_waits(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge()
    comes(app)
    app.quit()
    assert server.answers(challenge) == []
    app = desktop.start_app()
    comes(app)
    server.ask("fault", name="silent")
    click(app, "Deny")
    click(app, "It wasn’t me")  # chosen, and killed before it is answered
    wait_until("the answer is on its way", lambda: len(server.answers(challenge)) == 1, 20)
    app.kill()
    server.ask("fault")
    app = desktop.start_app()
    says(app, "may not have heard your answer", COMES)
    assert not app.all("dialog")
    assert len(server.answers(challenge)) == 1
    click(app, "Review")
    says(app, "The server may not have heard you")
    assert not app.all("push button", "Approve"), "another answer can be given"
    click(app, "Try again")
    says(app, "^Denied$")
    bodies = server.answers(challenge)
    assert len(bodies) == 2 and bodies[0] == bodies[1]
    assert server.state(challenge) == "declined"


if __name__ == "__main__":
    run()
