# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sealed files, opened past the program by the description of their format (core/vault/README.md section 5), so that a test does
not believe the program about itself."""
import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC = b"\x89WWB\r\n\x1a\n"
_HEAD = 192
KEPT, PASSWORD_VAULT = 3, 2  # kinds


def _derived(key, content, purpose):
    """HKDF-SHA-256 of 32 bytes, with the file's salt."""
    extracted = hmac.new(content[48:80], key, "sha256").digest()
    return hmac.new(extracted, purpose + b"\1", "sha256").digest()


def _is_key(content, kind, key):
    if len(content) < _HEAD or content[:8] != _MAGIC or content[10] != kind:
        return False
    proof_key = _derived(key(content), content, b"watchword 1 header")
    return hmac.new(proof_key, content[:160], "sha256").digest() == content[160:_HEAD]


def opens(path, password):
    """Whether a password vault opens with this password."""
    with open(path, "rb") as file:
        content = file.read(_HEAD)
    return _is_key(content, PASSWORD_VAULT, lambda head: _scrypt(password, head[16:48], head[12], head[14]))


def document_kept_in(path, key):
    """The bytes of the document in a kept vault; None when this key does not open it, or it is not whole."""
    with open(path, "rb") as file:
        content = file.read()
    if not _is_key(content, KEPT, lambda _: key):
        return None
    try:
        plain = AESGCM(_derived(key, content, b"watchword 1 body")).decrypt(bytes(12), content[_HEAD:], content[:_HEAD])
    except InvalidTag:
        return None
    after_json = 4 + int.from_bytes(plain[:4], "big")
    start = after_json + 4
    return plain[start:start + int.from_bytes(plain[after_json:start], "big")]


def _scrypt(password, salt, log_n, lanes, known={}):
    if (password, salt) not in known:
        known[password, salt] = hashlib.scrypt(password.encode(), salt=salt, n=1 << log_n, r=8, p=lanes, maxmem=1 << 30,
                                               dklen=32)
    return known[password, salt]
