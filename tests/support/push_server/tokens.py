# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server keeps: tokens, their keys and open challenges; and how texts are signed and checked."""
import base64
import binascii
import dataclasses
import json

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa


def base32(data):
    return base64.b32encode(data).decode()


def sign(key, text):
    """RSASSA-PKCS1-v1_5 with SHA-256 over the UTF-8 of the text, as upper-case base32 with its padding."""
    return base32(key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA256()))


def verifies(key, text, signature):
    """`signature` are the bytes. Elliptic keys only where the caller lets them in."""
    try:
        if isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, text.encode(), ec.ECDSA(hashes.SHA256()))
        else:
            key.verify(signature, text.encode(), padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def signature_bytes(text):
    """Stricter than the real server in one thing: bits that no byte needs must be 0. None for what its b32decode refuses."""
    try:
        data = base64.b32decode(text)
    except (binascii.Error, ValueError):
        return None
    return data if base32(data) == text else b""


def load_public_key(text, with_elliptic):
    """As _load_public_key: base64 in either alphabet around an SPKI in DER, blanks for `+`. None: every later poll is a 500."""
    text = text.replace("-", "+").replace("_", "/").replace(" ", "+").rstrip("=")
    try:
        der = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
        key = serialization.load_der_public_key(der)
    except (ValueError, TypeError, binascii.Error, UnsupportedAlgorithm):
        return None
    if key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo) != der:
        return None  # PKCS#1, which this library takes too
    return key if isinstance(key, rsa.RSAPublicKey) or (with_elliptic and isinstance(key, ec.EllipticCurvePublicKey)) else None


def own_public_key(key):
    """As the answer of step 2 shows it: PKCS#1 in DER, base64 in lines of 64."""
    der = key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)
    text = base64.b64encode(der).decode()
    return "\n".join(text[at:at + 64] for at in range(0, len(text), 64))


def canonical(capabilities, nonce):
    """RFC 8785 for what is in use: sorted keys, no blanks, ASCII."""
    return json.dumps({"capabilities": capabilities, "nonce": nonce}, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@dataclasses.dataclass
class Challenge:
    nonce: str
    transaction: str
    made: float
    mode: str = "standard"       # standard, require_presence, code_to_phone
    options: tuple = ()
    right_option: str = ""
    state: str = "pending"       # pending, accept, declined, cancelled
    code: str = ""
    signed_by: str = ""          # serial of the token whose key signs it
    # Instead of what the server would send: fields of the challenge, for tests of what a client must refuse.
    changed: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Token:
    serial: str
    user: str = "alice"
    pin: str = "1234"
    credential: str = ""
    rollout: str = "clientwait"
    key: object = None           # the server's own
    client_key: object = None
    # Of a roll-over: what polls until step 2 is done.
    former_client_key: object = None
    polling_denied: bool = False
    enabled: bool = True
    challenges: list = dataclasses.field(default_factory=list)

    def find(self, transaction):
        return next((one for one in self.challenges if one.transaction == transaction), None)
