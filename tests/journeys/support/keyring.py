# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks and unlocks a gnome-keyring without any window, on the bus at DBUS_SESSION_BUS_ADDRESS or the one given."""
import os

from gi.repository import Gio, GLib

SECRETS = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"
SERVICE = "org.freedesktop.Secret.Service"
LOGIN = PATH + "/collection/login"


def _call(address, path, interface, method, arguments):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address or os.environ["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)

    def call(its_path, its_interface, its_method, its_arguments):
        answer = bus.call_sync(SECRETS, its_path, its_interface, its_method, its_arguments, None, 0, 10000, None)
        return answer.unpack() if answer is not None else ()
    try:
        if interface is None:
            return method(call)
        return call(path, interface, method, arguments)
    finally:
        bus.close_sync(None)


def lock(address=None, collection=LOGIN):
    _call(address, PATH, SERVICE, "Lock", GLib.Variant("(ao)", ([collection],)))


def unlock(password, address=None, collection=LOGIN):
    """gnome-keyring's own back door for the login session; GLib.Error when the password is wrong."""
    def talk(call):
        _, session = call(PATH, SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        secret = (session, b"", password.encode(), "text/plain")
        call(PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "UnlockWithMasterPassword",
             GLib.Variant("(o(oayays))", (collection, secret)))
    _call(address, None, None, talk, None)


def _by_master_password(method, kind, collection, passwords, address):
    """Collections are made and get passwords without a window by gnome-keyring's own back door."""
    def talk(call):
        _, session = call(PATH, SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        secrets = [(session, b"", password.encode(), "text/plain") for password in passwords]
        return call(PATH, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", method,
                    GLib.Variant(f"({kind}{'(oayays)' * len(secrets)})", (collection, *secrets)))
    return _call(address, None, None, talk, None)


def make(password, address=None):
    """A new collection, open; one without a password lies in clear on the disk. The answer: its object path."""
    label = {"org.freedesktop.Secret.Collection.Label": GLib.Variant("s", "Made")}
    (collection,) = _by_master_password("CreateWithMasterPassword", "a{sv}", label, [password], address)
    return collection


def make_default(collection, address=None):
    _call(address, PATH, SERVICE, "SetAlias", GLib.Variant("(so)", ("default", collection)))


def change_password(collection, old, new, address=None):
    _by_master_password("ChangeWithMasterPassword", "o", collection, [old, new], address)


def is_locked(address=None, collection=LOGIN):
    return _call(address, collection, "org.freedesktop.DBus.Properties", "Get",
                 GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked")))[0]


def items(attributes, address=None):
    """(open, locked) item paths with these attributes."""
    return _call(address, PATH, SERVICE, "SearchItems", GLib.Variant("(a{ss})", (attributes,)))


def process(address=None):
    """Process id of whoever offers the keychain; 0 when nobody does. Starts nobody."""
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    bus = Gio.DBusConnection.new_for_address_sync(address or os.environ["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)
    try:
        return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                             GLib.Variant("(s)", (SECRETS,)), None, 0, 10000, None).unpack()[0]
    except GLib.Error:
        return 0
    finally:
        bus.close_sync(None)
