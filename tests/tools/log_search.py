# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret in any log: searches what the programs wrote, with all logging on, for the secrets that the tests gave them."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))
from support.search import disguises  # noqa: E402
from support.secrets import secrets_in  # noqa: E402

_WORD = re.compile(rb"[a-z0-9+/=_-]{8,}")


def fixed_secrets(folder):
    """Of the links that are written in the tests themselves."""
    found = set()
    for where, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".cpp", ".h", ".py")):
                with open(os.path.join(where, name), encoding="utf-8", errors="replace") as file:
                    found |= {secret for secret in secrets_in(file.read()) if len(set(secret)) > 4}
    return found


def files_in(paths):
    """The files, and those below the folders."""
    found = []
    for path in paths:
        if os.path.isdir(path):
            found += [os.path.join(where, name) for where, _, names in os.walk(path) for name in names]
        elif os.path.exists(path):
            found.append(path)
    return sorted(found)


def search(paths, secrets):
    """[(path, in which dress)] of the logs that hold one of the base32 secrets. The secret itself is never said."""
    wanted = [(what, value) for secret in sorted(secrets) for what, value in disguises(secret).items()]
    found = []
    for path in files_in(paths):
        with open(path, "rb") as file:
            content = file.read()
        # Only whole words can hold one: many logs are long, and say the same again and again.
        folded = content.lower()
        words = b"\n".join(set(_WORD.findall(folded)))
        wide = b"\n".join(set(_WORD.findall(folded.replace(b"\0", b"")))) if b"\0" in content else b""
        for what, value in wanted:
            if "UTF-16" in what and "base64" not in what:
                hit = value.replace(b"\0", b"").lower() in wide
            elif what == "key":
                # One that reads as a row of digits is in many a number.
                hit = not value.isdigit() and value in content
            else:
                hit = value.lower() in words
            if hit:
                found.append((path, what))
    return sorted(set(found))
