#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages around scanning the screen, on two monitors, with real parts: the seconds in which a menu can be opened, the choice
of an area by mouse and by keyboard, screens of one colour, monitors of different scale, our windows' way back."""
# time limit: 600 s
import os
import re
import socket
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.adding import (ACCEPTED, COPY, DONE, SCAN, accept_card, check_code, link_to, new_secret,  # noqa: E402
                            nothing_leaked, row, shown_code)
from support.processes import wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

CODE_MENU = os.path.join(os.path.dirname(os.path.realpath(__file__)), "support", "code_menu.py")
MONITOR = 1920, 1440  # each of the two
NOTHING = "There is no QR code on your screen"
NOTHING_IN_AREA = "There is no QR code in this area"
ONE_COLOUR = re.compile("^The picture of your screen has one colour and nothing in it")
SOON = "Try again in 3 seconds"
COUNTDOWN = re.compile("^The screen is scanned in 3 seconds")
AREA = "Area to search"
WAYS = (SOON, "Open a picture file", "Paste", "Type the key")


# What is on the screen

def meadow(desktop, x=2600, y=900):
    """Something to look at, without a code."""
    picture = os.path.join(desktop.outside, "meadow.png")
    desktop.run_tool("convert", "-size", "400x300", "gradient:green-yellow", picture)
    return desktop.show_picture(picture, x, y)


def show_small_code(desktop, text, x, y):
    """A pixel a module: seen only by a search that enlarges, as that of a whole screen does where nothing else is found."""
    picture = desktop.write_qr(text, module=1, name="small.png")
    side = int(desktop.run_tool("identify", "-format", "%w", picture))
    desktop.show_picture(picture, x, y)
    return x, y, side, side


def show_squares(desktop, x, y, across=36, down=36):
    """More that looks like the corner of a code than anybody wants to put together."""
    tile, sheet = (os.path.join(desktop.outside, name) for name in ("tile.png", "squares.png"))
    desktop.run_tool("convert", "-size", "22x22", "xc:white", "-fill", "black", "-draw", "rectangle 4,4 17,17", "-fill", "white",
                     "-draw", "rectangle 6,6 15,15", "-fill", "black", "-draw", "rectangle 8,8 13,13", tile)
    desktop.run_tool("convert", "-size", f"{22 * across}x{22 * down}", f"tile:{tile}", sheet)
    desktop.show_picture(sheet, x, y)


class Menu:
    """Another program that shows the picture in its menu."""

    def __init__(self, desktop, picture, x, y):
        self._desktop = desktop
        self._log = desktop.log("code_menu")
        self._process = desktop.start_program("/usr/bin/python3", CODE_MENU, picture, str(x), str(y), log="code_menu")
        place = wait_until("the program with the menu is there", lambda: self._says("place (.*)"), 20)
        self._place = [int(number) for number in place.group(1).split()]

    def open(self):
        self._desktop.click(*self._place)
        wait_until("its menu is open", self.is_open)

    def is_open(self):
        return self._says("open") and not self._says("closed")

    def quit(self):
        self._process.kill()
        self._process.wait()

    def _says(self, pattern):
        with open(self._log, encoding="utf-8") as file:
            return re.search(f"^{pattern}$", file.read(), re.M)


# Our windows

def window_named(desktop, title="Watchword"):
    return desktop.run_tool("xdotool", "search", "--onlyvisible", "--name", f"^{title}$", check=False).split()


