#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, of another toolkit, that somebody types into: typing_window.py X Y
It prints "ready" when it has the keyboard, and then what is in its field, a line for each change."""
import sys

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import Gtk  # noqa: E402


class Program(Gtk.Window):
    def __init__(self, x, y):
        super().__init__(title="a program to type into")
        self.set_default_size(420, 80)
        self.move(x, y)
        field = Gtk.Entry()
        self.add(field)
        field.connect("changed", lambda _: print("text", field.get_text(), flush=True))
        field.connect("activate", lambda _: print("entered", flush=True))
        self.connect("focus-in-event", lambda *_: print("ready", flush=True))
        self.connect("focus-out-event", lambda *_: print("left", flush=True))
        self.connect("destroy", Gtk.main_quit)
        self.show_all()


if __name__ == "__main__":
    Program(int(sys.argv[1]), int(sys.argv[2]))
    Gtk.main()
