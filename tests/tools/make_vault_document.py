#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/vault/document-all-kinds.txt: a document of format 1 with a line of each kind that is written and of each that is
only carried, made from the description of the format and not by Watchword, which every later version must open. It was run
once; to be run again only for another file beside it.
"""
import base64
import hashlib
import json
import os
from urllib.parse import quote

from cryptography.hazmat.primitives.serialization import (Encoding, NoEncryption, PrivateFormat, PublicFormat,
                                                           load_pem_private_key)

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "data")
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def encoded(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def approval():
    """An enrolment, with the keys of data/push/vectors.json."""
    with open(os.path.join(DATA, "push", "vectors.json"), encoding="utf-8") as file:
        vectors = json.load(file)
    client = load_pem_private_key(vectors["client_key_pem"].encode(), None)
    server = load_pem_private_key(vectors["server_key_pem"].encode(), None)
    private = client.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    public = server.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    parameters = {"ww.id": "00000000000000d4", "ww.changed": "1700000000", "kind": "privacyidea", "state": "ready",
                  "serial": "PIPU0000TEST", "url": "https://pi.example.com/ttype/push", "issuer": "ACME & Söhne",
                  "name": "alice", "lock": "none", "trust": "system", "server": encoded(public), "private": encoded(private)}
    return "watchword-push:1?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items())


def lines():
    yield f"otpauth://totp/GitHub:alice?secret={KEY}&issuer=GitHub&algorithm=SHA1&digits=6&period=30&ww.id=00000000000000a1&ww.changed=1700000000"
    yield f"otpauth://totp/Long:anna?secret={KEY}&issuer=Long&algorithm=SHA512&digits=8&period=60&ww.id=00000000000000a2&ww.changed=1700000000"
    yield f"otpauth://hotp/Bank:bob?secret={KEY}&issuer=Bank&algorithm=SHA256&digits=6&counter=42&ww.id=00000000000000b2&ww.changed=1700000000"
    yield f"otpauth://steam/Steam:gabe?secret={KEY}&issuer=Steam&ww.id=00000000000000b3&ww.changed=1700000000"
    yield f"otpauth://totp/Old:carol?secret={KEY}&issuer=Old&algorithm=SHA1&digits=6&period=30&ww.id=00000000000000c3&ww.changed=1700000000&ww.trashed=1700000001"
    yield approval()
    yield "watchword-safe:1?ww.id=00000000000000a1&text=recovery%20codes"
    yield "watchword-backup-key:1?salt=AAAA&kdf=scrypt&key=AAAA"
    yield "watchword-safe:2?ww.id=00000000000000a1&text=of%20a%20later%20version"
    yield "watchword-push:2?ww.id=00000000000000d5&issuer=Later&private=AAAA"
    yield f"otpauth://motp/Token:dora?secret={KEY}&issuer=Token&ww.id=00000000000000e5"
    yield f"otpauth://totp/Cut:eve?secret={KEY}&issuer=Cut&ww.id=0000"


def main():
    body = "".join(line + "\n" for line in lines())
    head = (f"Watchword accounts format=1 vault=00112233445566778899aabbccddeeff generation=9 chunks=1 bytes={len(body.encode())} "
            f"sha256={'0' * 64} book-key={encoded(bytes(range(32)))}")
    digest = hashlib.sha256((head + "\n" + body).encode()).hexdigest()
    with open(os.path.join(DATA, "vault", "document-all-kinds.txt"), "w", encoding="utf-8", newline="\n") as file:
        file.write(head.replace("0" * 64, digest) + "\n" + body)


if __name__ == "__main__":
    main()
