# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program whose clocks the test moves (faults/moved_clock.cpp)."""
import os
import struct


class MovedClock:
    """At first nothing is moved. `environment` is for the program."""

    def __init__(self, desktop):
        self._file = os.path.join(desktop.outside, "moved clock")
        self._seconds = self._passed = 0
        self._write("wb")
        library = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "libwatchword_moved_clock.so")
        self.environment = {"LD_PRELOAD": library, "WATCHWORD_MOVED_CLOCK": self._file}

    def set(self, seconds):
        """Somebody has set the time of day: so much ahead of the right one."""
        self._seconds = seconds
        self._write("r+b")

    def wait(self, seconds):
        """So much time goes by, by every clock."""
        self._seconds += seconds
        self._passed += seconds
        self._write("r+b")

    def _write(self, mode):
        # In place: the program has it mapped.
        with open(self._file, mode) as file:
            file.write(struct.pack("=qq", self._seconds, self._passed))
