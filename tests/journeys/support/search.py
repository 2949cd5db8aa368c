# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for a secret where none may be: in file names and contents, in every dress it could wear."""
import base64
import os


def disguises(secret):
    """{what it is called: bytes} for a base32 secret and for the key that it stands for."""
    text = secret.replace(" ", "").rstrip("=")
    key = base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    found = {}
    for what, value in (("text", text.encode()), ("key", key)):
        found[what] = value
        found[what + " in hex"] = value.hex().encode()
        # Cut where the neighbours have a say, whichever way the bytes are aligned to groups of three.
        for shift in range(3):
            encoded = base64.b64encode(b"\0" * shift + value)
            found[f"{what} in base64, {shift}"] = encoded[4 if shift else 0:-4]
            found[f"{what} in base64url, {shift}"] = base64.urlsafe_b64encode(b"\0" * shift + value)[4 if shift else 0:-4]
        for shift in range(5):
            found[f"{what} in base32, {shift}"] = base64.b32encode(b"\0" * shift + value)[8 if shift else 0:-8]
    found["text in UTF-16"] = text.encode("utf-16-le")
    found["text in UTF-16, swapped"] = text.encode("utf-16-be")
    found["text in base64 of UTF-16"] = base64.b64encode(text.encode("utf-16-le"))[:-4]
    return {what: value for what, value in found.items() if len(value) >= 8}


def find_secret(secret, folders, skip=()):
    """[(path, in which dress)] of every file whose name or content holds it, in either case."""
    wanted = {what: value.lower() for what, value in disguises(secret).items()}
    raw = disguises(secret)["key"]
    found = []
    for path in _files(folders, skip):
        name = path.encode(errors="surrogateescape").lower()
        found += [(path, "name: " + what) for what, value in wanted.items() if value in name]
        try:
            with open(path, "rb") as file:
                content = file.read()
        except OSError:
            continue
        folded = content.lower()
        found += [(path, what) for what, value in wanted.items()
                  if (raw in content if what == "key" else value in folded)]
    return found


def _files(folders, skip):
    """Every regular file below the folders; links are not followed."""
    for folder in folders:
        for where, below, names in os.walk(folder):
            below[:] = [one for one in below if os.path.join(where, one) not in skip]
            for name in names:
                path = os.path.join(where, name)
                if path not in skip and os.path.isfile(path) and not os.path.islink(path):
                    yield path
