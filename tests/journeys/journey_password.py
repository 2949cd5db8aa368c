#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts behind a password of their own: the page that asks for it, by keyboard and as a screen reader finds it."""
import os
import re
import shutil
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import password_vaults  # noqa: E402
from support.accessibility_watch import AccessibilityWatch  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

OURS = "Quartz 7 jumps"  # what can be typed on every keyboard
LINK = "otpauth://totp/Fastmail:alice?secret=RFRGGZDFMZTWQ2LK&issuer=Fastmail"


def locked_app(desktop, *arguments, password=OURS):
    """The program, with a vault that `password` opens, at its page; and the folder of the vault."""
    folder = password_vaults.give(desktop)
    if password != password_vaults.PASSWORD:
        password_vaults.change_password(desktop, folder, password)
    app = desktop.start_app(*arguments)
    app.says("Watchword is locked")
    wait_until("the field has the keyboard", lambda: field_of(app).has("focused"))
    return app, folder


def field_of(app):
    return app.find("password text", "Password")


def give(app, password):
    app.activate()
    app.desktop.type_text(password)
    app.desktop.keys("Return")


def opened(app):
    app.find("list item", re.compile("GitHub"))
    app.wait_gone("password text")


@story
def opens_with_the_right_password_alone(desktop):
    app, _ = locked_app(desktop)
    assert not app.all("text") and not app.rows(), app.tree()
    give(app, "Quartz 8 jumps")
    app.says("That isn’t the password")
    assert field_of(app).description == "That isn’t the password."
    assert field_of(app).has("focused")
    # What was wrong is chosen: it is typed over.
    app.desktop.type_text(OURS[:3])
    app.wait_gone(None, "That isn’t the password.")
    app.desktop.type_text(OURS[3:])
    app.press("Unlock")
    opened(app)


@story
def nothing_that_is_typed_goes_to_screen_readers(desktop):
    app, _ = locked_app(desktop)
    with AccessibilityWatch(desktop) as watch:
        assert field_of(app).accessible.get_text_iface() is None
        give(app, "Quarzt")
        app.says("That isn’t the password")
        app.press("Show password")
        app.find("push button", "Hide password")
        app.desktop.type_text(OURS)
        app.desktop.keys("BackSpace", "s", "Home", "End", "Return")
        opened(app)
        # Elsewhere a reader hears what is typed: it was listening.
        app.desktop.type_text("xy")
        wait_until("a letter in the search is heard", lambda: watch.has("TextChanged", "y"))
    heard = watch.texts("TextChanged")
    assert "y" in heard and not set("Quarzt7jmps") & set(heard), heard
    keys = watch.texts("NotifyListenersSync")
    assert "y" in keys and not set("Quarzt7jmps") & set(keys), keys
    assert not [text for text in watch.texts() if "Quar" in text or "jumps" in text or "●" in text]


@story
def caps_lock_is_said(desktop):
    app, _ = locked_app(desktop)
    press_caps_lock = ("xdotool", "key", "Caps_Lock")  # not as `keys` does it, which leaves Caps Lock as it was
    app.activate()
    desktop.run_tool(*press_caps_lock)
    try:
        app.says("Caps Lock is on.")
        desktop.run_tool("xdotool", "key", "q")
        app.says("Caps Lock is on.")
    finally:
        desktop.run_tool(*press_caps_lock)
    app.wait_gone(None, "Caps Lock is on.")


@story
def a_link_waits_until_it_is_open(desktop):
    app, _ = locked_app(desktop, LINK)
    time.sleep(0.3)
    assert not app.all("dialog"), app.tree()
    give(app, OURS)
    app.find("push button", "Copy code")
    app.says("Fastmail")
    app.quit()
    # And one that a second start hands over.
    app = desktop.start_app()
    app.find("password text")
    second = desktop.start_app(LINK.replace("Fastmail", "Posteo"), wait=False)
    wait_until("the second start has handed its link over", lambda: not second.is_running)
    assert second.process.returncode == 0 and not app.all("dialog"), app.tree()
    give(app, OURS)
    app.find("push button", "Copy code")
    app.says("Posteo")


@story
def another_window_gives_it_a_new_password(desktop):
    app, folder = locked_app(desktop)
    give(app, OURS)
    opened(app)
    password_vaults.change_password(desktop, folder, "another one", OURS)
    app.says("The password was changed in another window; give the new one.")
    assert not app.rows()
    wait_until("the field has the keyboard", lambda: field_of(app).has("focused"))
    give(app, OURS)
    app.says("That isn’t the password")
    give(app, "another one")
    opened(app)


@story
def damage_is_not_called_a_wrong_password(desktop):
    app, folder = locked_app(desktop, password=password_vaults.PASSWORD)
    password_vaults.damage(folder)
    give(app, "wrong")
    app.says("That isn’t the password")
    desktop.set_clipboard(password_vaults.PASSWORD)
    app.keys("ctrl+v", "Return")
    app.says("is damaged")
    assert not [line for line in app.lines() if "keychain" in line], app.lines()
    # The key stays for another try, until a lock.
    app.keys("ctrl+l")
    app.says("Watchword is locked")
    wait_until("the field has the keyboard", lambda: field_of(app).has("focused"))
    app.press("Unlock")
    app.says("Type the password first.")
    app.keys("ctrl+v", "Return")
    app.says("is damaged")
    shutil.copyfile(password_vaults.DATA, os.path.join(folder, "book"))
    app.press("Try again")
    opened(app)


@story
def a_lost_file_is_not_called_a_lost_keychain(desktop):
    folder = password_vaults.give(desktop)
    with open(os.path.join(folder, "vault.id"), "w", encoding="ascii") as file:
        file.write("\n0123456789abcdef0123456789abcdef\n")
    backup = shutil.move(os.path.join(folder, "book"), desktop.outside)
    app = desktop.start_app()
    app.says("the file “book” is missing from Watchword’s folder")
    app.says("put the folder back from a backup")
    assert any(folder in line.replace("\u200b", "") for line in app.lines()), app.lines()
    desktop.picture("file-lost")
    app.press("Start again…")
    app.says("Should a backup of Watchword’s folder turn up later")
    desktop.picture("file-lost-start-again")
    app.press("Cancel")
    app.wait_gone("push button", "Cancel")
    shutil.copyfile(backup, os.path.join(folder, "book"))
    app.press("Try again")
    app.says("Watchword is locked")


@story
def who_forgot_it_is_told_the_truth(desktop):
    app, folder = locked_app(desktop)
    app.press("Forgot the password?")
    dialog = app.find("dialog")
    app.says("Only a backup helps")
    assert any(folder in line.replace("\u200b", "") for line in app.lines()), app.lines()
    app.keys("Escape")
    app.wait_gone("dialog")
    assert dialog and os.path.exists(os.path.join(folder, "book"))


@story(provider=False)
def without_a_keychain_a_password_is_offered(desktop):
    app = desktop.start_app()
    app.find("push button", "Use a password instead")
    app.says(re.compile("only a password of your own opens"))
    app.quit()
    # Where accounts were before, it is not: they may be in the keychain that is missing.
    with open(os.path.join(desktop.home, password_vaults.FOLDER, "vault.id"), "w", encoding="ascii") as file:
        file.write("\n0123456789abcdef0123456789abcdef\n")
    app = desktop.start_app()
    app.find("push button", "Try again")
    assert not app.all("push button", "Use a password instead")
    app.says("they do not need the keychain but the file “book”")
    desktop.picture("file-lost-without-a-keychain")


if __name__ == "__main__":
    run()
