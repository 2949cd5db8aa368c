#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts that approve sign-ins, in the list of the built program: found, looked at, asked at a real server over TLS,
renamed, put into the trash, taken back, removed for ever; and beside it the command line."""
# time limit: 600 s
import json
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

CODES = "otpauth://totp/GitHub:bob?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub"
COMES = 60  # seconds: the pause between two polls, with its jitter, on a busy machine


def json_of(desktop, *arguments):
    status, output, words = desktop.cli(*arguments, "--json")
    assert status == 0, words
    return json.loads(output)


def slots(desktop):
    """What the keychain holds of the accounts."""
    return "".join(desktop.secret_tool(user="watchword/accounts/" + slot, server="Watchword") for slot in "ab")


def wait_for_rows(app, *patterns):
    wait_until(f"the rows are {patterns}", lambda: len(app.rows()) == len(patterns) and all(map(re.search, patterns, app.rows())), COMES)


def choose(app, number):
    """A row by its place."""
    app.activate()
    app.keys("ctrl+f", "Escape", "Down", "Home", *["Down"] * number)
    wait_until("it is chosen", lambda: len(app.rows()) > number and app.all("list item")[number].has("selected"))


def open_trash(app):
    before = len(app.desktop.windows_of(app.process.pid))
    app.find("push button", "Menu").click()
    wait_until("the menu is open", lambda: len(app.desktop.windows_of(app.process.pid)) > before)
    app.desktop.keys("t")


@story
def from_the_search_to_the_trash_and_for_ever(desktop):
    assert desktop.cli("add", "-", input=CODES)[0] == 0
    server = SignInServer(desktop)
    server.enrol()
    listed = json_of(desktop, "list")
    assert [one["type"] for one in listed] == ["totp", "push"], listed
    assert listed[1] == {"id": listed[1]["id"], "issuer": "Nextcloud", "name": listed[1]["name"], "type": "push",
                         "server": "privacyidea", "host": server.host, "serial": server.serial, "state": "unproven"}
    assert f"Approve / Deny with {server.host}" in desktop.cli("list")[1]
    status, _, words = desktop.cli("code", "Nextcloud")
    assert status == 3 and "approves sign-ins" in words, words

    app = desktop.start_app()
    wait_for_rows(app, "^GitHub, bob, code", "^Nextcloud, .*, Approve / Deny, Last contact")
    assert json_of(desktop, "list")[1]["state"] == "ready"  # its first poll was answered
    assert json_of(desktop, "doctor")["pushAccounts"] == 1

    app.activate()  # found by its host, and looked at
    app.keys("ctrl+f")
    desktop.type_text("localhost")
    wait_for_rows(app, "^Nextcloud")
    desktop.set_clipboard("mine")
    app.keys("ctrl+c")
    app.says("has no code")
    assert desktop.clipboard() == "mine"
    app.keys("Return")
    page = app.find("dialog")
    for words in (server.host, server.serial, "Only the authority that you added", "Ask the service for a test"):
        app.says(words)

    app.press("Check now")  # asked, and told what came of it
    app.says("no sign-in is waiting", COMES)
    server.ask("fault", name="garbage")
    app.press("Check now")
    app.says("is not a server for sign-in requests", COMES)
    app.says("Watchword goes on asking by itself")
    server.ask("fault", name="")
    app.press("Check now")
    app.says("no sign-in is waiting", COMES)

    page.find("text", "Name of the service").set_text("University")
    page.find("text", "Your account there").set_text("alice")
    app.press("Save")
    app.wait_gone("dialog")
    app.says("is changed")
    app.keys("Escape")
    wait_for_rows(app, "^GitHub", "^University, alice, Approve / Deny, Last contact")
    app.press("Undo")
    wait_for_rows(app, "^GitHub", "^Nextcloud")
    app.says("is as before")

    choose(app, 1)
    app.keys("Delete")
    app.says("The server still lists it")
    wait_for_rows(app, "^GitHub")
    assert "watchword-push" in slots(desktop), "its key is gone with it"
    assert [one["type"] for one in json_of(desktop, "list", "--trash")] == ["push"]
    app.press("Undo")
    wait_for_rows(app, "^GitHub", "^Nextcloud")
    choose(app, 1)
    app.keys("Delete")
    wait_for_rows(app, "^GitHub")
    open_trash(app)
    app.find("list item", re.compile("Nextcloud.*Approve / Deny with", re.S))
    app.press("Restore")
    app.says("The trash is empty")
    app.press("Close")
    wait_for_rows(app, "^GitHub", "^Nextcloud, .*, Approve / Deny, Last contact")  # and works as before
    choose(app, 1)
    app.keys("Return")
    app.press("Move to the trash")
    wait_for_rows(app, "^GitHub")
    open_trash(app)
    app.press("Remove for ever…")
    app.says("delete it there too")
    app.press("Remove for ever")
    app.says("The trash is empty")
    wait_until("its key is in neither slot", lambda: "watchword-push" not in slots(desktop), 20)
    app.press("Close")
    app.quit()
    assert json_of(desktop, "list", "--trash") == [] and len(json_of(desktop, "list")) == 1
    server.close()


@story
def alone_it_is_a_list_and_what_nobody_signed_is_counted(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    wait_for_rows(app, "Last contact")
    app.find("text", "Search")
    assert json_of(desktop, "doctor")["refusedRequests"] == 0
    server.ask("challenge", serial=server.serial, mode="standard", title="Bank")

    def refused():
        return json_of(desktop, "doctor")["refusedRequests"]
    wait_until("it is counted", refused, COMES)
    assert "without the signature" in desktop.cli("doctor")[1]
    wait_for_rows(app, "Approve / Deny, Last contact")  # no word of it here
    app.quit()
    count = refused()
    app = desktop.start_app()  # the server still shows it
    wait_until("it goes on counting", lambda: refused() > count, COMES)
    app.quit()
    server.close()


if __name__ == "__main__":
    run()
