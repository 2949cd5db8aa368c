#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts changed by hand on the built program: edited, moved by key and by dragging, pinned, put in a group, into the
trash and back, taken back, and all of it still there after a restart."""
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.processes import wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

ALPHA, BRAVO, DELTA = "GEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJR", "GEZDGNBVGY3TQOJS"


def order(app):
    """The first word of each row."""
    return [re.split("[, ]", row)[0] for row in app.rows()]


def wait_for_order(app, *names):
    try:
        wait_until(f"the list is {names}", lambda: order(app) == list(names))
    except AssertionError as trouble:
        raise AssertionError(f"{trouble}; it is {order(app)}") from trouble


def choose(app, name):
    app.activate()
    app.keys("ctrl+f", "Down", "Home")
    for _ in range(order(app).index(name)):
        app.keys("Down")
    wait_until(f"{name} is chosen",
               lambda: any(node.name.startswith(name) and node.has("selected") for node in app.all("list item")))


def in_menu(app, opened, *letters):
    """Letters for a menu and its submenus, which are not on the accessibility bus while they are open."""
    def windows():
        return len(app.desktop.windows_of(app.process.pid))
    for letter in letters:
        before = windows()
        opened()
        wait_until("the menu is open", lambda count=before: windows() > count)
        opened = lambda key=letter: app.desktop.keys(key)  # noqa: E731
    opened()


def row_menu(app, *letters):
    """By the menu of the chosen row."""
    in_menu(app, lambda: app.keys("Menu"), *letters)


def open_trash(app):
    in_menu(app, app.find("push button", "Menu").click, "t")


@story
def changes_by_hand_are_there_after_a_restart(desktop):
    for issuer, secret in (("Alpha", ALPHA), ("Bravo", BRAVO), ("Delta", DELTA)):
        status, _, words = desktop.cli("add", "-", input=f"otpauth://totp/{issuer}:a?secret={secret}&issuer={issuer}")
        assert status == 0, words
    app = desktop.start_app()
    wait_for_order(app, "Alpha", "Bravo", "Delta")

    choose(app, "Alpha")  # the keys, faster than they are saved
    app.keys("alt+Down", "alt+Down")
    wait_for_order(app, "Bravo", "Delta", "Alpha")
    app.says("number 3 of 3")
    app.keys("ctrl+z")  # the whole way
    wait_for_order(app, "Alpha", "Bravo", "Delta")

    rows = app.all("list item")  # the mouse: Delta to the top
    x, y, width, height = rows[2].extents
    top = rows[0].extents[1]
    desktop.run_tool("xdotool", "mousemove", str(x + 90), str(y + height // 2), "mousedown", "1",
                     "mousemove", str(x + 90), str(y - 20), "mousemove", str(x + 90), str(top + 5), "mouseup", "1")
    wait_for_order(app, "Delta", "Alpha", "Bravo")

    choose(app, "Bravo")
    app.keys("ctrl+p")
    wait_for_order(app, "Bravo", "Delta", "Alpha")

    choose(app, "Alpha")
    app.keys("F2")
    app.find("text", "Name of the site").set_text("Omega")
    app.find("check box", "Pin to the top of the list")
    app.press("Advanced")
    digits = app.find("spin button", "Digits")
    digits.accessible.get_value_iface().set_current_value(8)
    app.says("The site must use the same")
    app.find(None, re.compile(r"^Its code would be.*[0-9 ]{9}"))
    app.press("Save")
    app.wait_gone("push button", "Save")
    wait_for_order(app, "Bravo", "Delta", "Omega")
    app.says(re.compile("^Omega.*code [0-9]{4} [0-9]{4}"))

    choose(app, "Delta")  # a group of its own, by the row's menu, which is not on the accessibility bus while it is open
    row_menu(app, "g", "w")
    app.find("text", "Group").set_text("Work")
    app.press("Save")
    app.find("radio button", re.compile("^Work, 1"))
    app.wait_gone("push button", "Save")
    choose(app, "Delta")
    row_menu(app, "g", "n")
    app.wait_gone("radio button", re.compile("^Work"))

    choose(app, "Delta")
    app.keys("Delete")
    wait_for_order(app, "Bravo", "Omega")
    app.press("Undo")
    wait_for_order(app, "Bravo", "Delta", "Omega")
    choose(app, "Bravo")
    app.keys("Delete")
    wait_for_order(app, "Delta", "Omega")
    open_trash(app)
    app.says("In the trash since")
    app.press("Restore")
    app.says("The trash is empty")
    app.press("Close")
    app.wait_gone("push button", "Close")
    wait_for_order(app, "Bravo", "Delta", "Omega")

    app.quit()
    app = desktop.start_app()
    wait_for_order(app, "Bravo", "Delta", "Omega")
    app.says(re.compile("^Omega.*code [0-9]{4} [0-9]{4}"))
    choose(app, "Bravo")  # still pinned: it stays where it is
    app.keys("alt+Down")
    app.keys("ctrl+p")
    wait_for_order(app, "Delta", "Omega", "Bravo")
    app.quit()


if __name__ == "__main__":
    run()
