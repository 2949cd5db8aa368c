#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What protects the accounts is changed in the window: a password in place of the keychain, another one, the keychain again;
and what a keyring without a password and a computer without a keychain lead to.

With WATCHWORD_SCREENSHOTS, the dialogs are put there to be looked at.
"""
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import keyring  # noqa: E402
from support.password_vaults import FOLDER  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
LINK = f"otpauth://totp/GitHub:alice?secret={SECRET}&issuer=GitHub"
OURS = ("Quartz 7 jumps", "Another 9 words")  # what can be typed on every keyboard

MOVED = "Your accounts have a password of their own now."
CHANGED = "The password is changed."
BACK = "Your accounts are in the keychain now."


def settings(app, button):
    """Opens the settings and presses a button there."""
    app.keys("ctrl+comma")
    app.press(button)


def close_settings(app):
    app.press("Close")
    app.wait_gone("dialog")


def says_in_front(app, sentence):
    """In the dialog, not in the window under it."""
    app.says(sentence)
    assert app.all(None, sentence, within=app.find("dialog")), app.tree()


def give(app, *passwords):
    """Types into the fields of the dialog one after the other, and Enter after each."""
    wait_until("the first field has the keyboard", lambda: app.find("password text").has("focused"))
    for number, password in enumerate(passwords):
        fields = app.all("password text")
        wait_until("the next field has the keyboard", lambda: app.all("password text")[number].has("focused"))
        assert len(fields) == len(passwords), fields
        app.desktop.type_text(password)
        app.desktop.keys("Return")


def in_keychain(desktop):
    unlocked, locked = desktop.keychain_items(server="Watchword")
    return unlocked + locked


def opens(desktop, password):
    """Whether the command line opens the accounts with this password from a file."""
    path = os.path.join(desktop.temporary, "password")
    with open(path, "w", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(password)
    status, output, words = desktop.cli("list", "--password-file", path)
    assert status in (0, 5), words
    return status == 0 and "alice" in output


def shows_the_code(desktop, app):
    def is_right():
        before = desktop.oathtool(SECRET)
        said = re.search(r"\d{3} ?\d{3}", " ".join(row for row in app.rows() if "GitHub" in row))
        return said and said.group().replace(" ", "") in (before, desktop.oathtool(SECRET))
    wait_until("the row says the code that oathtool says", is_right, 15)


def is_locked(app):
    app.says("Watchword is locked")
    assert not app.rows()


def unlock(app, password):
    wait_until("the field has the keyboard", lambda: app.find("password text").has("focused"))
    app.desktop.type_text(password)
    app.desktop.keys("Return")


@story
def a_password_another_one_and_the_keychain_again(desktop):
    assert desktop.cli("add", "-", input=LINK)[0] == 0
    assert len(in_keychain(desktop)) == 2
    app = desktop.start_app()
    shows_the_code(desktop, app)
    app.keys("ctrl+comma")
    app.says("Your accounts are kept in your desktop’s keychain")
    app.says("The lock of your session is the lock")
    desktop.picture("settings-keychain")
    app.press("Use a password…")
    app.says("only a backup helps")
    desktop.picture("use-a-password")
    give(app, OURS[0], OURS[0])
    says_in_front(app, MOVED)
    desktop.picture("settings-moved")
    wait_until("the keychain holds nothing of ours", lambda: not in_keychain(desktop))
    assert not desktop.secret_tool(server="Watchword", user="watchword/accounts/a")
    app.says(re.compile("Your accounts have a password of their own$"))
    app.find("push button", "Change the password…")
    desktop.picture("settings-password")
    close_settings(app)
    shows_the_code(desktop, app)
    app.quit()
    assert opens(desktop, OURS[0]) and not opens(desktop, OURS[1])

    app = desktop.start_app()
    is_locked(app)
    unlock(app, OURS[0])
    shows_the_code(desktop, app)
    settings(app, "Change the password…")
    app.says("still open with the old password")
    desktop.picture("change-the-password")
    give(app, OURS[1], OURS[1], OURS[1])  # the first one is wrong
    app.says("That is not the password.")
    assert app.find("password text").description.startswith("That is not the password.")
    app.desktop.type_text(OURS[0])  # what was wrong is chosen
    app.desktop.keys("Return")
    says_in_front(app, CHANGED)
    shows_the_code(desktop, app)
    assert opens(desktop, OURS[1]) and not opens(desktop, OURS[0])
    assert not in_keychain(desktop)

    app.press("Use the keychain…")
    app.says("The lock of your session is then the lock")
    desktop.picture("use-the-keychain")
    give(app, OURS[1])
    says_in_front(app, BACK)
    assert len(in_keychain(desktop)) == 2
    close_settings(app)
    shows_the_code(desktop, app)
    app.quit()
    app = desktop.start_app()
    shows_the_code(desktop, app)
    assert f"secret={SECRET}" in desktop.secret_tool(server="Watchword", user="watchword/accounts/b")


@story(provider=False)
def without_a_keychain_the_first_account_goes_into_a_sealed_file(desktop):
    app = desktop.start_app()
    app.press("Use a password instead")
    give(app, OURS[0], OURS[0])
    app.says(MOVED)
    app.find("push button", "Scan the QR code on my screen")
    desktop.set_clipboard(LINK)
    app.keys("ctrl+v")
    app.press("Copy code")
    app.press(re.compile("^The site accepted it"))
    app.press("Done")
    shows_the_code(desktop, app)
    app.quit()
    with open(os.path.join(desktop.home, FOLDER, "book"), "rb") as file:
        sealed = file.read()
    assert sealed[10] == 2 and SECRET.encode() not in sealed
    app = desktop.start_app()
    is_locked(app)
    unlock(app, OURS[0])
    shows_the_code(desktop, app)


@story(keyring=None)
def a_keyring_without_a_password_gets_nothing(desktop):
    collection = keyring.make("", desktop.bus.address)
    keyring.make_default(collection, desktop.bus.address)
    app = desktop.start_app()
    app.says("lie in clear on the disk")  # before the first code is scanned
    desktop.picture("keyring-in-clear")
    desktop.set_clipboard(LINK)
    app.keys("ctrl+v")
    app.press("Copy code")
    app.says("Your keyring has no password")
    desktop.picture("keyring-in-clear-refused")
    assert not in_keychain(desktop)
    assert not os.path.exists(os.path.join(desktop.home, FOLDER, "book"))
    app.press("Use a password…")
    give(app, OURS[0], OURS[0])
    app.says(MOVED)
    app.press("Copy code")
    app.press(re.compile("^The site accepted it"))
    app.press("Done")
    shows_the_code(desktop, app)
    assert not in_keychain(desktop)
    assert not [line for line in app.lines() if "in clear" in line], app.lines()

    settings(app, "Use the keychain…")
    give(app, OURS[0])
    app.says("Nothing was moved: your keyring has no password")
    desktop.picture("use-the-keychain-refused")
    assert not in_keychain(desktop)
    folder = os.path.join(desktop.environment["XDG_DATA_HOME"], "keyrings")
    assert subprocess.run(["grep", "-rq", SECRET, folder], check=False).returncode == 1
    # Given a password, it is taken.
    keyring.change_password(collection, "", "its own", desktop.bus.address)
    app.says("lie in clear on the disk")
    app.press("Use the keychain")
    app.says(BACK)
    assert len(in_keychain(desktop)) == 2
    assert subprocess.run(["grep", "-rq", SECRET, folder], check=False).returncode == 1


if __name__ == "__main__":
    run()
