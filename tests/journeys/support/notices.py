# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's notifications (the real dunst), and who sends what to them on the session bus."""
import os

from .processes import PATIENCE, wait_until

NOTIFICATIONS = "org.freedesktop.Notifications"


class Dunst:
    """Shows notices on the desktop; their buttons are pressed by its own menu."""

    def __init__(self, desktop):
        self.desktop = desktop
        self._menu = os.path.join(desktop.outside, "menu")
        self._process = None

    def start(self):
        configuration = os.path.join(self.desktop.outside, "dunstrc")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(f"[global]\n markup = full\n dmenu = {self._menu}\n offset = 40x40\n width = 420\n")
        self._process = self.desktop.start_program("dunst", "-conf", configuration, "-print", log="dunst")
        wait_until("dunst is on the bus", lambda: self.desktop.bus.owner(NOTIFICATIONS), 20)
        return self

    def displayed(self):
        return int(self.desktop.run_tool("dunstctl", "count", "displayed").strip())

    def wait_for(self, words, number=1, seconds=PATIENCE):
        """So many notices are shown, and these words were among them."""
        wait_until(f"{words!r} is said in one of {number} notices",
                   lambda: words in self.printed() and self.displayed() == number, seconds)

    def wait_empty(self, seconds=PATIENCE):
        wait_until("no notice is shown", lambda: self.displayed() == 0, seconds)

    def printed(self):
        """All that it was given so far, in its own words."""
        with open(self.desktop.log("dunst"), encoding="utf-8") as log:
            return log.read()

    def click(self):
        self.desktop.run_tool("dunstctl", "action", "0")

    def choose(self, label):
        """The button with this word."""
        with open(self._menu, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\ngrep -m1 '^#{label} '\n")
        os.chmod(self._menu, 0o755)
        self.desktop.run_tool("dunstctl", "context")


class Watch:
    """All that is sent to notifications on the session bus, whoever takes it."""

    def __init__(self, desktop):
        self._log = desktop.log("bus_watch")
        desktop.start_program("dbus-monitor", "--session", f"interface='{NOTIFICATIONS}'", log="bus_watch")
        wait_until("the bus is watched", lambda: "NameAcquired" in self.seen() or "signal" in self.seen(), 20)

    def seen(self):
        with open(self._log, encoding="utf-8") as log:
            return log.read()

    def notices(self):
        return self.seen().count("member=Notify\n")
