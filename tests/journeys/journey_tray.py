#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 900 s
"""The built program without its window: in real trays (trayer under X11, waybar under Wayland) and without one, started
with the session, kept running when the window is closed, and ended."""
import os
import re
import shlex
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import processes  # noqa: E402
from support.adding import accept_card, link_to, new_secret, row  # noqa: E402
from support.locking import FIELD, give_password, write_settings  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402
from support.trays import BusTray, XTray  # noqa: E402
from support.wayland import on_sway  # noqa: E402

STILL = "Watchword is still running"
KEEP = "Keep running when the window is closed"
HIDDEN = "Start with the session, hidden"
COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine
PASSWORD = "a lantern for 4 watches"
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def prepare(desktop, issuer="GitHub", secret=SECRET):
    status, _, words = desktop.cli("add", "-", input=link_to(secret, issuer))
    assert status == 0, words


def windows(app):
    return app.desktop.windows_of(app.process.pid)


def wait_shown(app):
    wait_until("the window is there", lambda: windows(app), 15)


def wait_hidden(app):
    wait_until("no window is there", lambda: not windows(app), 15)


def start_hidden(desktop, *arguments):
    app = desktop.start_app("--hidden", *arguments, wait=False)
    wait_until("it is there for a second start",
               lambda: os.path.exists(os.path.join(desktop.run, "watchword", "socket")) or not app.is_running)
    assert app.is_running, app.output()
    return app


def start_again(desktop, *arguments, seconds=20):
    """A second start; it hands over and ends."""
    second = processes.start([os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), *arguments], desktop.environment,
                             log=desktop.log("second"))
    assert second.wait(seconds) == 0


def close_window(app):
    """By the key of the window manager, which a busy one may miss."""
    before = app.desktop.windows_of(app.process.pid)
    for _ in range(3):
        app.activate()
        app.desktop.keys("alt+F4")
        try:
            return wait_until("something came of it", lambda: app.desktop.windows_of(app.process.pid) != before, 5)
        except AssertionError:
            continue
    raise AssertionError("the window does not close")


def ended(app, seconds=15):
    assert app.process.wait(seconds) == 0, app.output()[-2000:]


def box(app, name):
    return app.find("check box", name)


def open_settings(app):
    app.keys("ctrl+comma")
    return box(app, KEEP)


def close_settings(app):
    app.press("Close")
    app.wait_gone("push button", "Close")


def wait_field(app):
    """The window that asks for the password, which can be typed at once."""
    wait_shown(app)
    wait_until("the field has the keyboard", lambda: app.find(FIELD).has("focused"))


def copied_code(desktop):
    code = wait_until("a code is on the clipboard", lambda: desktop.clipboard().strip())
    now = int(time.time())
    assert code in {desktop.oathtool(SECRET, at) for at in (now - 2, now)}, "another code than oathtool's"


def wait_opened(app, tray):
    wait_until("the menu offers the account", lambda: tray.menu_height(app) > 88, 20, pause=0.3)


def copied_by_tray(desktop, app, tray):
    """The account is the first thing in the menu, once the vault is open; before, that is the scan."""
    tray.wait_for_icon(app)
    wait_opened(app, tray)
    tray.choose(app, "Down")
    copied_code(desktop)


@story
def closing_the_window_ends_it_until_it_is_to_run_on(desktop):
    prepare(desktop)
    app = desktop.start_app()
    row(app, "GitHub")
    close_window(app)
    ended(app)

    app = desktop.start_app()
    tray = XTray(desktop)
    tray.wait_for_icon(app)
    row(app, "GitHub")
    assert not open_settings(app).has("checked")
    box(app, KEEP).press()
    wait_until("it is on", lambda: box(app, KEEP).has("checked"))
    close_settings(app)
    close_window(app)
    app.says(STILL)  # once
    app.says("Its icon is in the tray")
    app.press("Keep it running")
    app.wait_gone("push button", "Keep it running")
    wait_hidden(app)
    assert app.is_running

    start_again(desktop)
    wait_shown(app)
    row(app, "GitHub")
    close_window(app)
    wait_hidden(app)
    assert not app.all(None, STILL)
    tray.click(app)
    wait_shown(app)
    app.keys("ctrl+q")
    ended(app)
    app = desktop.start_app()  # the choice is kept
    row(app, "GitHub")
    assert open_settings(app).has("checked")


@story
def the_tray_copies_shows_hides_scans_and_quits(desktop):
    prepare(desktop)
    tray = XTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    assert not windows(app)
    copied_by_tray(desktop, app, tray)
    wait_hidden(app)

    tray.click(app)
    wait_shown(app)
    row(app, "GitHub")
    app.activate()
    tray.click(app)
    wait_hidden(app)

    secret = new_secret()
    desktop.show_picture(desktop.write_qr(link_to(secret)), 2400, 300)
    tray.choose(app, "Up", "Up", "Up", "Up")  # from no window at all
    accept_card(app)
    wait_shown(app)
    row(app, "Acme")

    tray.choose(app, "Down")
    tray.choose(app, "Up")
    ended(app)
    assert desktop.clipboard() == ""


