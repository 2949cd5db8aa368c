# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the two slots of the keychain, read past the program and judged by the protocol's own rules
(vault-protocol sections 1 and 2), so that a test does not believe the program about itself."""
import contextlib
import hashlib
import re
import time
from collections import namedtuple
from urllib.parse import parse_qs, unquote, urlsplit

from gi.repository import Gio, GLib

from .keyring import PATH, SECRETS, SERVICE

_HEADER = re.compile(r"Watchword accounts format=1 vault=[0-9a-f]{32} generation=(\d+) chunks=1 bytes=(\d+) "
                     r"sha256=([0-9a-f]{64}) book-key=\S+")

Document = namedtuple("Document", "generation lines")
Account = namedtuple("Account", "id kind issuer name secret counter trashed")
Item = namedtuple("Item", "label attributes created modified secret")


def document(text):
    """The Document that these bytes hold; None when they are not whole."""
    try:
        head, newline, body = text.decode().partition("\n")
    except UnicodeDecodeError:
        return None
    match = _HEADER.fullmatch(head)
    if not match or not newline or len(body.encode()) != int(match.group(2)):
        return None
    blank = head[:match.start(3)] + "0" * 64 + head[match.end(3):]
    if hashlib.sha256((blank + "\n" + body).encode()).hexdigest() != match.group(3):
        return None
    return Document(int(match.group(1)), tuple(line for line in body.split("\n") if line))


def account(line):
    """The Account that a line stands for."""
    link = urlsplit(line)
    label = unquote(link.path.lstrip("/"))
    parameters = {name: values[0] for name, values in parse_qs(link.query, keep_blank_values=True).items()}
    assert link.scheme == "otpauth" and len(parameters) == len(link.query.split("&")), "a line with doubled parameters"
    return Account(parameters["ww.id"], link.netloc, parameters.get("issuer", ""), label.rpartition(":")[2],
                   parameters["secret"], int(parameters["counter"]) if "counter" in parameters else None,
                   "ww.trashed" in parameters)


def accounts(of):
    """{id: Account} of a Document; no id twice."""
    found = [account(line) for line in of.lines]
    assert len({one.id for one in found}) == len(found), "an account is doubled"
    return {one.id: one for one in found}


class Keychain:
    """A keychain, on a connection of its own. What is read must be unlocked."""

    def __init__(self, bus):
        self._connection = bus.connection()

    def close(self):
        self._connection.close_sync(None)

    def items(self):
        """{object path: Item} of every collection, whoever put them there."""
        found = {}
        for collection in self._properties(PATH, SERVICE)["Collections"]:
            for path in self._properties(collection, "org.freedesktop.Secret.Collection")["Items"]:
                one = self._properties(path, "org.freedesktop.Secret.Item")
                assert not one["Locked"], "the keychain is locked"
                found[path] = Item(one["Label"], one["Attributes"], one["Created"], one["Modified"], self._secrets([path])[0])
        return found

    def search(self, attributes):
        """Object paths of the items with these attributes."""
        unlocked, locked = self._call(PATH, SERVICE, "SearchItems", GLib.Variant("(a{ss})", (attributes,))).unpack()
        assert not locked, "the keychain is locked"
        return unlocked

    def _secrets(self, paths):
        """Of the items with these object paths, in their order."""
        with self._session() as session:
            answer = self._call(PATH, SERVICE, "GetSecrets", GLib.Variant("(aoo)", (paths, session))).get_child_value(0)
        # Not unpacked, which would make a number of each byte.
        return [answer.lookup_value(path, None).get_child_value(2).get_data_as_bytes().get_data() or b"" for path in paths]

    @contextlib.contextmanager
    def _session(self):
        """The object path of a session in which secrets go over the bus as they are."""
        plain = GLib.Variant("(sv)", ("plain", GLib.Variant("s", "")))
        session = self._call(PATH, SERVICE, "OpenSession", plain).unpack()[1]
        try:
            yield session
        finally:
            self._call(session, "org.freedesktop.Secret.Session", "Close", None)

    def _properties(self, path, interface):
        arguments = GLib.Variant("(s)", (interface,))
        return self._call(path, "org.freedesktop.DBus.Properties", "GetAll", arguments).unpack()[0]

    def _call(self, path, interface, method, arguments):
        # gnome-keyring may forget who asks when another program leaves the bus at that moment, and knows no method then.
        for is_last in (False, False, True):
            try:
                return self._connection.call_sync(SECRETS, path, interface, method, arguments, None, 0, 10000, None)
            except GLib.Error as trouble:
                if is_last or "UnknownMethod" not in trouble.message:
                    raise
                time.sleep(0.1)


class Slots(Keychain):
    """The slots of one vault."""

    def __init__(self, bus, prefix="watchword/accounts"):
        super().__init__(bus)
        self._prefix = prefix

    def _find(self, slot):
        """The paths of its item: one or none."""
        found = self.search({"server": "Watchword", "user": f"{self._prefix}/{slot}"})
        assert len(found) < 2, f"slot {slot} is there twice"
        return found

    def read(self):
        """(bytes of slot a, bytes of slot b); None for one that is not there."""
        paths = []
        for slot in "ab":
            paths += self._find(slot) or [None]
        secrets = iter(self._secrets([path for path in paths if path]))
        return tuple(next(secrets) if path else None for path in paths)

    def write(self, slot, text):
        """Puts these bytes into the slot, which is there."""
        with self._session() as session:
            secret = GLib.Variant("((oayays))", ((session, b"", text, "text/plain"),))
            self._call(self._find(slot)[0], "org.freedesktop.Secret.Item", "SetSecret", secret)

    def create(self, item):
        """Puts an Item into the default collection, as it was."""
        with self._session() as session:
            properties = {"org.freedesktop.Secret.Item.Label": GLib.Variant("s", item.label),
                          "org.freedesktop.Secret.Item.Attributes": GLib.Variant("a{ss}", item.attributes)}
            arguments = GLib.Variant("(a{sv}(oayays)b)", (properties, (session, b"", item.secret, "text/plain"), True))
            self._call(PATH + "/aliases/default", "org.freedesktop.Secret.Collection", "CreateItem", arguments)

    def remove(self):
        """As if there never was a vault. The keychain must be unlocked."""
        for slot in "ab":
            for item in self._find(slot):
                self._call(item, "org.freedesktop.Secret.Item", "Delete", None)


def newest(texts):
    """The Document of the whole slot with the highest generation; None when neither is whole."""
    whole = [one for one in map(document, (text for text in texts if text is not None)) if one]
    return max(whole, key=lambda one: one.generation, default=None)
