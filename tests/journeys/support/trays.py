# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places for tray icons, with real panels: trayer under X11, which takes in windows, and waybar under Wayland, which speaks
StatusNotifierItem on the session bus."""
import json
import os
import time

from gi.repository import GLib

from .processes import wait_until

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PROPERTIES = "org.freedesktop.DBus.Properties"


class XTray:
    """trayer at the lower right; `icon` is the window in it."""

    def __init__(self, desktop, tint="0xffffff"):
        self.desktop = desktop
        self._clicked = 0.0
        self.process = desktop.start_program("trayer", "--edge", "bottom", "--align", "right", "--width", "300", "--widthtype",
                                             "pixel", "--height", "32", "--transparent", "true", "--alpha", "0", "--tint", tint)

    def icon(self, app):
        """Its window, or None."""
        for window in self.desktop.all_windows_of(app.process.pid):
            if self.desktop.is_icon(window):
                x, y, width, height = self.desktop.place_of(window)
                return window, x + width // 2, y + height // 2
        return None

    def wait_for_icon(self, app, seconds=20):
        return wait_until("the icon is in the tray", lambda: self.icon(app), seconds)

    def click(self, app, button=1):
        _, x, y = self.wait_for_icon(app)
        time.sleep(max(0.0, self._clicked + 0.6 - time.monotonic()))  # or two would be a double click
        self._clicked = time.monotonic()
        self.desktop.click(x, y, button)

    def choose(self, app, *keys):
        """Opens its menu, and takes the entry to which these keys lead: `Down` is the first one, `Up` the last."""
        menu = self._open_menu(app)
        self.desktop.keys(*keys, "Return")
        self._wait_closed(app, menu)

    def menu_height(self, app):
        """In pixels: it grows with what it offers. Opens and closes it."""
        menu = self._open_menu(app)
        height = self.desktop.place_of(menu)[3]
        self.desktop.keys("Escape")
        self._wait_closed(app, menu)
        return height

    def _open_menu(self, app):
        self.wait_for_icon(app)
        before = set(self.desktop.windows_of(app.process.pid))
        self.click(app, 3)
        return wait_until("the menu is open", lambda: set(self.desktop.windows_of(app.process.pid)) - before).pop()

    def _wait_closed(self, app, menu):
        wait_until("the menu is closed", lambda: menu not in self.desktop.windows_of(app.process.pid))

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


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

    def picture(self):
        """Of the icon, as it is for the smallest panel."""
        name, path = self.wait_for_item()
        return min(self._get(name, path, _ITEM, "IconPixmap"))

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