@story
def a_panel_that_comes_late_and_one_that_is_replaced_have_the_icon(desktop):
    prepare(desktop)
    app = start_hidden(desktop)
    time.sleep(1)  # it has looked, and found none
    tray = XTray(desktop)
    tray.wait_for_icon(app)
    tray.stop()
    wait_until("the icon is gone", lambda: not tray.icon(app))
    tray = XTray(desktop)
    tray.wait_for_icon(app)
    wait_opened(app, tray)
    tray.choose(app, "Up", "Up", "Up")
    wait_shown(app)


@story
def without_a_tray_a_second_start_brings_the_window(desktop):
    prepare(desktop)
    app = start_hidden(desktop)
    start_again(desktop, "--hidden")  # the session's own start, once more
    time.sleep(0.5)
    assert not windows(app) and app.is_running
    start_again(desktop)
    wait_shown(app)
    row(app, "GitHub")
    open_settings(app).press()
    close_settings(app)
    close_window(app)
    app.says("Start Watchword again")
    app.press("Quit Watchword")
    ended(app)


@story
def a_hidden_start_asks_for_no_password_and_sees_that_the_keychain_was_unlocked(desktop):
    prepare(desktop)
    desktop.lock_keychain()
    tray = XTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    time.sleep(2)
    assert not desktop.prompt_is_open() and not windows(app)
    desktop.unlock_keychain()

    copied_by_tray(desktop, app, tray)
    assert not desktop.prompt_is_open() and not windows(app)
    app.quit()

    desktop.lock_keychain()
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    tray.click(app)  # somebody is there now
    desktop.answer_prompt()
    wait_shown(app)
    row(app, "GitHub")


@story
def a_hidden_start_before_the_keychain_finds_it_when_it_comes(desktop):
    prepare(desktop)
    desktop.withdraw_keyring()
    desktop.kill_keychain()
    tray = XTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    time.sleep(1)  # it has looked, and found nobody
    desktop.offer_keyring()
    desktop.start_keyring()
    copied_by_tray(desktop, app, tray)
    assert not windows(app)


@story
def it_starts_with_the_session_as_the_box_says(desktop):
    prepare(desktop)
    folder = os.path.join(desktop.environment["XDG_CONFIG_HOME"], "autostart")
    path = os.path.join(folder, "org.watchword.Watchword.desktop")
    app = desktop.start_app()
    row(app, "GitHub")
    open_settings(app)
    assert not os.path.exists(folder) and not box(app, HIDDEN).has("checked")
    box(app, HIDDEN).press()
    wait_until("the file is there", lambda: os.path.exists(path))
    assert box(app, HIDDEN).has("checked") and box(app, KEEP).has("checked")
    close_settings(app)
    app.keys("ctrl+q")
    ended(app)

    with open(path, encoding="utf-8") as file:
        command = shlex.split(re.search("^Exec=(.*)$", file.read(), re.M).group(1))
    assert command[1:] == ["--hidden"], command
    assert os.path.samefile(command[0], os.path.join(os.environ["WATCHWORD_BIN"], "watchword"))
    os.rename(path, path + ".aside")  # somebody's own doing counts
    app = desktop.start_app()
    row(app, "GitHub")
    open_settings(app)
    assert not box(app, HIDDEN).has("checked")
    close_settings(app)
    os.rename(path + ".aside", path)
    open_settings(app)
    wait_until("the box is on", lambda: box(app, HIDDEN).has("checked"))
    box(app, HIDDEN).press()
    wait_until("the file is gone", lambda: os.listdir(folder) == [])

    os.rmdir(folder)
    with open(folder, "w", encoding="utf-8"):
        pass  # something else in its place
    close_settings(app)
    open_settings(app)
    assert not box(app, HIDDEN).has("enabled") and not box(app, HIDDEN).has("sensitive")
    app.says("Not possible")


@story
def a_session_that_ends_ends_it_at_once(desktop):
    prepare(desktop)
    tray = XTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    app.process.terminate()
    ended(app)
    app = desktop.start_app()
    row(app, "GitHub")
    open_settings(app)
    app.process.terminate()  # with a dialog open
    ended(app)


@story
def hidden_it_costs_nothing(desktop):
    prepare(desktop)
    app = desktop.start_app()
    tray = XTray(desktop)
    tray.wait_for_icon(app)
    row(app, "GitHub")
    app.activate()
    tray.click(app)
    wait_hidden(app)
    time.sleep(3)

    def used():
        with open(f"/proc/{app.process.pid}/stat", encoding="utf-8") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])  # ticks of 10 ms
    before = used()
    time.sleep(10)
    assert used() - before <= 2, f"{used() - before} ticks in 10 s"


