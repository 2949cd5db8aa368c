# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates for the server: one that is good under a CA of its own, and all that must not be believed."""
import datetime
import ipaddress
import os
import shutil

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAY = datetime.timedelta(days=1)
# Name: (issuer or None for self-signed, key, host, days from now until it begins and until it ends)
LEAVES = {
    "good": ("ca", "good", "localhost", -1, 30),
    "expired": ("ca", "good", "localhost", -30, -1),
    "other_host": ("ca", "good", "other.example.com", -1, 30),
    "other_ca": ("unknown_ca", "good", "localhost", -1, 30),
    "self_signed": (None, "own", "localhost", -1, 30),
    "self_signed_renewed": (None, "own", "localhost", -1, 60),
    "self_signed_changed": (None, "changed", "localhost", -1, 30),
    "self_signed_other_host": (None, "own", "other.example.com", -1, 30),
    "self_signed_expired": (None, "own", "localhost", -30, -1),
}


def _name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


class Certificates:
    """Written into a folder: `ca` is the path of the CA's, paths() those of a leaf and its key."""

    def __init__(self, folder):
        self.folder = folder
        self._keys, self._authorities = {}, {}
        for name in ("ca", "unknown_ca"):
            certificate = self._make(_name(f"Watchword tests: {name}"), None, name, None, -60, 60, is_authority=True)
            self._authorities[name] = certificate
            self._write(name, certificate)
        for name, (issuer, key, host, begin, end) in LEAVES.items():
            self._write(name, self._make(_name(host), issuer, key, host, begin, end), key)
        self._chain("other_ca", "unknown_ca")

    @property
    def ca(self):
        return os.path.join(self.folder, "ca.pem")

    def paths(self, name):
        return os.path.join(self.folder, name + ".pem"), os.path.join(self.folder, name + ".key")

    def _key(self, name):
        if name not in self._keys:
            self._keys[name] = ec.generate_private_key(ec.SECP256R1())
        return self._keys[name]

    def _make(self, subject, issuer, key, host, begin, end, is_authority=False):
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        public = self._key(key).public_key()
        signer = self._key(issuer or key)
        issuer_name = self._authorities[issuer].subject if issuer else subject
        builder = (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer_name).public_key(public)
                   .serial_number(x509.random_serial_number()).not_valid_before(now + begin * DAY).not_valid_after(now + end * DAY)
                   .add_extension(x509.BasicConstraints(is_authority, None), True)
                   .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
                   .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), False))
        if is_authority:
            usage = x509.KeyUsage(False, False, False, False, False, True, True, False, False)
            builder = builder.add_extension(usage, True)
        else:
            names = [x509.DNSName(host)] + ([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))] if host == "localhost" else [])
            builder = (builder.add_extension(x509.SubjectAlternativeName(names), False)
                       .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False))
        return builder.sign(signer, hashes.SHA256())

    def _chain(self, leaf, authority):
        """`LEAF_chain`: the same certificate, shown together with that of its authority."""
        with open(self.paths(leaf + "_chain")[0], "wb") as chain:
            for name in (leaf, authority):
                with open(self.paths(name)[0], "rb") as file:
                    chain.write(file.read())
        shutil.copyfile(self.paths(leaf)[1], self.paths(leaf + "_chain")[1])

    def _write(self, name, certificate, key=None):
        with open(os.path.join(self.folder, name + ".pem"), "wb") as file:
            file.write(certificate.public_bytes(serialization.Encoding.PEM))
        if key:
            with open(os.path.join(self.folder, name + ".key"), "wb") as file:
                file.write(self._key(key).private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                                        serialization.NoEncryption()))
