# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""accessibility_forwarder.py ADDRESS: tells the programs of a session bus where the accessibility bus is.

The accessibility bus outlives the session bus that a journey stops and starts. Qt 6.4 finds it only by asking org.a11y.Bus
on the session bus: the variable AT_SPI_BUS_ADDRESS makes it register before it has connected, and then never again.
"""
import sys

from gi.repository import Gio, GLib

_INTERFACES = """<node>
  <interface name="org.a11y.Bus"><method name="GetAddress"><arg type="s" direction="out"/></method></interface>
  <interface name="org.a11y.Status">
    <property name="IsEnabled" type="b" access="read"/><property name="ScreenReaderEnabled" type="b" access="read"/>
  </interface>
</node>"""


def main(address):
    node = Gio.DBusNodeInfo.new_for_xml(_INTERFACES)

    def call(connection, sender, path, interface, method, arguments, invocation):
        invocation.return_value(GLib.Variant("(s)", (address,)))

    def read(connection, sender, path, interface, name):
        return GLib.Variant("b", name == "IsEnabled")

    def offer(bus, name):
        for interface in node.interfaces:
            bus.register_object("/org/a11y/bus", interface, call, read, None)

    Gio.bus_own_name(Gio.BusType.SESSION, "org.a11y.Bus", Gio.BusNameOwnerFlags.NONE, offer, None, None)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main(sys.argv[1])
