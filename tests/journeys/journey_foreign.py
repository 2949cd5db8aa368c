#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code that is not ours (tests/data/enrol/foreign_codes.json), shown by another program and scanned from the screen: it is
named, explained, and leaves ways out; nothing is added. The command line says the same of each of its samples."""
import json
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.adding import COPY, SCAN, link_to, new_secret  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

HERE = os.path.dirname(os.path.realpath(__file__))
EMPTY_WORDS = re.compile(r"\b(invalid|not supported|unsupported)\b", re.IGNORECASE)
BOARDING_PASS = "M1DOE/JANE            EABC123 LHRJFKBA 0175 226F001A0025 100"
# zint's numbers
AZTEC, PDF417, CODE_128, DATA_MATRIX = 92, 55, 20, 71


def foreign_codes():
    with open(os.path.join(HERE, "..", "data", "enrol", "foreign_codes.json"), encoding="utf-8") as file:
        return json.load(file)


def barcode(desktop, symbology, text, name):
    path = os.path.join(desktop.outside, name)
    subprocess.run(["zint", "-b", str(symbology), "--scale=2", "--quietzones", "-o", path, "-d", text], check=True)
    return path


def no_account(desktop):
    return desktop.cli("list")[1].strip() == ""


@story
def every_code_of_others_on_the_screen_is_named_and_explained(desktop):
    app = desktop.start_app()
    again = SCAN
    shown = None
    shown_before = None
    titles = [(code["title"], desktop.write_qr(code["texts"][0], module=5, name=f"{code['origin']}.png")) for code in foreign_codes()]
    titles += [("boarding pass", barcode(desktop, PDF417, BOARDING_PASS, "pass.png")),
               ("another kind of barcode", barcode(desktop, CODE_128, "00340434", "parcel.png"))]
    for title, picture in titles:
        shown_before, shown = shown, desktop.show_picture(picture, 2200, 300)
        if shown_before:
            shown_before.kill()
            shown_before.wait()
        app.press(again, seconds=20)
        app.find(None, re.compile(re.escape(title)), 20)
        lines = list(app.lines())
        assert not [line for line in lines if EMPTY_WORDS.search(line)], lines
        again = "Scan again"
        app.find("push button", again)
        if shown_before:
            wait_until("what was said before is gone", lambda: len(app.all("push button", again)) == 1)
    assert no_account(desktop)


@story
def the_command_line_names_every_sample_and_adds_nothing(desktop):
    for code in foreign_codes():
        for number, text in enumerate(code["texts"]):
            picture = desktop.write_qr(text, module=3, name=f"{code['origin']}-{number}.png")
            status, output, _ = desktop.cli("scan", picture)
            assert output.startswith(f"{picture}: ") and len(output.strip().splitlines()) == 1, (status, output)
            assert len(output) > len(picture) + 40 and not EMPTY_WORDS.search(output), output
    for symbology in (AZTEC, PDF417, DATA_MATRIX):
        assert "boarding pass" in desktop.cli("scan", barcode(desktop, symbology, BOARDING_PASS, "pass.png"))[1], symbology
    assert no_account(desktop)


@story
def what_stands_beside_an_account_is_told_on_its_card(desktop):
    desktop.show_picture(desktop.write_qr(link_to(new_secret())), 200, 200)
    desktop.show_picture(desktop.write_qr("https://example.org/download", name="link.png"), 800, 200)
    desktop.show_picture(desktop.write_qr("phonefactor://activate_account?code=1&url=x", name="other.png"), 2200, 200)
    app = desktop.start_app()
    app.press(SCAN)
    app.find("push button", COPY, 20)
    app.says("This code is for Microsoft’s app.")
    app.says("example.org")
    assert no_account(desktop)


if __name__ == "__main__":
    run()
