#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scanning the screen under Wayland, on a real sway with two monitors of different scale and the real portal: the picture is
seen, what it leaves is gone, and a portal that is missing, refuses or hangs is no dead end."""
import os
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.adding import COPY, SCAN, accept_card, check_code, link_to, new_secret, nothing_leaked, row, shown_code  # noqa: E402
from support.file_watch import CREATE, DELETE, FileWatch  # noqa: E402
from support.processes import programs_below, wait_until  # noqa: E402
from support.story import run  # noqa: E402
from support.wayland import LEFT, PART_FOR_SWAY, PICTURE, PORTAL, RIGHT, on_sway  # noqa: E402

OTHER_WAYS = ("Open a picture file", "Paste", "Type the key")


def picture_is_gone():
    wait_until("the portal's picture is deleted", lambda: not os.path.exists(PICTURE))


@on_sway
def a_code_behind_our_window_on_a_screen_of_twice_the_size_becomes_an_account(desktop):
    secret = new_secret()
    desktop.show_on(LEFT, desktop.write_qr(link_to(secret), module=6))
    app = desktop.start_app()
    wait_until("our window covers the code", lambda: not desktop.codes())

    app.press(SCAN)
    app.find("push button", COPY, 20)
    picture_is_gone()
    wait_until("our window is back", lambda: not desktop.codes())
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@on_sway
def codes_on_both_screens_are_offered_and_the_command_line_sees_them_too(desktop):
    secrets = {"Left Ltd": new_secret(), "Right Ltd": new_secret()}
    for output, (issuer, secret) in zip((LEFT, RIGHT), secrets.items()):
        desktop.show_on(output, desktop.write_qr(link_to(secret, issuer), module=5, name=output + ".png"))
    wait_until("both are shown", lambda: len(desktop.codes()) == 2)
    status, said, trouble = desktop.cli("add", "--screen")
    assert status == 0 and "Left Ltd" in said and "Right Ltd" in said, (status, said, trouble)
    picture_is_gone()
    app = desktop.start_app()
    row(app, "Left Ltd")
    row(app, "Right Ltd")
    nothing_leaked(desktop, *secrets.values())


@on_sway(parts=False)
def a_portal_that_takes_no_pictures_is_named_and_used_once_it_is_there(desktop):
    secret = new_secret()
    desktop.show_on(LEFT, desktop.write_qr(link_to(secret), module=6))
    app = desktop.start_app()
    app.press(SCAN)
    app.says("no way to see the screen", 20)
    assert "“xdg-desktop-portal-wlr”" in app.says("Install")
    for way in OTHER_WAYS:
        app.find("push button", way)
    status, _, said = desktop.cli("--json", "add", "--screen")
    assert status == 1 and '"portal-missing"' in said, said

    desktop.install_parts()
    app.press("Try again in 3 seconds")
    app.find("push button", COPY, 20)
    picture_is_gone()
    nothing_leaked(desktop, secret)


@on_sway(grim=False)
def a_portal_that_refuses_is_said(desktop):
    desktop.show_on(LEFT, desktop.write_qr(link_to(new_secret()), module=6))
    app = desktop.start_app()
    app.press(SCAN)
    app.says("did not let Watchword see the screen", 20)
    app.says("“grim”")
    for way in OTHER_WAYS:
        app.find("push button", way)
    assert not os.path.exists(PICTURE)
    status, _, said = desktop.cli("--json", "add", "--screen")
    assert status == 1 and '"capture-refused"' in said, said


@on_sway
def a_portal_that_hangs_can_be_left_and_its_late_picture_is_deleted(desktop):
    desktop.show_on(LEFT, desktop.write_qr(link_to(new_secret()), module=6))
    app = desktop.start_app()
    desktop.start_portal()
    files = FileWatch("/tmp", CREATE | DELETE)

    desktop.stop_process(PART_FOR_SWAY)
    app.press(SCAN)
    app.says("has not answered yet", 20)
    assert "Watchword" in desktop.windows(), "our window did not come back"
    app.press("Cancel")
    app.find("push button", SCAN)
    desktop.continue_process(PART_FOR_SWAY)
    events = []
    wait_until("the late picture is there and gone",
               lambda: events.extend(files.events()) or (DELETE, os.path.basename(PICTURE)) in events, 20)
    assert not app.all("push button", COPY), "an answer that nobody waits for any more opened the card"

    desktop.stop_process(PORTAL)
    app.press(SCAN)
    app.says("has not answered yet", 20)
    for way in OTHER_WAYS:
        app.find("push button", way)
    # It answers at last, and then the search takes long, too.
    readers = wait_until("the reader of codes is there", lambda: programs_below(app.process.pid, "watchword-reader"))
    for reader in readers:
        os.kill(reader, signal.SIGSTOP)
    desktop.continue_process(PORTAL)
    app.says("Still looking for a QR code", 20)
    for reader in readers:
        os.kill(reader, signal.SIGCONT)
    app.find("push button", COPY)
    wait_until("the pages that waited are gone", lambda: len(app.all("dialog")) == 1)
    picture_is_gone()


if __name__ == "__main__":
    run()
