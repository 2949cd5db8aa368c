#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins to approve when something is wrong with what the server sends, with clocks, or with the way to the server: the built
program, over TLS, with a server (support/push_server) that shares no code with it."""
# time limit: 600 s
import json
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.moved_clock import MovedClock  # noqa: E402
from support.notices import Dunst, Watch  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.said import plain, says  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

VECTORS = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "data", "push", "vectors.json")
COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine
PROMPT = re.compile("Are you signing in to")


def row_says(app, name, pattern, seconds=COMES):
    """The one row whose name has this in it."""
    def said():
        rows = [plain(row) for row in app.rows() if name in row]
        return len(rows) == 1 and re.search(pattern, rows[0])
    wait_until(f"the row of {name} says {pattern!r}", said, seconds)


def click(app, name):
    """The mouse, as soon as that can be pressed."""
    node = app.find("push button", name)
    wait_until(f"{name!r} can be pressed", lambda: node.has("enabled"), 20)
    node.click()


def approve(app):
    app.find("dialog", PROMPT, COMES)
    click(app, "Approve")
    says(app, "^Approved$")
    for close in app.all("push button", "Close"):  # or it goes by itself
        close.click()
    app.wait_gone("dialog", seconds=30)


def doctor(desktop):
    status, output, words = desktop.cli("doctor", "--json")
    assert status == 0, words
    return json.loads(output)


def listed(desktop):
    status, output, words = desktop.cli("list", "--json")
    assert status == 0, words
    return [one["serial"] for one in json.loads(output)]


def polls(server):
    return sum(one["method"] == "GET" for one in server.ask("seen")["requests"])


def wait_for_polls(server, number):
    before = polls(server)
    wait_until("the server was asked", lambda: polls(server) >= before + number, COMES)


def history(app):
    before = len(app.desktop.windows_of(app.process.pid))
    app.find("push button", "Menu").click()
    wait_until("the menu is open", lambda: len(app.desktop.windows_of(app.process.pid)) > before)
    app.desktop.keys("h")
    app.find("label", "Sign-in history")
    lines = [plain(node.name) for node in app.all("list item", within=app.find("dialog", "Sign-in history"))]
    app.press("Close")
    app.wait_gone("dialog")
    return lines


def not_signed(own, other):
    """What `own` must not believe: (fields that are different, serial whose key signs). Each of the vectors' as it stands there,
    and made of a challenge that this server has signed in the same way; then what another account's key signed."""
    with open(VECTORS, encoding="utf-8") as file:
        vectors = json.load(file)
    right = {one["nonce"]: one for one in vectors["poll_response_value"]}
    for bad in vectors["bad_challenges"]:
        everything = {"require_presence": None, "version": None} | bad
        yield everything | {"serial": own}, own
        good = right[bad["nonce"]]
        yield {name: bad.get(name) for name in {*good, *bad} if bad.get(name) != good.get(name)}, own
    yield {}, other
    yield {"serial": other}, other


@story
def what_the_account_s_own_server_did_not_sign_is_not_there(desktop):
    server = SignInServer(desktop)
    server.enrol()
    server.ask("own_key")
    other = server.enrol_another()
    watch = Watch(desktop)
    dunst = Dunst(desktop).start()
    app = desktop.start_app()
    right = server.challenge()  # of which it can be seen what would be there
    app.find("dialog", PROMPT, COMES)
    dunst.wait_for("A sign-in is waiting")
    server.ask("answered_elsewhere", transaction=right["transaction"])
    says(app, "^Answered elsewhere$", COMES)
    click(app, "Close")
    app.wait_gone("dialog")
    dunst.wait_empty()

    before = (watch.notices(), history(app), len(desktop.windows_of(app.process.pid)))
    assert before[0] > 0 and len(before[1]) == 1
    wanted = 0
    server.ask("hold", is_on=True)  # one poll brings them all, as the count is saved at most once a minute
    for changed, signer in not_signed(server.serial, other):
        mode = "require_presence" if "require_presence" in changed and not {"title", "question"} & set(changed) else "standard"
        server.ask("challenge", serial=server.serial, mode=mode, signed_by=signer, fields=changed)
        wanted += 1
    assert wanted == 16
    server.ask("hold", is_on=False)
    wait_until("the doctor counts them", lambda: doctor(desktop)["refusedRequests"] > 0, COMES)
    assert doctor(desktop)["refusedRequests"] == wanted, doctor(desktop)
    wait_for_polls(server, 3)
    row_says(app, server.serial, "Approve / Deny, Last contact")
    row_says(app, other, "Approve / Deny, Last contact")
    assert not app.all("dialog") and not app.all("push button", "Review"), app.tree()
    assert (watch.notices(), history(app), len(desktop.windows_of(app.process.pid))) == before
    assert not [one for one in server.ask("seen")["requests"] if one["method"] == "POST" and "pubkey" not in one["body"]]

    challenge = server.challenge()  # and among them a right one comes as ever
    approve(app)
    assert server.state(challenge) == "accept"


