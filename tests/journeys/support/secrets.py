# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which secrets a journey gives to the programs: noted for the search in all logs at the end (tests/tools/log_search.py)."""
import os
import re

# QT_LOGGING_RULES: everything, but for the words of Qt about fonts and plug-ins, which are many.
EVERYTHING_LOGGED = "*.debug=true;qt.text.*=false;qt.core.plugin.*=false;qt.core.library=false"

_IN_A_LINK = re.compile(r"secret=([A-Za-z2-7]{16,})")
_BARE = re.compile(r"(?:[A-Za-z2-7]{4} ){3,}[A-Za-z2-7]{1,4}|[A-Za-z2-7]{16,}=*")


def secrets_in(text):
    """Base32 secrets of links in the text, or the text itself where it is nothing but one."""
    found = {one.upper() for one in _IN_A_LINK.findall(text)}
    if _BARE.fullmatch(text.strip()):
        found.add(text.strip().replace(" ", "").rstrip("=").upper())
    return {secret for secret in found if len(secret) % 8 in (0, 2, 4, 5, 7)}


def note(*texts):
    """Called with every text that goes into a program; writes its secrets where the runner of the tests reads them."""
    path = os.environ.get("WATCHWORD_NOTED_SECRETS")
    found = set().union(*(secrets_in(text) for text in texts if isinstance(text, str))) if path else ()
    if found:
        with open(path, "a", encoding="ascii") as file:
            file.writelines(secret + "\n" for secret in sorted(found))
