# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands between a program and its message bus, and holds each call to the keychain back until something was done first:
so a test acts between exactly two calls."""
import os
import selectors
import socket
import struct
import threading

from gi.repository import Gio

BUS = "org.freedesktop.DBus"


def _length(header):
    """Of the whole message, from its first 16 bytes."""
    order = "<" if header[:1] == b"l" else ">"
    body, _, fields = struct.unpack_from(order + "III", header, 4)
    return 16 + (fields + 7) // 8 * 8 + body


class _Connection:
    """One connection of the program, with its own one to the bus."""

    def __init__(self, program, bus):
        self.program, self.bus = program, bus
        self.has_begun = False
        self.waiting = b""

    def messages(self, data):
        """What can be passed on of what the program has sent: [(bytes, is it a whole message)]."""
        self.waiting += data
        found = []
        if not self.has_begun:
            words, mark, rest = self.waiting.partition(b"BEGIN\r\n")
            if not mark:
                found.append((self.waiting, False))
                self.waiting = b""
                return found
            found.append((words + mark, False))
            self.has_begun, self.waiting = True, rest
        while len(self.waiting) >= 16 and len(self.waiting) >= _length(self.waiting):
            length = _length(self.waiting)
            found.append((self.waiting[:length], True))
            self.waiting = self.waiting[length:]
        return found


class BusRelay:
    """`before_call(number, member)` is called before each call that is not for the bus itself is passed on, counted from 1 since `count`
    was last set to 0. `calls` are the members so far."""

    def __init__(self, folder, bus_socket):
        self.path = os.path.join(folder, "relay")
        self.address = "unix:path=" + self.path
        self.before_call = lambda number, member: None
        self.calls = []
        self.trouble = None
        self._bus_socket = bus_socket
        self._selector = selectors.DefaultSelector()
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(self.path)
        self._listening.listen()
        self._selector.register(self._listening, selectors.EVENT_READ, None)
        threading.Thread(target=self._run, daemon=True).start()

    def begin(self, before_call=lambda number, member: None):
        self.calls = []
        self.before_call = before_call

    def _run(self):
        while True:
            for key, _ in self._selector.select():
                try:
                    if key.data is None:
                        self._accept()
                    else:
                        key.data[0](key.data[1])
                except (OSError, ValueError, KeyError):
                    if key.data is not None:
                        self._close(key.data[1])
                except Exception as trouble:  # of the test's own action: it is asked for
                    self.trouble = trouble

    def _accept(self):
        program = self._listening.accept()[0]
        bus = socket.socket(socket.AF_UNIX)
        bus.connect(self._bus_socket)
        connection = _Connection(program, bus)
        self._selector.register(program, selectors.EVENT_READ, (self._from_program, connection))
        self._selector.register(bus, selectors.EVENT_READ, (self._from_bus, connection))

    def _from_program(self, connection):
        data = connection.program.recv(65536)
        if not data:
            return self._close(connection)
        for part, is_message in connection.messages(data):
            if is_message:
                self._hear(part)
            connection.bus.sendall(part)

    def _from_bus(self, connection):
        data = connection.bus.recv(65536)
        if not data:
            return self._close(connection)
        connection.program.sendall(data)

    def _hear(self, part):
        message = Gio.DBusMessage.new_from_blob(part, Gio.DBusCapabilityFlags.NONE)
        if message.get_message_type() == Gio.DBusMessageType.METHOD_CALL and message.get_destination() != BUS:
            self.calls.append(message.get_member())
            self.before_call(len(self.calls), message.get_member())

    def _close(self, connection):
        for end in (connection.program, connection.bus):
            if end.fileno() >= 0:
                self._selector.unregister(end)
                end.close()
