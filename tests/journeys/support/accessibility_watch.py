# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that goes over the accessibility bus while a screen reader listens to everything."""
import os
import re

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from . import processes  # noqa: E402

_KINDS = ("object", "focus", "window")
_HEADER = re.compile(r"^(?:method call|method return|signal|error) .*?(?:member=(\w+))?$")
_STRING = re.compile(r'^ +(?:dict entry\( +)?(?:variant +)?string "(.*)"$')


class AccessibilityWatch:
    """Use it in a `with`; afterwards `messages` are (member or None, texts among its arguments), of all programs."""

    def __init__(self, desktop):
        self.messages = []
        self._desktop = desktop
        self._path = desktop.log("accessibility")
        self._listener = None
        self._monitor = None

    def __enter__(self):
        # Programs send only what somebody has asked for.
        self._listener = Atspi.EventListener.new(lambda event: None)
        for kind in _KINDS:
            self._listener.register(kind)
        self._monitor = processes.start(["dbus-monitor", "--monitor", "--address", self._desktop.accessibility_bus],
                                        self._desktop.environment, log=self._path)
        # It is told that it lost its name when it is no more than a monitor.
        processes.wait_until("the bus is watched", lambda: "NameLost" in self._output())
        return self

    def __exit__(self, *_):
        for kind in _KINDS:
            self._listener.deregister(kind)
        self._monitor.terminate()
        self._monitor.wait()
        for line in self._output().splitlines():
            if header := _HEADER.match(line):
                self.messages.append((header.group(1), []))
            elif (text := _STRING.match(line)) and self.messages:
                self.messages[-1][1].append(text.group(1))

    def has(self, member, text):
        """Whether that has come by already."""
        return re.search(rf'member={member}\n(?: .*\n)*?.*string "{re.escape(text)}"', self._output())

    def texts(self, member=None):
        return [text for its_member, texts in self.messages if member in (None, its_member) for text in texts]

    def _output(self):
        if not os.path.exists(self._path):
            return ""
        with open(self._path, encoding="utf-8", errors="replace") as file:
            return file.read()
