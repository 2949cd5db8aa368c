#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on the built program, with real parts: a code shown by another program is scanned from the screen, kept in
the desktop's keychain, shown and copied; files, links, command line. Codes are compared with oathtool's."""
import os
import re
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.adding import (COPY, SCAN, accept_card, check_code, close_accepted, document, link_to,  # noqa: E402
                            new_secret, nothing_leaked, row, shown_code)
from support.processes import wait_until  # noqa: E402
from support.search import disguises  # noqa: E402
from support.story import run, seeded, story  # noqa: E402

@story
def a_code_on_the_screen_becomes_an_account_and_its_code_is_on_the_clipboard(desktop):
    random = seeded("screen")
    secret = new_secret()
    module = random.randint(3, 12)
    zoom = random.choice((100, 100, 150, 200)) if module <= 5 else 100
    picture = desktop.write_qr(link_to(secret), module=module)
    side = int(desktop.run_tool("identify", "-format", "%w", picture)) * zoom // 100
    monitor = random.choice((0, 1))
    x = monitor * 1920 + random.randint(0, 1920 - side)
    y = random.randint(0, 1440 - side)
    print(f"INFO   : {module} px a module at {zoom} %, monitor {monitor}, at {x},{y}", flush=True)
    desktop.show_picture(picture, x, y, zoom)
    app = desktop.start_app()

    app.press(SCAN)
    app.find("push button", COPY, 20)
    check_code(desktop, secret, lambda: next(filter(None, map(shown_code, app.lines()))))
    app.press(COPY)
    wait_until("a code is on the clipboard", lambda: re.fullmatch("[0-9]{6}", desktop.clipboard()))
    check_code(desktop, secret, desktop.clipboard)
    close_accepted(app)

    check_code(desktop, secret, lambda: shown_code(row(app).name))
    app.quit()
    assert not re.search("[0-9]{6}", desktop.clipboard()), "a code stayed on the clipboard after the program had gone"
    app = desktop.start_app()
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    app.keys("Return")  # the search has the focus: the first hit is copied
    wait_until("a code is on the clipboard", lambda: re.fullmatch("[0-9]{6}", desktop.clipboard()))
    check_code(desktop, secret, desktop.clipboard)
    assert "x-kde-passwordManagerHint" in desktop.clipboard_kinds()
    app.quit()

    assert "gnome-keyring" in desktop.owner_of_secrets()
    assert secret in document(desktop), "secret-tool does not find the secret"
    nothing_leaked(desktop, secret)


@story
def several_codes_on_two_monitors_are_all_offered(desktop):
    secrets = {"Left Ltd": new_secret(), "Right Ltd": new_secret()}
    for number, (issuer, secret) in enumerate(secrets.items()):
        desktop.show_picture(desktop.write_qr(link_to(secret, issuer), module=6, name=f"{number}.png"), 300 + 1920 * number, 400)
    app = desktop.start_app()
    app.press(SCAN)
    app.says("Left Ltd", 20)
    app.says("Right Ltd")
    nothing_leaked(desktop, *secrets.values())


@story
def a_screen_without_a_code_is_said_and_leaves_other_ways(desktop):
    picture = os.path.join(desktop.outside, "meadow.png")
    desktop.run_tool("convert", "-size", "400x300", "gradient:green-yellow", picture)
    desktop.show_picture(picture, 200, 200)
    app = desktop.start_app()
    app.press(SCAN)
    app.says(re.compile("no QR code|No QR code"), 20)
    assert app.all("push button"), "a dead end"


@story
def a_link_as_an_argument_opens_the_card_and_cannot_be_read_by_others(desktop):
    secret = new_secret()
    app = desktop.start_app(link_to(secret))
    app.find("push button", COPY, 20)
    with open(f"/proc/{app.process.pid}/cmdline", "rb") as file:
        arguments = file.read()
    assert not [dress for dress, value in disguises(secret).items() if value in arguments], "the arguments hold the secret"
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@story
def an_account_that_came_while_its_card_was_open_is_kept_once(desktop):
    secret = new_secret()
    app = desktop.start_app(link_to(secret))
    app.find("push button", COPY, 20)
    assert desktop.cli("add", "-", input=link_to(secret) + "\n")[0] == 0
    time.sleep(1)  # the window has seen it
    close_accepted(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    assert len(desktop.cli("list")[1].strip().splitlines()) == 1


@story
def an_account_of_steam_may_show_steams_codes(desktop):
    """Steam's own link does not say that its codes are others."""
    app = desktop.start_app(f"otpauth://totp/Steam:alice?secret={new_secret()}&issuer=Steam")
    app.find("push button", COPY, 20)
    app.press("Show Steam’s codes", role="check box")
    close_accepted(app)
    assert '"type":"steam"' in desktop.cli("list", "--json")[1].replace(" ", "")
    assert re.fullmatch("[2-9BCDFGHJKMNPQRTVWXY]{5}", desktop.cli("code", "Steam")[1].strip())


@story
def a_second_start_hands_its_link_to_the_first_and_ends(desktop):
    secret = new_secret()
    app = desktop.start_app()
    second = desktop.start_program(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), link_to(secret), log="second")
    assert second.wait(10) == 0
    accept_card(app)
    row(app)
    third = desktop.start_program(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), log="second")
    assert third.wait(10) == 0
    assert app.is_running
    nothing_leaked(desktop, secret)