@story
def a_server_s_clock_that_is_not_this_computer_s(desktop):
    server = SignInServer(desktop)
    server.enrol()
    server.ask("clock", offset=120)
    app = desktop.start_app()
    challenge = server.challenge()
    approve(app)
    assert server.state(challenge) == "accept"
    app.activate()
    app.keys("ctrl+f", "Escape", "Down", "Home", "Return")
    says(app, f"The clock of {re.escape(server.host)} is 2 minutes ahead of this computer’s")
    desktop.picture("clock")
    server.ask("clock", offset=-120)
    app.press("Check now")
    says(app, f"The clock of {re.escape(server.host)} is 2 minutes behind this computer’s", COMES)
    server.ask("clock", offset=13 * 3600)  # more than is believed
    app.press("Check now")
    says(app, "The clocks of this computer and of .* differ by more than a minute", COMES)
    desktop.picture("clock-far")
    server.ask("clock", offset=0)
    app.press("Check now")
    says(app, "The server answered: no sign-in is waiting", COMES)
    app.press("Close")
    app.wait_gone("dialog")
    challenge = server.challenge()
    approve(app)
    assert server.state(challenge) == "accept" and listed(desktop) == [server.serial]


@story
def somebody_sets_the_clock_while_a_request_waits(desktop):
    server = SignInServer(desktop)
    server.enrol()
    clock = MovedClock(desktop)
    app = desktop.start_app(environment=clock.environment)
    for hours in (3, -3):  # on from each other: 3, then back by 6
        challenge = server.challenge()
        app.find("dialog", PROMPT, COMES)
        clock.set(3600 * hours)
        wait_for_polls(server, 3)
        assert app.all("dialog", PROMPT), app.tree()
        says(app, r"About 1?\d\d seconds left")
        desktop.picture(f"clock{hours}")
        approve(app)
        assert server.state(challenge) == "accept"
    assert len(history(app)) == 2
    app.quit()
    app = desktop.start_app()  # by the right one again
    says(app, "Last contact", COMES)
    assert len(history(app)) == 2 and listed(desktop) == [server.serial]


TROUBLES = (  # what the server does, and what the row says of it
    ({"fault": "garbage"}, "is not a server for sign-in requests"),
    ({"fault": "big"}, "answered with far more than an answer has"),
    ({"fault": "redirect"}, "sends Watchword on to another address, where it does not go"),
    ({"listen": False}, "cannot be reached"),
    ({"certificate": "other_ca"}, "is not from an authority that this computer trusts, so nothing was sent"),
    ({"certificate": "other_host"}, "The certificate that was shown is not one of"),
)


@story
def a_server_in_trouble_while_it_is_asked(desktop):
    server, slow = SignInServer(desktop), SignInServer(desktop, "Library")
    server.enrol()
    slow.enrol()
    slow.ask("fault", name="drip")
    clock = MovedClock(desktop)
    app = desktop.start_app(environment=clock.environment)
    row_says(app, "Nextcloud", "Last contact")
    app.activate()
    app.keys("ctrl+f")
    desktop.type_text("Nextcloud")
    app.keys("Return")

    def check(words):
        app.press("Check now")
        row_says(app, "Nextcloud", words)
    for trouble, words in TROUBLES:
        if "fault" in trouble:
            server.ask("fault", name=trouble["fault"])
        else:
            server.ask("fault", name="hang_up")  # of the connection that is there
            check("did not answer")
            server.ask("fault")
            if "certificate" in trouble:
                server.ask("certificate", name=trouble["certificate"])
            else:
                server.ask("listen", is_on=False)
        check(words)
        desktop.picture("trouble-" + "-".join(map(str, trouble.values())))
        server.ask("fault")
        server.ask("certificate", name="good")
        if "listen" in trouble:
            server.ask("listen", is_on=True)
        check("Last contact")
    assert not server.ask("seen")["redirected"]
    app.press("Close")
    app.wait_gone("dialog")
    app.keys("ctrl+f", "Escape")
    clock.wait(30)
    row_says(app, "Library", "did not answer")  # after its 30 seconds
    slow.ask("fault")
    clock.wait(60)
    row_says(app, "Library", "Last contact")  # by itself
    assert sorted(listed(desktop)) == sorted([server.serial, slow.serial])
    challenge = server.challenge()
    approve(app)
    assert server.state(challenge) == "accept"


if __name__ == "__main__":
    run()
