#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# time limit: 600 s
"""Codes held up to a webcam, on the built program and the whole way through Qt Multimedia: read however they are held, cameras that
come, go, fail and show nothing, and a program with the camera that crashes or is not there. Codes are compared with oathtool's."""
import base64
import os
import re
import shutil
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import google_export  # noqa: E402
from support.adding import (COPY, accept_card, check_code, link_to, new_secret, nothing_leaked, row,  # noqa: E402
                            shown_code)
from support.package import mapped_libraries  # noqa: E402
from support.processes import descendants, is_alive, wait_until  # noqa: E402
from support.story import run, story  # noqa: E402
from support.webcams import (MIRRORED, PHONE, ROTATED, Webcams, bars, filming, filming_program, held_up,  # noqa: E402
                             plain, room)

MEDIA = re.compile(r"gst|Qt6Multimedia|pipewire|v4l|avcodec|pulse")


def open_camera(app):
    """From the empty page, or from the menu."""
    if app.all("push button", "Use the webcam"):
        app.press("Use the webcam")
    else:
        app.find("push button", "Add an account").click()
        wait_until("the menu is open", lambda: len(app.desktop.windows_of(app.process.pid)) > 1)
        app.desktop.keys("w")
    return filming_program(app.process.pid)


def view(app, seconds=20):
    return app.find(None, "What the camera sees", seconds)


def wait_for_picture(app, seconds=20):
    wait_until("the camera shows something", lambda: view(app).description == "", seconds)


def choose_the_next(app):
    box = app.find("combo box", None, 20)
    app.activate()
    box.click()
    wait_until("the list of cameras is open", lambda: len(app.desktop.windows_of(app.process.pid)) > 2)
    app.desktop.keys("Down", "Return")


@story
def a_code_is_read_however_it_is_held(desktop):
    cameras = Webcams(desktop)
    ways = {"Straight": {}, "Mirrored": {"how": MIRRORED}, "Rotated": {"how": ROTATED}, "Phone": {"carrier": PHONE}}
    secret = {issuer: new_secret() for issuer in ways}
    app = desktop.start_app()
    for issuer, held in ways.items():
        cameras.show(room(desktop))
        child = open_camera(app)
        wait_for_picture(app)
        if issuer == "Straight":
            check_child(child, app)
        cameras.show(held_up(desktop, link_to(secret[issuer], issuer), *held.get("how", ()), carrier=held.get("carrier", ())))
        app.find("push button", COPY, 20)
        assert not filming(app.process.pid), "the camera is still on"
        accept_card(app)
    for issuer in ways:
        check_code(desktop, secret[issuer], lambda: shown_code(row(app, issuer).name))
    assert not [path for path in mapped_libraries(app.process.pid) if MEDIA.search(os.path.basename(path))]
    nothing_leaked(desktop, *secret.values())


def check_child(child, app):
    """The media libraries are there and not here; it has no way to the keychain or the network."""
    assert [path for path in mapped_libraries(child) if "gst" in path]
    assert not [path for path in mapped_libraries(app.process.pid) if MEDIA.search(os.path.basename(path))]
    with open(f"/proc/{child}/environ", encoding="utf-8") as file:
        names = {line.partition("=")[0] for line in file.read().split("\0") if line}
    assert names <= {"LC_ALL", "HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "GST_PLUGIN_PATH", "LD_LIBRARY_PATH"}, names
    with open(f"/proc/{child}/status", encoding="utf-8") as file:
        status = dict(line.split(":\t", 1) for line in file.read().splitlines() if ":\t" in line)
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2"), status


@story
def codes_of_others_are_explained_while_it_goes_on(desktop):
    secret = new_secret()
    cameras = Webcams(desktop)
    cameras.show(held_up(desktop, "phonefactor://activate?code=123456&url=https://example.org"))
    app = desktop.start_app()
    child = open_camera(app)
    app.says("Microsoft Authenticator", 20)
    cameras.show(held_up(desktop, "WIFI:T:WPA;S:Guests;P:welcome;;", name="wifi.png"))
    app.says("This code is for a wireless network", 20)
    assert filming(app.process.pid) == [child], "it has stopped at a code of others"
    cameras.show(held_up(desktop, link_to(secret), name="ours.png"))
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))

    # What this version cannot answer yet goes the same way as from the screen, and back.
    cameras.show(held_up(desktop, "tiqrenroll://https://idp.example/enrol", name="tiqr.png"))
    open_camera(app)
    app.find("push button", "What was read?", 20)
    assert not filming(app.process.pid)
    cameras.show(held_up(desktop, "otpauth://totp/Bad?secret=1!!1", name="bad.png"))
    app.press("Scan again")
    app.find("push button", "Type the key", 20)
    assert not filming(app.process.pid)
    cameras.show(room(desktop))
    app.press("Use the webcam")
    wait_for_picture(app)
    app.keys("Escape")
    wait_until("the camera is off", lambda: not filming(app.process.pid))
    assert len(app.rows()) == 1
    nothing_leaked(desktop, secret)


