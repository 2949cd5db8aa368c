#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program, of another toolkit, from whose window something can be dragged: drag_source.py KIND=FILE…
It prints where its window is, and how the drag goes on: begun, wanted (where it hovers it would be taken), ended."""
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

KINDS = {"files": "text/uri-list", "address": "text/uri-list", "text": "UTF8_STRING", "plain": "text/plain", "png": "image/png"}


def tell(*words):
    print(*words, flush=True)


class Source(Gtk.Window):
    def __init__(self, contents):
        super().__init__(type=Gtk.WindowType.POPUP)
        self.contents = contents
        self.set_default_size(120, 80)
        self.move(self.get_screen().get_width() - 140, 20)
        self.drag_source_set(Gdk.ModifierType.BUTTON1_MASK,
                             [Gtk.TargetEntry.new(kind, 0, number) for number, (kind, _) in enumerate(contents)],
                             Gdk.DragAction.COPY)
        self.connect("drag-begin", self.begun)
        self.connect("drag-data-get", self.give)
        self.connect("drag-end", lambda *_: tell("ended"))
        self.connect("map-event", self.mapped)
        self.show_all()

    def mapped(self, *_):
        _, x, y = self.get_window().get_origin()
        GLib.idle_add(tell, "place", x + 60, y + 40)

    def begun(self, _, context):
        context.connect("action-changed", lambda _, action: action and tell("wanted"))
        tell("begun")

    def give(self, _, context, selection, number, time):
        kind, content = self.contents[number]
        selection.set(Gdk.Atom.intern(kind, False), 8, content)


def main(arguments):
    contents = []
    for kind, path in (argument.split("=", 1) for argument in arguments):
        with open(path, "rb") as file:
            contents.append((KINDS[kind], file.read()))
    window = Source(contents)
    Gtk.main()
    window.destroy()


if __name__ == "__main__":
    main(sys.argv[1:])
