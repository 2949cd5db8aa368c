#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_screenshots.py [BUILD]: takes the pictures of the README, light and dark, anew.

The real program, with made-up accounts and a keychain of its own, in the sandbox of the tests; twice the size, so that
they are sharp on every screen. BUILD is build/test by itself. Needs the package fonts-inter besides those of the tests.
"""
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))

from support.app import App  # noqa: E402
from support.desktop import Desktop  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import stop_on_signals  # noqa: E402

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
FOLDER = os.path.join(ROOT, "resources", "screenshots")
SIZE = (440, 552)
ACCOUNTS = (
    "otpauth://totp/Nextcloud:alice%40cloud.example?issuer=Nextcloud&secret=NOTASECRETNEXTAA",
    "otpauth://totp/Work%20account:a.moreno%40northfield.example?issuer=Work%20account&secret=NOTASECRETWORKAA",
    "otpauth://totp/Codeberg:alice-moreno?issuer=Codeberg&secret=NOTASECRETCODEAA",
    "otpauth://totp/Fastmail:alice%40mail.example?issuer=Fastmail&secret=NOTASECRETFASTAA",
    "otpauth://totp/Harbour%20VPN:alice?issuer=Harbour%20VPN&period=15&secret=NOTASECRETVPNAAA",
    "otpauth://hotp/Nordhaven%20Bank:Current%20account?issuer=Nordhaven%20Bank&counter=42&secret=NOTASECRETBANKAA",
    "otpauth://totp/University%20Library:m.oberhuber%40library.example?issuer=University%20Library&digits=8&secret=NOTASECRETLIBRAA",
    "otpauth://totp/Mastodon:%40alice%40social.example?issuer=Mastodon&secret=NOTASECRETMASTAA",
)


def settle(desktop, theme):
    """A person's settings: the look, and the letters that the design is drawn with."""
    configuration = desktop.environment["XDG_CONFIG_HOME"]
    os.makedirs(os.path.join(configuration, "org.watchword.Watchword"), mode=0o700)
    with open(os.path.join(configuration, "org.watchword.Watchword", "settings.ini"), "w", encoding="utf-8") as file:
        file.write(f"[look]\ntheme={theme}\n")
    with open(os.path.join(configuration, "kdeglobals"), "w", encoding="utf-8") as file:
        file.write("[General]\nfont=Inter,10,-1,5,50,0,0,0,0,0\n")
    return {"QT_QPA_PLATFORMTHEME": "kde", "KDE_SESSION_VERSION": "5", "QT_SCALE_FACTOR": "2"}


def take(theme):
    with Desktop(height=1500) as desktop:
        environment = settle(desktop, theme)
        for link in ACCOUNTS:
            status, _, trouble = desktop.cli("add", "-", input=link)
            assert status == 0, trouble
        app = App(desktop, environment=environment)
        wait_until("every account is shown", lambda: len(app.rows()) >= len(ACCOUNTS))
        window = desktop.run_tool("xdotool", "search", "--onlyvisible", "--name", "^Watchword$").split()[-1]
        desktop.run_tool("xdotool", "windowsize", window, *(str(2 * pixels) for pixels in SIZE))
        desktop.run_tool("xdotool", "mousemove", "0", "0")
        # Four seconds before the short code changes, while the others have nineteen.
        time.sleep((11.3 - time.time()) % 30)
        path = os.path.join(FOLDER, f"main-{theme}.png")
        desktop.run_tool("import", "-window", window, "-strip", "-depth", "8", "+dither", "-colors", "255", "-define",
                         "png:compression-level=9", path)
        print(f"{path}: {os.path.getsize(path)} bytes")


def main(arguments):
    build = os.path.abspath(arguments[0] if arguments else os.path.join(ROOT, "build", "test"))
    os.environ["WATCHWORD_BIN"] = os.path.join(build, "bin")
    if "Inter" not in subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=True).stdout:
        sys.exit("The letters are missing: install fonts-inter.")
    os.makedirs(FOLDER, exist_ok=True)
    stop_on_signals()
    for theme in ("light", "dark"):
        # Each in a process of its own: the accessibility library keeps to the first bus that it has seen.
        child = os.fork()
        if child == 0:
            take(theme)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