@story
def an_export_is_put_together_code_by_code(desktop):
    secret = {issuer: new_secret() for issuer in ("First", "Second", "Third")}
    parts = google_export.parts([{"secret": base64.b32decode(secret[issuer]), "issuer": issuer, "name": f"{issuer}:alice",
                                  "algorithm": 1, "digits": 1, "type": 2} for issuer in secret], 1, batch_id=77)
    held = [held_up(desktop, part, side=300, name=f"part{number}.png") for number, part in enumerate(parts)]
    cameras = Webcams(desktop)
    cameras.show(held[2])
    app = desktop.start_app()
    child = open_camera(app)
    app.says("1 of 3 read", 20)
    app.says("Parts 1 and 2 of 3 are missing.")
    cameras.show(held[0])
    app.says("2 of 3 read", 20)
    app.says("Part 2 of 3 is missing.")
    assert filming(app.process.pid) == [child]
    # What was read stays when the camera is closed, and another way goes on with it.
    app.press("Close")
    app.says("2 of 3 – scan the next one")
    app.press("Use the webcam")
    app.says("2 of 3 read", 20)
    cameras.show(held[1])
    app.press("Add 3 accounts", seconds=20)
    app.wait_gone("push button", "Add 3 accounts")
    for issuer in secret:
        check_code(desktop, secret[issuer], lambda: shown_code(row(app, issuer).name))
    nothing_leaked(desktop, *secret.values())


@story
def cameras_come_go_and_change_places(desktop):
    secret = new_secret()
    cameras = Webcams(desktop)
    app = desktop.start_app()
    open_camera(app)
    app.says("There is no camera", 20)
    app.find("push button", "Scan the screen")
    cameras.show(room(desktop), "Desk")
    wait_for_picture(app)
    app.wait_gone(None, re.compile("There is no camera"))
    assert not app.all("combo box"), "a choice of one"

    # A second one can be chosen; the first goes.
    cameras.show(plain(desktop, "xc:#808080"), "Lid")
    choose_the_next(app)
    wait_for_picture(app)
    cameras.unplug("Lid")
    app.says(re.compile("Lid.* was unplugged"), 20)
    app.says(re.compile("This is what .*Desk.* sees"))
    wait_for_picture(app)
    cameras.unplug("Desk")
    app.says("The camera was unplugged", 20)
    app.find("push button", "Type the key")
    cameras.show(room(desktop), "Desk")
    wait_for_picture(app)
    app.press("Close")
    wait_until("the camera is off", lambda: not filming(app.process.pid))

    # The one that was chosen is the one that is used from then on.
    cameras.show(held_up(desktop, link_to(secret)), "Lid")
    app.quit()
    app = desktop.start_app()
    open_camera(app)
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))


@story
def a_camera_that_shows_nothing_is_said(desktop):
    cameras = Webcams(desktop)
    cameras.show(room(desktop), "Busy camera")
    app = desktop.start_app()
    open_camera(app)
    app.says("The camera gives no picture", 20)
    app.find("push button", "Open a picture file")
    cameras.show(plain(desktop, "xc:#050505"), "Good camera")
    choose_the_next(app)
    app.says("The picture is black", 20)
    cameras.show(bars(desktop), "Good camera")
    app.says("The camera shows only a test pattern", 20)
    cameras.show(room(desktop), "Good camera")
    app.wait_gone(None, re.compile("The camera shows only a test pattern"), 20)
    app.wait_gone(None, re.compile("The camera gives no picture"))


