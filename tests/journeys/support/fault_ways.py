# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the preloaded library (tests/faults) can do to a step of a kind."""

# The ways in which a step of a kind can go wrong.
WAYS = {
    "store": ("error", "error-done", "hang", "hang-done", "late", "twice", "die-before", "die-after"),
    "lookup": ("error", "not-found", "hang", "late", "twice", "die-before", "die-after"),
    "bus": ("error", "hang", "late", "twice", "die-before", "die-after"),
    "write": ("EIO", "ENOSPC", "short", "torn", "hang", "late", "twice", "die-before", "die-after"),
    "fsync": ("EIO", "ENOSPC", "hang", "late", "twice", "die-before", "die-after"),
    "rename": ("EIO", "ENOSPC", "hang", "late", "twice", "die-before", "die-after"),
    "link": ("EIO", "ENOSPC", "hang", "late", "twice", "die-before", "die-after"),
    "unlink": ("EIO", "hang", "late", "twice", "die-before", "die-after"),
    "mkdir": ("EIO", "ENOSPC", "hang", "late", "twice", "die-before", "die-after"),
    "create": ("EIO", "ENOSPC", "hang", "late", "twice", "die-before", "die-after"),
}
