# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places for tray icons, with real panels: trayer under X11, which takes in windows, and waybar under Wayland, which speaks
StatusNotifierItem on the session bus."""
import json
import os

from gi.repository import GLib

from .processes import wait_until

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_LARGEST_ICON = 64


class XTray:
    """trayer at the lower right; `icon` is the window in it."""

    def __init__(self, desktop, tint="0xffffff"):
        self.desktop = desktop
        self.process = desktop.start_program("trayer", "--edge", "bottom", "--align", "right", "--width", "300", "--widthtype",
                                             "pixel", "--height", "32", "--transparent", "true", "--alpha", "0", "--tint", tint)

    def icon(self, app):
        """Its window, or None."""
        for window in self.desktop.windows_of(app.process.pid):
            x, y, width, height = _place(self.desktop, window)
            if 1 < width <= _LARGEST_ICON:
                return window, x + width // 2, y + height // 2
        return None

    def wait_for_icon(self, app, seconds=20):
        return wait_until("the icon is in the tray", lambda: self.icon(app), seconds)

    def click(self, app, button=1):
        _, x, y = self.wait_for_icon(app)
        self.desktop.click(x, y, button)

    def choose(self, app, letter):
        """Opens its menu, and takes the entry that begins so."""
        def windows():
            return len(self.desktop.windows_of(app.process.pid))
        self.wait_for_icon(app)
        before = windows()
        self.click(app, 3)
        wait_until("the menu is open", lambda: windows() > before)
        self.desktop.keys(letter)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


def windows_without_icon(app):
    """The program's windows that can be seen, as numbers in text, without the one in the tray."""
    return [window for window in app.desktop.windows_of(app.process.pid)
            if _place(app.desktop, window)[2] > _LARGEST_ICON]


def _place(desktop, window):
    """x, y, width, height; of a window that has just gone, nothing."""
    lines = desktop.run_tool("xdotool", "getwindowgeometry", "--shell", window, check=False).splitlines()
    found = dict(line.split("=") for line in lines if "=" in line)
    return [int(found.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT")]


class BusTray:
    """waybar; what its icons and their menus are is read from the bus, and they are used as a panel does it."""

    def __init__(self, desktop):
        self.desktop = desktop
        configuration = os.path.join(desktop.outside, "waybar.json")
        with open(configuration, "w", encoding="utf-8") as file:
            json.dump({"layer": "top", "height": 30, "modules-right": ["tray"], "tray": {"icon-size": 22}}, file)
        style = os.path.join(desktop.outside, "waybar.css")
        with open(style, "w", encoding="utf-8") as file:
            file.write("* { background: #2b2b2b; color: white; }")
        self.process = desktop.start_program("waybar", "-c", configuration, "-s", style)
        wait_until("the panel has a tray", lambda: desktop.bus.owner(_WATCHER) and self._is_host(), 20)

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        wait_until("there is no tray any more", lambda: self.desktop.bus.owner(_WATCHER) is None)

    def items(self):
        """(bus name, path) of each icon."""
        return [(name, "/" + path) for name, _, path in
                (item.partition("/") for item in self._get(_WATCHER, "/StatusNotifierWatcher", _WATCHER,
                                                           "RegisteredStatusNotifierItems"))]

    def wait_for_item(self, seconds=20):
        return wait_until("the icon is in the tray", self.items, seconds)[0]

    def tool_tip(self):
        name, path = self.wait_for_item()
        return self._get(name, path, _ITEM, "ToolTip")[2]

    def labels(self):
        return [label for _, label in self._entries()]

    def choose(self, wanted):
        name, path = self.wait_for_item()
        number = next(number for number, label in self._entries() if label == wanted)
        self.desktop.bus.call(name, self._get(name, path, _ITEM, "Menu"), _MENU, "Event",
                              GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("s", ""), 0)))

    def click(self):
        name, path = self.wait_for_item()
        self.desktop.bus.call(name, path, _ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    def _entries(self):
        """(number, label as a panel shows it) of what is in the menu."""
        name, path = self.wait_for_item()
        menu = self._get(name, path, _ITEM, "Menu")
        layout = self.desktop.bus.call(name, menu, _MENU, "GetLayout", GLib.Variant("(iias)", (0, -1, [])))[1]
        return [(number, _shown(properties["label"])) for number, properties, _ in layout[2] if "label" in properties]

    def _is_host(self):
        return self._get(_WATCHER, "/StatusNotifierWatcher", _WATCHER, "IsStatusNotifierHostRegistered")

    def _get(self, name, path, interface, what):
        return self.desktop.bus.call(name, path, _PROPERTIES, "Get", GLib.Variant("(ss)", (interface, what)))[0]


def _shown(label):
    """`_` marks the letter after it; two are one."""
    return label.replace("__", "\0").replace("_", "").replace("\0", "_")