@story
def a_crash_hurts_nobody(desktop):
    secret, another = new_secret(), new_secret()
    cameras = Webcams(desktop)
    cameras.show(room(desktop))
    assert desktop.cli("add", "-", input=link_to(secret, "Before"))[0] == 0
    app = desktop.start_app()
    child = open_camera(app)
    wait_for_picture(app)
    os.kill(child, signal.SIGSEGV)
    app.says("The part of Watchword that shows the camera has failed")
    app.find("push button", "Scan the screen")
    # The list lives on behind it.
    check_code(desktop, secret, lambda: shown_code(app.all("list item", re.compile("Before"), showing=False)[0].name))
    app.press("Try again")
    wait_for_picture(app)
    # One that hangs is ended with the dialog, and with the program.
    child = filming_program(app.process.pid)
    os.kill(child, signal.SIGSTOP)
    app.press("Close")
    wait_until("the camera is off", lambda: not os.path.exists(f"/proc/{child}"))
    child = open_camera(app)
    wait_for_picture(app)
    os.kill(child, signal.SIGSTOP)
    app.kill()
    wait_until("the camera is off", lambda: not is_alive(child))

    cameras.show(held_up(desktop, link_to(another, "After")))
    app = desktop.start_app()
    open_camera(app)
    accept_card(app)
    check_code(desktop, another, lambda: shown_code(row(app, "After").name))
    nothing_leaked(desktop, secret, another)


@story
def a_missing_program_is_said(desktop):
    """A copy of the program without the other beside it."""
    place = os.path.join(desktop.base, "place", "bin")
    os.makedirs(place)
    shutil.copy(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), place)
    os.environ["WATCHWORD_BIN"] = place
    app = desktop.start_app()
    app.press("Use the webcam")
    app.says("The part of Watchword that shows the camera is missing")
    app.find("push button", "Scan the screen")


@story
def fifty_openings_leave_nothing_behind(desktop):
    cameras = Webcams(desktop)
    cameras.show(room(desktop))
    app = desktop.start_app()

    app.activate()
    button = app.find("push button", "Use the webcam")

    def once(number):
        button.click()
        child = filming_program(app.process.pid)
        wait_until("the dialog is open", lambda: len(desktop.windows_of(app.process.pid)) > 1)
        if number % 4 == 0:  # the others are closed while they start
            wait_for_picture(app)
        desktop.keys("Escape")
        wait_until("the camera is off", lambda: not os.path.exists(f"/proc/{child}"))
        wait_until("the dialog is closed", lambda: len(desktop.windows_of(app.process.pid)) == 1)

    for number in range(6):
        once(number)
    before = held_at_rest(app.process.pid)
    for number in range(44):
        once(number)
    after = held_at_rest(app.process.pid)
    print(f"INFO   : before {before}, after 44 more {after}", flush=True)
    assert after[0] <= before[0], "open files"
    assert after[1] <= before[1] + 1, "threads"
    # A single frame that is kept each time would be 13 MiB.
    assert after[2] <= before[2] + 6 * 1024, "memory"
    assert not [one for one in descendants(app.process.pid)]


def held_at_rest(pid):
    """What it holds once that has been the same number of files and threads for a while: a child's pipe goes a moment later."""
    seen = []

    def is_at_rest():
        seen.append(held_by(pid))
        return len(seen) > 3 and len({one[:2] for one in seen[-4:]}) == 1
    wait_until("what it holds stays the same", is_at_rest, pause=0.3)
    return seen[-1]


def held_by(pid):
    """Open files, threads, and memory in kB that no file lies behind (what does may be dropped and read again at any time), also
    what was swapped out."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in file if line.startswith(("Anonymous:", "Swap:"))}
    return len(os.listdir(f"/proc/{pid}/fd")), len(os.listdir(f"/proc/{pid}/task")), sum(sizes.values())


if __name__ == "__main__":
    run()
