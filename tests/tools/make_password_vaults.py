#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/vault/password-vault-*: vaults under a password, made from the description of the format and not by
Watchword, which every later version must open. Run it only to add one: the files of before stay as they are.
"""
import hashlib
import hmac
import json
import os
import unicodedata

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "data", "vault")
PASSWORD = "correct horse bättery staple"  # as it was typed; its form C counts
VAULT = bytes.fromhex("00112233445566778899aabbccddeeff")


def expand(key, salt, info):
    """HKDF-SHA-256, 32 bytes."""
    extracted = hmac.new(salt, key, "sha256").digest()
    return hmac.new(extracted, info + b"\1", "sha256").digest()


def sealed(document, comfort, log_n, seen, revision):
    kdf_salt, file_salt = bytes(range(0x20, 0x40)), bytes(range(100, 132))
    password = unicodedata.normalize("NFC", PASSWORD).encode()
    key = hashlib.scrypt(password, salt=kdf_salt, n=1 << log_n, r=8, p=1, maxmem=1 << 30, dklen=32)
    head = b"\x89WWB\r\n\x1a\n" + (1).to_bytes(2, "big") + bytes([2, 1, log_n, 8, 1, 0]) + kdf_salt + file_salt + VAULT
    head += seen.to_bytes(8, "big") + revision.to_bytes(8, "big") + bytes(16)
    head += hashlib.sha256(head).digest()
    head += hmac.new(expand(key, file_salt, b"watchword 1 header"), head, "sha256").digest()
    plain = b"".join(len(part).to_bytes(4, "big") + part for part in (comfort, document))
    plain += bytes(-len(plain) % 4096)
    return head + AESGCM(expand(key, file_salt, b"watchword 1 body")).encrypt(bytes(12), plain, head)


def main():
    with open(os.path.join(DATA, "document.txt"), "rb") as file:
        document = file.read()
    comfort = json.dumps({"entries": [{"id": "00000000000000b2", "pinned": True}, {"id": "00000000000000a1", "group": "Work"}],
                          "later": "kept"}).encode()
    for log_n in (15, 17):
        with open(os.path.join(DATA, f"password-vault-{log_n}"), "wb") as file:
            file.write(sealed(document, comfort, log_n, 7, 3))


if __name__ == "__main__":
    main()