def geometry(desktop, title="Watchword"):
    """Where the X server has the window: x, y, width, height; None while it is not there."""
    window = window_named(desktop, title)
    words = desktop.run_tool("xwininfo", "-id", window[0], check=False) if window else ""
    numbers = [re.search(name + r": +(-?\d+)", words) for name in
               ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")]
    return tuple(int(number.group(1)) for number in numbers) if all(numbers) else None


def put_window(desktop, x, y, width, height):
    """Moved and sized by the window manager, as a person does it; what came of it."""
    window = window_named(desktop)[0]
    before = geometry(desktop)
    desktop.run_tool("xdotool", "windowsize", "--sync", window, str(width), str(height), "windowmove", "--sync", window, str(x), str(y))
    wait_until("the window has moved", lambda: geometry(desktop) != before and abs(geometry(desktop)[0] - x) < 50)
    time.sleep(0.5)  # the program has been told, too
    return geometry(desktop)


def is_back_at(desktop, place):
    try:
        wait_until("the window is back", lambda: geometry(desktop) == place)
        time.sleep(0.5)  # it stays there
        assert geometry(desktop) == place
    except AssertionError as trouble:
        raise AssertionError(f"the window was at {place} and is at {geometry(desktop)}") from trouble


def double_click_title(desktop):
    x, y, width, _ = geometry(desktop)
    desktop.run_tool("xdotool", "mousemove", str(x + width // 2), str(y - 8), "click", "--repeat", "2", "--delay", "80", "1")


def focus(app):
    """The name of what has the keyboard. The list's current row says so of itself whatever has the focus."""
    return next((node.name for node in app.all(passed_over=("list",)) if node.has("focused") and node.name), None)


def go_to(app, name):
    """By Tab, from wherever the focus is, to what has this name."""
    seen = []
    for _ in range(25):
        now = focus(app)
        seen.append(now)
        if now is not None and (name.search(now) if isinstance(name, re.Pattern) else name == now):
            return
        app.desktop.keys("Tab")
        try:
            wait_until("the focus has moved", lambda was=now: focus(app) != was, 2)
        except AssertionError:
            pass  # some things have no name
    raise AssertionError(f"Tab does not lead to {name}, but to {seen}")


def picture(desktop):
    path = os.path.join(desktop.temporary, "screen.png")
    desktop.screenshot(path)
    return path


def amber(desktop, x, y, width, height):
    """How many pixels have the colour in which a code that can be added is outlined."""
    words = desktop.run_tool("convert", picture(desktop), "-crop", f"{width}x{height}+{x}+{y}", "-depth", "8", "-format", "%c",
                             "histogram:info:")
    found = re.search(r"(\d+): .*#F2B84B", words)
    return int(found.group(1)) if found else 0


def scans(app):
    """How many scans have begun."""
    return app.output().count("watchword.scan: asked for")


# The page where an area is chosen

def area(app):
    """What a screen reader says of the rectangle: monitor, left, right, top and bottom in per cent."""
    said = re.fullmatch(r"Monitor (\d)\. From (\d+) to (\d+) % across and from (\d+) to (\d+) % down", app.find(None, AREA).description)
    assert said, app.find(None, AREA).description
    return tuple(map(int, said.groups()))


def place_in_area(app, x, y):
    """Where the pixel of the screen is shown on the page: both monitors stand side by side, 8 px apart and from the edge."""
    left, top, width, height = app.find(None, AREA).extents
    scale = (width - 3 * 8) / (2 * MONITOR[0])
    assert height >= MONITOR[1] * scale + 2 * 8 - 1, "the pictures are cut off"
    monitor = x // MONITOR[0]
    return round(left + 8 + monitor * 8 + x * scale), round(top + 8 + y * scale)


def draw(app, x, y, width, height, margin=12):
    """A rectangle around that part of the screen, by the mouse; the page says where it is then."""
    desktop = app.desktop
    before = app.find(None, AREA).description
    steps = [place_in_area(app, x - margin, y - margin), place_in_area(app, x + width // 2, y + height // 2),
             place_in_area(app, x + width + margin, y + height + margin)]
    words = [word for step in steps for word in ("mousemove", *map(str, step))]
    desktop.run_tool("xdotool", *words[:3], "mousedown", "1", *words[3:], "mouseup", "1")
    wait_until("the rectangle is drawn", lambda: app.find(None, AREA).description != before)
    monitor, left, right, top, bottom = area(app)
    assert monitor == 1 + x // MONITOR[0]
    x %= MONITOR[0]
    for said, meant, whole in ((left, x, MONITOR[0]), (right, x + width, MONITOR[0]), (top, y, MONITOR[1]), (bottom, y + height, MONITOR[1])):
        assert abs(said - meant * 100 / whole) < 4, (area(app), x, y, width, height)


@story
def a_code_in_a_menu_is_found_when_the_menu_is_opened_within_the_three_seconds(desktop):
    secret = new_secret()
    meadow(desktop)
    menu = Menu(desktop, desktop.write_qr(link_to(secret), module=5), 2200, 200)
    app = desktop.start_app()
    app.press(SCAN)
    app.says(NOTHING, 20)
    app.press(SOON)
    app.find("dialog", COUNTDOWN)
    menu.open()
    app.find("push button", COPY, 20)
    assert menu.is_open(), "the menu was closed by the scan"
    menu.quit()
    check_code(desktop, secret, lambda: next(filter(None, map(shown_code, app.lines()))))
    accept_card(app)
    row(app)
    nothing_leaked(desktop, secret)


def is_cancelled_in_time(app, way):
    """Whether nothing was scanned; it may be only when a busy machine made three seconds too short."""
    before, begun = scans(app), time.monotonic()
    is_cancelled = False
    try:
        app.press("Scan in 3 seconds")
        app.find("dialog", COUNTDOWN, 4)
        app.keys("Escape") if way == "Escape" else app.press(way, seconds=4)
        is_cancelled = True
    except AssertionError:
        pass
    took = time.monotonic() - begun
    time.sleep(3.5)  # it could only come now
    if is_cancelled and scans(app) == before and not app.all("dialog"):
        return True
    assert took > 2.5, app.output()
    return False


@story
def seconds_that_are_cancelled_scan_nothing(desktop):
    meadow(desktop)
    app = desktop.start_app()
    place = put_window(desktop, 700, 300, 460, 700)
    for way in ("Escape", "Cancel"):
        for is_last in (False, False, False, False, True):
            if is_cancelled_in_time(app, way):
                break
            assert not is_last, "it is never cancelled in time"
            app.says(NOTHING)
            app.keys("Escape")
            app.wait_gone("dialog")
    before = scans(app)
    assert geometry(desktop) == place and not app.all("dialog")
    app.press("Scan in 3 seconds")
    app.press("Scan now")
    app.says(NOTHING, 20)
    assert scans(app) == before + 1
    app.keys("Escape")
    app.wait_gone("dialog")
    is_back_at(desktop, place)


@story
def an_area_is_searched_with_more_effort_after_nothing_was_found(desktop):
    secret = new_secret()
    show_squares(desktop, 2000, 60)
    code = show_small_code(desktop, link_to(secret), 3100, 1100)
    app = desktop.start_app()
    app.press(SCAN)
    app.says(NOTHING, 20)
    app.press("Choose an area")
    app.find("dialog", "Where is the QR code?")
    draw(app, 2500, 1000, 400, 300)
    app.press("Search here")
    app.says(NOTHING_IN_AREA, 20)
    for way in ("Choose another area", *WAYS):
        app.find("push button", way)
    app.press("Choose another area")
    draw(app, *code)
    app.press("Search here")
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@story
def an_area_beside_a_code_of_others_can_be_chosen_and_left_again(desktop):
    secret = new_secret()
    desktop.show_picture(desktop.write_qr("phonefactor://activate_account?code=1&url=x", name="other.png"), 300, 300)
    code = show_small_code(desktop, link_to(secret), 1000, 1000)
    app = desktop.start_app()
    app.press(SCAN)
    app.says("This code is for Microsoft’s app", 20)
    app.press("Choose an area")
    app.find("dialog", "Where is the QR code?")
    app.press("Back")
    app.says("This code is for Microsoft’s app")
    app.wait_gone(None, AREA)
    app.press("Choose an area")
    draw(app, *code)
    app.press("Search here")
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@story
def an_area_is_chosen_by_keyboard_alone_and_what_it_is_is_said(desktop):
    secret = new_secret()
    desktop.show_picture(desktop.write_qr("phonefactor://activate_account?code=1&url=x", name="other.png"), 2200, 200)
    show_small_code(desktop, link_to(secret), 2920, 700)
    app = desktop.start_app()
    app.press(SCAN)
    app.says("This code is for Microsoft’s app", 20)
    app.activate()
    go_to(app, "Choose an area")
    desktop.keys("Return")
    wait_until("the rectangle has the focus", lambda: focus(app) == AREA)
    assert area(app) == (1, 33, 66, 33, 66)

    def press(key, then):
        """Again and again until the page says what is wanted."""
        for _ in range(60):
            before = area(app)
            if then(*before):
                return before
            desktop.keys(key)
            if key.startswith("ctrl"):
                time.sleep(0.1)  # not every one is a whole per cent
            else:
                wait_until(f"{key} does something", lambda was=before: area(app) != was, 5)
        raise AssertionError(f"{key} does not lead there: {area(app)}")

    press("Right", lambda monitor, left, right, *_: right == 100)
    press("Right", lambda monitor, *_: monitor == 2)
    assert area(app) == (2, 0, 33, 33, 66)
    press("Left", lambda monitor, *_: monitor == 1)
    assert area(app) == (1, 66, 100, 33, 66)
    press("Right", lambda monitor, *_: monitor == 2)
    press("shift+Left", lambda monitor, left, right, *_: right <= 15)
    press("shift+Up", lambda monitor, left, right, top, bottom: bottom - top <= 18)
    press("Right", lambda monitor, left, *_: left >= 45)
    coarse = area(app)
    desktop.keys(*["ctrl+Right"] * 6)
    wait_until("Ctrl moves it", lambda: area(app) != coarse)
    time.sleep(0.3)
    assert 1 <= area(app)[1] - coarse[1] <= 2, (coarse, area(app))
    press("Down", lambda monitor, left, right, top, bottom: top >= 42)
    press("Up", lambda monitor, left, right, top, bottom: top <= 45)
    desktop.keys("Return")
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@story
def a_screen_of_one_colour_is_told_as_such(desktop):
    secret = new_secret()
    desktop.run_tool("xsetroot", "-solid", "#305070")
    app = desktop.start_app()
    place = put_window(desktop, 600, 200, 460, 700)
    app.press(SCAN)
    app.says(ONE_COLOUR, 20)
    for way in WAYS:
        app.find("push button", way)
    is_back_at(desktop, place)

    print("INFO   : one of the two", flush=True)
    program = meadow(desktop)
    app.press(SOON)
    app.says(NOTHING, 20)
    app.says(re.compile("^One monitor came out in one colour"))
    program.kill()
    program.wait()

    print("INFO   : another way", flush=True)
    desktop.set_clipboard(link_to(secret))
    app.press("Paste")
    accept_card(app)
    row(app)
    nothing_leaked(desktop, secret)


@story
def codes_on_monitors_of_different_scale_are_found_also_below_our_own_window(desktop):
    secrets = {"Left Ltd": new_secret(), "Right Ltd": new_secret()}
    for number, (issuer, secret) in enumerate(secrets.items()):
        desktop.show_picture(desktop.write_qr(link_to(secret, issuer), module=4, name=f"{number}.png"), 900 + 1920 * number, 500)
    app = desktop.start_app(environment={"QT_SCREEN_SCALE_FACTORS": "1;2"})
    place = put_window(desktop, 2600, 100, 900, 1200)
    app.press(SCAN)
    app.says("2 codes were found", 20)
    for issuer in secrets:
        app.says(issuer)
    is_back_at(desktop, place)
    # Where the page is, the X server knows: what the accessibility bus says is not in its pixels.
    def is_outlined(half):
        x, y, width, height = geometry(desktop, "Add accounts")  # it may still be on its way there
        return amber(desktop, x + half * width // 2, y, width // 2, height * 2 // 3) > 100
    wait_until("a code is outlined on the picture of each monitor", lambda: is_outlined(0) and is_outlined(1), 20)

    app.press("Choose an area instead")
    app.find("dialog", "Where is the QR code?")
    app.press("Back")
    app.press("Add 2 accounts")
    for issuer, secret in secrets.items():
        check_code(desktop, secret, lambda name=issuer: shown_code(row(app, name).name))
    nothing_leaked(desktop, *secrets.values())


@story
def from_the_start_to_the_saved_account_with_the_keyboard_alone(desktop):
    secret = new_secret()
    screen = meadow(desktop)
    app = desktop.start_app()
    app.find("push button", SCAN)
    go_to(app, SCAN)
    desktop.keys("Return")
    app.says(NOTHING, 20)
    wait_until("the first way has the focus", lambda: focus(app) == SOON)
    # One below the other, and the key follows.
    for way in ("Choose an area", "Type the key", "Paste", "Open a picture file", "Use the webcam", "Close", SOON):
        desktop.keys("Tab")
        wait_until(f"the focus is on {way}", lambda name=way: focus(app) == name)
    desktop.keys("Return")
    wait_until("what cuts it short has the focus", lambda: focus(app) == "Scan now")
    desktop.keys("Escape")
    app.wait_gone("dialog")

    screen.kill()
    desktop.show_picture(desktop.write_qr(link_to(secret)), 2600, 200)
    # The other program has the keyboard now; a window manager's key gives it back.
    desktop.keys("alt+Tab")
    go_to(app, "Scan in 3 seconds")
    desktop.keys("space")
    wait_until("what cuts it short has the focus", lambda: focus(app) == "Scan now")
    desktop.keys("Return")
    app.find("push button", COPY, 20)
    go_to(app, COPY)
    desktop.keys("Return")
    wait_until("a code is on the clipboard", lambda: re.fullmatch("[0-9]{6}", desktop.clipboard()))
    check_code(desktop, secret, desktop.clipboard)
    go_to(app, ACCEPTED)
    desktop.keys("Return")
    app.find("push button", DONE)
    go_to(app, DONE)
    desktop.keys("Return")
    app.wait_gone("dialog")
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


def take_all_connections(desktop):
    """As many as the X server lets in; nobody else can open the display as long as they are held."""
    held = []
    address = f"/tmp/.X11-unix/X{desktop.display[1:]}"
    while True:
        one = socket.socket(socket.AF_UNIX)
        one.settimeout(10)
        one.connect(address)
        one.sendall(b"l\0" + (11).to_bytes(2, "little") + bytes(8))
        held.append(one)
        try:
            if one.recv(1) != b"\1":
                return held
        except ConnectionError:
            return held


@story
def our_windows_are_back_in_their_place_when_the_screen_cannot_be_captured(desktop):
    meadow(desktop)
    app = desktop.start_app()
    for where in ((300, 150, 460, 700), (2500, 400, 600, 800)):
        place = put_window(desktop, *where)
        held = take_all_connections(desktop)
        app.press(SCAN)
        app.says(re.compile("^(There is no screen to look at|The screen could not be looked at)"), 30)
        for way in WAYS:
            app.find("push button", way)
        for one in held:
            one.close()
        is_back_at(desktop, place)
        app.press("Close")
        app.wait_gone("dialog")
        is_back_at(desktop, place)

    print("INFO   : maximised", flush=True)
    double_click_title(desktop)
    wait_until("the window is maximised", lambda: geometry(desktop)[2] > 1900)
    large = geometry(desktop)
    app.press(SCAN)
    app.says(NOTHING, 20)
    is_back_at(desktop, large)
    app.press("Close")
    app.wait_gone("dialog")
    double_click_title(desktop)
    is_back_at(desktop, place)


if __name__ == "__main__":
    run()
