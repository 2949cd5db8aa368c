#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simple ways in on the built program, as other programs really give: Ctrl+V of what is on the clipboard, a drag from
another program's window, and the QR codes of Google Authenticator's export on the screen. Codes are compared with oathtool's."""
import base64
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import google_export  # noqa: E402
from support.adding import (ACCEPTED, COPY, SCAN, accept_card, check_code, link_to, new_secret,  # noqa: E402
                            nothing_leaked, row, shown_code)
from support.story import run, story  # noqa: E402


def is_saved(desktop, app, issuer, secret):
    """The card is accepted, and the row shows the right code."""
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app, issuer).name))


@story
def what_is_pasted_opens_the_card(desktop):
    secrets = {issuer: new_secret() for issuer in ("Link", "Key", "Picture", "File")}
    app = desktop.start_app()

    desktop.set_clipboard(link_to(secrets["Link"], "Link"))
    app.keys("ctrl+v")
    is_saved(desktop, app, "Link", secrets["Link"])

    key = secrets["Key"].lower()
    desktop.set_clipboard(" ".join(key[i:i + 4] for i in range(0, len(key), 4)))
    app.keys("ctrl+v")
    app.find("push button", COPY, 20)
    app.find("text", re.compile("^Name of the site")).set_text("Key")
    is_saved(desktop, app, "Key", secrets["Key"])

    desktop.set_clipboard_picture(desktop.write_qr(link_to(secrets["Picture"], "Picture"), module=4))
    app.keys("ctrl+v")
    is_saved(desktop, app, "Picture", secrets["Picture"])

    # As a file manager copies a file: a list of addresses.
    address = pathlib.Path(desktop.write_qr(link_to(secrets["File"], "File"), name="a photo ü.png")).as_uri()
    desktop.set_clipboard(address + "\r\n", kind="text/uri-list")
    app.keys("ctrl+v")
    is_saved(desktop, app, "File", secrets["File"])

    # An address is read as it was written: Qt would leave the empty port out.
    desktop.set_clipboard("tiqrenroll://https://idp.example/enrol\r\n", kind="text/uri-list")
    app.keys("ctrl+v")
    app.press("What was read?")
    app.find("label", re.compile("^What was read: tiqrenroll://https://idp"))
    app.press("Close")

    nothing_leaked(desktop, *secrets.values())


@story
def what_is_dragged_from_another_program_opens_the_card(desktop):
    secrets = {issuer: new_secret() for issuer in ("File", "Link", "Picture")}
    app = desktop.start_app()

    def place(node, across=2):
        x, y, width, height = node.extents
        return x + width // across, y + height // 2

    picture = desktop.write_qr(link_to(secrets["File"], "File"), name="a photo ü.png")
    desktop.drag(*place(app.find("push button", SCAN)), files=(pathlib.Path(picture).as_uri() + "\r\n").encode())
    is_saved(desktop, app, "File", secrets["File"])

    # As a browser gives it, on the field for searching: that would take the text for itself.
    link = link_to(secrets["Link"], "Link").encode()
    desktop.drag(*place(app.find("text", re.compile("^Search"))), address=link + b"\r\n", text=link, plain=link)
    is_saved(desktop, app, "Link", secrets["Link"])

    with open(desktop.write_qr(link_to(secrets["Picture"], "Picture")), "rb") as file:
        desktop.drag(*place(row(app, "Link")), png=file.read())
    is_saved(desktop, app, "Picture", secrets["Picture"])

    nothing_leaked(desktop, *secrets.values())


@story
def an_export_of_google_authenticator_is_scanned_in_any_order(desktop):
    secrets = {issuer: new_secret() for issuer in ("Plain", "Eight", "Counted", "Unwanted")}
    parameters = {"Plain": {"algorithm": 1, "digits": 1, "type": 2}, "Eight": {"algorithm": 2, "digits": 2, "type": 2},
                  "Counted": {"algorithm": 1, "digits": 1, "type": 1, "counter": 7}, "Unwanted": {"type": 2}}
    first, second = google_export.parts(
        [{"secret": base64.b32decode(secrets[issuer]), "issuer": issuer, "name": f"{issuer}:alice", **parameters[issuer]}
         for issuer in secrets], 2, batch_id=-1934)
    app = desktop.start_app()
    shown = desktop.show_picture(desktop.write_qr(second, module=5, name="second.png"), 200, 200)
    app.press(SCAN)
    app.says("1 of 2 – scan the next one", 20)
    app.says("Part 1 of 2 is missing.")
    app.press("Scan the screen")  # the same one again
    app.says("This one had been read before.", 20)
    app.says("Part 1 of 2 is missing.")
    shown.terminate()
    shown.wait()
    desktop.show_picture(desktop.write_qr(first, module=5, name="first.png"), 2200, 300)
    app.press("Scan the screen")
    app.find("push button", "Add 4 accounts", 20)
    assert desktop.cli("list", "--json")[1].strip() == "[]", "saved before it was picked"
    app.press(re.compile("Unwanted, "), role="check box")
    app.press("Add 3 accounts")
    app.wait_gone("push button", "Add 3 accounts")

    check_code(desktop, secrets["Plain"], lambda: shown_code(row(app, "Plain").name))
    check_code(desktop, secrets["Eight"], lambda: shown_code(row(app, "Eight").name), algorithm="sha256", digits=8)
    counted = desktop.run_tool("oathtool", "--hotp", "--base32", "--counter=7", secrets["Counted"]).strip()
    assert desktop.cli("code", "Counted")[1].strip() == counted, "the code of the counter is not oathtool's"
    assert len(app.rows()) == 3
    nothing_leaked(desktop, *secrets.values())


if __name__ == "__main__":
    run()
