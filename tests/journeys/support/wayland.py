# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's desktop under Wayland: a real sway with two monitors, the left one at twice the size, and the real portal with its
part for wlroots. That part leaves each picture at one fixed place in /tmp, for all to read, so a story has a /tmp of its own."""
import glob
import json
import os
import shutil
import signal

from gi.repository import GLib

from . import hard_places, processes
from .desktop import Desktop
from .processes import wait_until
from .story import story

LEFT, RIGHT = "HEADLESS-1", "HEADLESS-2"
PICTURE = "/tmp/out.png"
PORTAL = "org.freedesktop.portal.Desktop"
PART_FOR_SWAY = "org.freedesktop.impl.portal.desktop.wlr"
_COMMANDS = {
    PORTAL: "/usr/libexec/xdg-desktop-portal",
    "org.freedesktop.impl.portal.PermissionStore": "/usr/libexec/xdg-permission-store",
}
# The portal takes no pictures without a part that could ask the person first, as GTK's can; for sway it asks nobody.
_PARTS = ("/usr/share/xdg-desktop-portal/portals/wlr.portal", "/usr/share/xdg-desktop-portal/portals/gtk.portal")
_CONFIGURATION = f"""output {LEFT} resolution 2560x1440 position 0,0 scale 2
output {RIGHT} resolution 1280x720 position 1280,0
default_border none
"""


def on_sway(function=None, **options):
    """A story on such a desktop; see WaylandDesktop for the options."""
    def mark(its_function):
        def told():
            hard_places.have_own_tmp(os.getcwd(), __file__, *(value for name, value in os.environ.items()
                                                              if name.startswith("WATCHWORD_") and value.startswith("/")))
            with WaylandDesktop(**options) as desktop:
                try:
                    its_function(desktop)
                except BaseException:
                    desktop.keep_evidence(its_function.__name__)
                    raise
        told.__name__ = its_function.__name__
        return story(told)
    return mark(function) if function is not None else mark


class WaylandDesktop(Desktop):
    """`parts`: whether the portal's parts for sway are installed; `grim`: the program with which one takes its pictures."""

    def __init__(self, parts=True, grim=True):
        self._parts = parts
        self._grim = grim
        super().__init__()

    def start_display(self, width=None, height=None):
        folder = os.path.join(self.base, "sway")
        os.mkdir(folder, 0o700)
        configuration = os.path.join(self.base, "sway.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(_CONFIGURATION)
        command = ["sway", "-c", configuration]
        if os.geteuid() == 0:  # which sway refuses
            os.chmod(self.base, 0o711)
            os.chown(folder, 65534, 65534)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        processes.start(command, dict(self.environment, HOME=folder, XDG_RUNTIME_DIR=folder, WLR_BACKENDS="headless",
                                      WLR_RENDERER="pixman", WLR_LIBINPUT_NO_DEVICES="1", WLR_HEADLESS_OUTPUTS="2",
                                      LIBSEAT_BACKEND="noop"), log=self.log("sway"))
        display = wait_until("sway runs", lambda: glob.glob(os.path.join(folder, "wayland-[0-9]")), 20)[0]
        control = wait_until("sway can be spoken to", lambda: glob.glob(os.path.join(folder, "sway-ipc.*.sock")))[0]
        self.environment.update(WAYLAND_DISPLAY=display, SWAYSOCK=control, XDG_SESSION_TYPE="wayland",
                                XDG_CURRENT_DESKTOP="sway", QT_QPA_PLATFORM="wayland")
        self.sway("focus", "output", LEFT)

    def start_bus(self, provider=True):
        self.environment["XDG_DESKTOP_PORTAL_DIR"] = os.path.join(self.base, "portals")
        os.mkdir(self.environment["XDG_DESKTOP_PORTAL_DIR"])
        super().start_bus(provider)
        self.bus.offer(_COMMANDS)
        # Without it sway's part of the portal ends at once. It knows no bus: it would ask the portal, which asks it.
        processes.start(["pipewire"], dict(self.environment, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere"),
                        log=self.log("pipewire"))
        wait_until("pipewire runs", lambda: os.path.exists(os.path.join(self.run, "pipewire-0")))
        if self._parts:
            self.install_parts()

    def sway(self, *command):
        self.run_tool("swaymsg", "-s", self.environment["SWAYSOCK"], " ".join(command))

    def windows(self):
        """Titles of the windows that sway shows."""
        found, todo = [], [json.loads(self.run_tool("swaymsg", "-s", self.environment["SWAYSOCK"], "-r", "-t", "get_tree"))]
        while todo:
            node = todo.pop()
            todo += node.get("nodes", []) + node.get("floating_nodes", [])
            if node.get("pid"):
                found.append(node.get("name"))
        return found

    def screenshot(self, path):
        self.run_tool("grim", path)

    def show_on(self, output, path):
        """Another program shows the picture in the middle of a monitor, behind all windows."""
        program = self.start_program("swaybg", "-o", output, "-i", path, "-m", "center", "-c", "#dddddd")
        return program

    def codes(self):
        """What the QR codes say that are seen now."""
        seen = os.path.join(self.outside, "seen.ppm")
        self.run_tool("grim", "-s", "1", "-t", "ppm", seen)
        return self.run_tool("zbarimg", "--quiet", "--raw", seen, check=False).splitlines()

    # The portal, behind the program's back

    def start_portal(self):
        """Has it started, as the first question to it would."""
        self.bus.ask("StartServiceByName", GLib.Variant("(su)", (PORTAL, 0)))

    def install_parts(self):
        """They come; a portal that runs already is there anew."""
        for part in _PARTS:
            shutil.copy(part, self.environment["XDG_DESKTOP_PORTAL_DIR"])
        # Not started by the first word to it: in one start of three it would not hear that word (version 0.7).
        more = {} if self._grim else {"PATH": "/nowhere"}
        self.start_program("/usr/libexec/xdg-desktop-portal-wlr", environment=dict(self.environment, **more))
        wait_until("sway's part of the portal runs", lambda: self.bus.owner(PART_FOR_SWAY))
        running = self.bus.owner(PORTAL)
        if running:
            os.kill(running, signal.SIGKILL)
            wait_until("the old portal is gone", lambda: self.bus.owner(PORTAL) != running)

    def stop_process(self, name):
        os.kill(self.bus.owner(name), signal.SIGSTOP)

    def continue_process(self, name):
        os.kill(self.bus.owner(name), signal.SIGCONT)