@story
def who_approves_sign_ins_has_it_run_on_unasked(desktop):
    SignInServer(desktop).enrol()
    app = desktop.start_app()
    row(app, "Nextcloud")
    close_window(app)
    app.says("Sign-ins to approve arrive only while it runs")
    app.press("Keep it running")
    wait_hidden(app)
    assert app.is_running
    desktop.lock_keychain()
    app.quit()
    tray = XTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_icon(app)
    wait_until("the menu says that sign-ins are not checked", lambda: tray.menu_height(app) > 88, 20, pause=0.3)
    assert not desktop.prompt_is_open()
    tray.choose(app, "Down")
    desktop.answer_prompt()
    row(app, "Nextcloud")
    assert open_settings(app).has("checked")
    box(app, KEEP).press()
    wait_until("it is off", lambda: not box(app, KEEP).has("checked"))
    close_settings(app)
    close_window(app)
    ended(app)


@story
def a_hidden_start_behind_a_password_waits_for_somebody(desktop):
    server = SignInServer(desktop)
    server.enrol()
    prepare(desktop)
    give_password(desktop, PASSWORD)
    tray = XTray(desktop)
    app = start_hidden(desktop)
    wait_until("the menu says that it is locked", lambda: tray.menu_height(app) > 88, 20, pause=0.3)
    app.process.terminate()
    ended(app)

    write_settings(desktop, "[signIns]\nexpected=true\n")
    server.challenge()
    asked = len(server.ask("seen")["requests"])
    app = start_hidden(desktop)
    wait_until("the menu says that sign-ins are not checked", lambda: tray.menu_height(app) > 88, 20, pause=0.3)
    start_again(desktop, "--hidden")
    assert not windows(app) and not desktop.prompt_is_open()
    assert len(server.ask("seen")["requests"]) == asked, "a server was asked"

    # Either way to it leads into the field.
    tray.click(app)
    wait_field(app)
    app.says("Sign-ins are not checked while Watchword is locked.")
    desktop.type_text("half of")
    tray.click(app)
    wait_hidden(app)
    tray.choose(app, "Down")
    wait_field(app)
    desktop.type_text(PASSWORD)
    desktop.keys("Return")
    row(app, "GitHub")
    app.says("1 sign-in waiting", COMES)
    assert len(server.ask("seen")["requests"]) > asked


@on_sway
def a_sign_in_that_waits_is_said_in_the_tray(desktop):
    server = SignInServer(desktop)
    server.enrol()
    tray = BusTray(desktop)
    app = start_hidden(desktop)
    tray.wait_for_item()
    wait_until("it waits for nothing", lambda: tray.tool_tip() == "Watchword")
    quiet = tray.picture()
    challenge = server.challenge()
    wait_until("the tray says so", lambda: tray.tool_tip() == "1 sign-in waiting", COMES)
    assert tray.labels()[0] == "Sign-in waiting: Nextcloud", tray.labels()
    assert tray.picture() != quiet
    assert server.state(challenge) == "pending"
    tray.choose("Sign-in waiting: Nextcloud")
    app.press("Deny")
    app.press("I started it and cancelled")
    wait_until("the server has heard it", lambda: server.state(challenge) == "cancelled")
    wait_until("nothing waits", lambda: tray.tool_tip() == "Watchword")
    assert tray.picture() == quiet
    assert app.is_running


@on_sway
def a_tray_on_the_bus_has_all_of_it(desktop):
    prepare(desktop, "R%26D my_site %26 Co")
    prepare(desktop, "GitHub", new_secret())
    app = start_hidden(desktop)
    time.sleep(1)
    tray = BusTray(desktop)  # after it
    tray.wait_for_item()
    fixed = ["Scan the QR code on my screen", "Open Watchword", "Lock", "Quit"]
    wait_until("the accounts are offered", lambda: tray.labels() == ["R&D my_site & Co", "GitHub", *fixed])
    assert tray.tool_tip() == "Watchword"
    tray.stop()
    tray = BusTray(desktop)
    tray.wait_for_item()  # it is there again

    assert desktop.windows() == []
    tray.choose("GitHub")  # under Wayland a window in front alone may copy
    wait_until("the window is there", lambda: "Watchword" in desktop.windows())
    app.says("Press Enter to copy")
    wait_until("the row is chosen", lambda: any("GitHub" in node.name and node.has("selected")
                                                for node in app.all("list item")))
    tray.choose("Quit")
    ended(app)
    wait_until("the icon is gone", lambda: tray.items() == [])


if __name__ == "__main__":
    run()
