# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts under a password of their own, unlocked as a person does it; and logind, played by python3-dbusmock."""
import os
import subprocess

from . import processes
from .processes import PATIENCE, wait_until
from .sandbox import Bus

FIELD = "password text"  # as screen readers call it


def data_folder(desktop):
    return os.path.join(desktop.environment["XDG_DATA_HOME"], "org.watchword.Watchword")


def give_password(desktop, password):
    """The accounts move out of the keychain."""
    mover = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "vault_mover")
    done = subprocess.run([mover, data_folder(desktop), "password", password], env=desktop.environment, check=True,
                          capture_output=True, text=True).stdout
    assert "protection password" in done, done


def write_settings(desktop, text):
    path = os.path.join(desktop.environment["XDG_CONFIG_HOME"], "org.watchword.Watchword", "settings.ini")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def type_password(app, password):
    """With the keyboard, into the field, which has the focus."""
    field = app.find(FIELD)
    app.activate()
    wait_until("the field has the focus", lambda: field.has("focused"))
    app.desktop.type_text(password)
    return field


def unlock(app, password):
    type_password(app, password)
    app.desktop.keys("Return")
    app.wait_gone(FIELD, seconds=20)


def wait_locked(app, seconds=PATIENCE):
    app.find(FIELD, seconds=seconds)
    assert not app.rows(), app.rows()


class Logind:
    """On a system bus of the sandbox, with one session, which is ours."""

    def __init__(self, desktop):
        self._desktop = desktop
        self._bus = Bus(desktop, "system_bus")
        self._bus.start(desktop.environment)
        processes.start(["/usr/bin/python3", "-m", "dbusmock", "--template", "logind"], desktop.environment,
                        log=desktop.log("logind"))
        wait_until("logind is there", lambda: self._bus.owner("org.freedesktop.login1"), 20)
        self._call("", "org.freedesktop.DBus.Mock", "AddSession", "(ssusb)", ("auto", "seat0", 1000, "tester", True))

    def set_locked(self, is_locked):
        self._call("/session/auto", "org.freedesktop.login1.Session", "SetLockedHint", "(b)", (is_locked,))

    def prepare_for_sleep(self, begins):
        from gi.repository import GLib
        self._call("", "org.freedesktop.DBus.Mock", "EmitSignal", "(sssav)",
                   ("org.freedesktop.login1.Manager", "PrepareForSleep", "b", [GLib.Variant("b", begins)]))

    def sleep_is_held_up(self):
        """Whether somebody has the other end of an inhibitor's descriptor open."""
        held = self._call("", "org.freedesktop.login1.Manager", "ListInhibitors")[0]
        return [one[:2] + one[3:4] for one in held] == [("sleep", "Watchword", "delay")]

    def _call(self, path, interface, method, kinds=None, arguments=None):
        from gi.repository import GLib
        return self._bus.call("org.freedesktop.login1", "/org/freedesktop/login1" + path, interface, method,
                              GLib.Variant(kinds, arguments) if kinds else None)