@story
def what_the_command_line_adds_is_shown_within_a_second_and_the_other_way_round(desktop):
    secret, other = new_secret(), new_secret()
    desktop.cli("add", "-", input=link_to(secret, "First") + "\n")
    app = desktop.start_app()
    row(app, "First")
    status, _, trouble = desktop.cli("add", "-", input=link_to(other, "Second", "bob") + "\n")
    assert status == 0, trouble
    row(app, "Second", seconds=1.5)  # a second, and the time it takes to look
    check_code(desktop, other, lambda: shown_code(row(app, "Second").name))
    check_code(desktop, other, lambda: desktop.cli("code", "Second")[1].strip())
    nothing_leaked(desktop, secret, other)


@story
def a_deleted_account_goes_and_comes_back_with_undo(desktop):
    secret = new_secret()
    desktop.cli("add", "-", input=link_to(secret) + "\n")
    app = desktop.start_app()
    row(app)
    app.keys("Down", "Delete")
    app.wait_gone("list item", re.compile("Acme"))
    assert secret in document(desktop), "a deleted account must stay in the keychain's document, marked as trash"
    app.press("Undo")
    check_code(desktop, secret, lambda: shown_code(row(app).name))


@story
def a_counter_account_gives_its_next_code(desktop):
    secret = new_secret()
    desktop.cli("add", "-", input=link_to(secret, more="&counter=5", kind="hotp") + "\n")
    app = desktop.start_app()
    assert shown_code(row(app).name) is None, "a counter code was shown unasked"
    app.keys("Return")
    code = desktop.run_tool("oathtool", "--hotp", "--base32", "--counter=5", secret).strip()
    wait_until("the code of counter 5 is on the clipboard", lambda: desktop.clipboard() == code)
    wait_until("counter 6 is kept", lambda: '"counter": 6' in desktop.cli("list", "--json")[1]
               or '"counter":6' in desktop.cli("list", "--json")[1])


def choose_file(app, path):
    """From the empty page to the chosen file, in the file dialog by keyboard."""
    app.press("Open a picture file")
    app.find("text", re.compile("^File name")).set_text(path)
    app.press("Open")


@story
def a_chosen_picture_file_opens_the_card(desktop):
    secret = new_secret()
    picture = desktop.write_qr(link_to(secret), module=4)
    app = desktop.start_app()
    choose_file(app, picture)
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))
    nothing_leaked(desktop, secret)


@story
def the_command_line_scans_the_screen(desktop):
    secret = new_secret()
    desktop.show_picture(desktop.write_qr(link_to(secret), module=5), 2500, 300)
    status, added, trouble = desktop.cli("add", "--screen")
    assert status == 0, trouble
    assert "Acme" in added and secret not in added
    check_code(desktop, secret, lambda: desktop.cli("code", "Acme")[1].strip())
    nothing_leaked(desktop, secret)


@story
def a_file_or_clipboard_without_an_account_gets_one_clear_sentence_and_changes_nothing(desktop):
    files = {"a 20 MB file": (b"x" * (20 << 20), re.compile("too large")),
             "a binary file": (b"\x7fELF\x02\x01\x01\0" + os.urandom(5000), re.compile("not a picture")),
             "an empty file": (b"", re.compile("is empty|nothing to read"))}
    app = desktop.start_app()
    for what, (content, sentence) in files.items():
        print(f"INFO   : {what}", flush=True)
        path = os.path.join(desktop.home, what.replace(" ", "-") + ".png")
        with open(path, "wb") as file:
            file.write(content)
        choose_file(app, path)
        app.says(sentence)
        app.keys("Escape")
    print("INFO   : a picture without a code", flush=True)
    path = os.path.join(desktop.home, "plain.png")
    desktop.run_tool("convert", "-size", "600x400", "gradient:white-gray", path)
    choose_file(app, path)
    app.says("There is no QR code in the picture")
    app.keys("Escape")
    print("INFO   : an empty clipboard", flush=True)
    app.keys("ctrl+v")
    app.says("There is nothing to read")
    app.keys("Escape")
    assert desktop.cli("list", "--json")[1].strip() == "[]"


@story
def a_data_folder_that_cannot_be_used_is_said_in_a_window(desktop):
    path = os.path.join(desktop.home, "in-the-way")
    with open(path, "w", encoding="utf-8"):
        pass
    app = desktop.start_app("--data-dir=" + path)
    app.says("A file lies where Watchword’s folder should be.")
    app.press("Close")
    assert app.process.wait(10) == 1


BAD = {
    "a web link": ("https://example.com/page", re.compile("web", re.I)),
    "a broken key": ("otpauth://totp/Acme:a?secret=01189998!&issuer=Acme", re.compile("key|secret", re.I)),
    "an unknown algorithm": ("otpauth://totp/Acme:a?secret=GEZDGNBVGY3TQOJQ&algorithm=MD17", re.compile("MD17")),
    "a Microsoft code": ("phonefactor://activate?code=1", re.compile("Microsoft Authenticator")),
}


@story
def what_is_no_account_gets_one_clear_sentence_and_changes_nothing(desktop):
    app = desktop.start_app()
    for what, (text, sentence) in BAD.items():
        print(f"INFO   : {what}", flush=True)
        second = desktop.start_program(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), text, log="second")
        assert second.wait(10) == 0
        app.says(sentence)
        app.keys("Escape")
    assert not app.rows()
    assert desktop.cli("list", "--json")[1].strip() == "[]"


@story
def text_from_outside_is_shown_as_text(desktop):
    secret = new_secret()
    name = "%3Cimg%20src%3D%27%2Fetc%2Fhostname%27%3E%E2%80%AEevil"
    app = desktop.start_app(f"otpauth://totp/{name}?secret={secret}")
    app.find("push button", COPY, 20)
    close_accepted(app)
    shown = row(app, "<img src=").name
    assert "\u202e" not in shown, "a bidirectional control character was shown as it came"


if __name__ == "__main__":
    run()
