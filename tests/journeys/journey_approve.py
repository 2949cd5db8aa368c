#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins approved and denied on the built program, over TLS, with a server (support/push_server) that shares no code with it."""
# time limit: 900 s
import os
import re
import shutil
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

TYPING_WINDOW = os.path.join(os.path.dirname(os.path.realpath(__file__)), "support", "typing_window.py")
COMES = 40  # seconds: the pause between two polls, with its jitter, on a busy machine


def picture(desktop, name):
    folder = os.environ.get("WATCHWORD_SCREENSHOTS")
    if folder:
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(desktop.temporary, name + ".png")
        desktop.screenshot(path)
        shutil.copy(path, folder)


def prompt(app):
    """The window of a request, which is there without anybody's doing."""
    return app.find("frame", re.compile("Sign-in request|signing in"), seconds=COMES)


@story
def approve(desktop):
    server = SignInServer(desktop)
    server.enrol()
    app = desktop.start_app()
    challenge = server.challenge()
    wait_until("the prompt", lambda: len(app.desktop.windows_of(app.process.pid)) > 1, COMES)
    time.sleep(2)
    print(app.tree())
    picture(desktop, "approve")


if __name__ == "__main__":
    run()
