# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says, as it reads."""
import re

from .processes import wait_until


def plain(text):
    """Without the marks that keep a name's direction apart, and places where a word may be broken."""
    return re.sub("[\u2066-\u2069\u200b]", "", text)


def says(app, pattern, seconds=20):
    """Waits until a line that is shown has the pattern in it."""
    wait_until(f"it says {pattern!r}", lambda: any(re.search(pattern, plain(line)) for line in app.lines()), seconds)
