#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, of another toolkit, that shows a QR code only in a menu: code_menu.py PICTURE X Y
A click on its window opens the menu. It prints where to click, and what becomes of the menu: open, closed."""
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402


def tell(*words):
    print(*words, flush=True)


class Program(Gtk.Window):
    def __init__(self, picture, x, y):
        super().__init__(title="a program with a menu")
        self.set_default_size(240, 80)
        self.move(x, y)
        self.add(Gtk.Label(label="Click for the menu"))
        self.menu = Gtk.Menu()
        entry = Gtk.MenuItem()
        entry.add(Gtk.Image.new_from_file(picture))
        self.menu.append(entry)
        self.menu.attach_to_widget(self, None)
        self.menu.connect("map-event", lambda *_: tell("open"))
        self.menu.connect("hide", lambda *_: tell("closed"))
        self.add_events(Gdk.EventMask.BUTTON_PRESS_MASK)
        self.connect("button-press-event", self.pressed)
        self.connect("map-event", self.mapped)
        self.connect("destroy", Gtk.main_quit)
        self.show_all()
        entry.show_all()

    def mapped(self, *_):
        _, x, y = self.get_window().get_origin()
        width, height = self.get_size()
        GLib.idle_add(tell, "place", x + width // 2, y + height // 2)

    def pressed(self, _, event):
        self.menu.popup_at_widget(self.get_child(), Gdk.Gravity.SOUTH_WEST, Gdk.Gravity.NORTH_WEST, event)
        return True


if __name__ == "__main__":
    Program(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    Gtk.main()
