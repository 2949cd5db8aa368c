# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the two slots of the keychain, read past the program and judged by the protocol's own rules
(vault-protocol sections 1 and 2), so that a test does not believe the program about itself."""
import hashlib
import re
from collections import namedtuple
from urllib.parse import parse_qs, unquote, urlsplit

from gi.repository import Gio, GLib

from .keyring import PATH, SECRETS, SERVICE

_HEADER = re.compile(r"Watchword accounts format=1 vault=[0-9a-f]{32} generation=(\d+) chunks=1 bytes=(\d+) "
                     r"sha256=([0-9a-f]{64}) book-key=\S+")

Document = namedtuple("Document", "generation lines")
Account = namedtuple("Account", "id kind issuer name secret counter trashed")


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


class Slots:
    """The slots of one vault, on a connection of its own."""

    def __init__(self, bus, prefix="watchword/accounts"):
        self._bus = bus
        self._prefix = prefix
        self._connection = bus.connection()

    def close(self):
        self._connection.close_sync(None)

    def _call(self, path, interface, method, arguments):
        return self._connection.call_sync(SECRETS, path, interface, method, arguments, None, 0, 10000, None).unpack()

    def read(self):
        """(bytes of slot a, bytes of slot b); None for one that is not there. The keychain must be unlocked."""
        _, session = self._call(PATH, SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        found = []
        for slot in "ab":
            attributes = {"server": "Watchword", "user": f"{self._prefix}/{slot}"}
            unlocked, locked = self._call(PATH, SERVICE, "SearchItems", GLib.Variant("(a{ss})", (attributes,)))
            assert not locked, "the keychain is locked"
            assert len(unlocked) < 2, f"slot {slot} is there twice"
            secrets = self._call(PATH, SERVICE, "GetSecrets", GLib.Variant("(aoo)", (unlocked, session)))[0] if unlocked else {}
            found.append(bytes(secrets[unlocked[0]][2]) if unlocked else None)
        self._call(session, "org.freedesktop.Secret.Session", "Close", None)
        return tuple(found)


def newest(texts):
    """The Document of the whole slot with the highest generation; None when neither is whole."""
    whole = [one for one in map(document, (text for text in texts if text is not None)) if one]
    return max(whole, key=lambda one: one.generation, default=None)
