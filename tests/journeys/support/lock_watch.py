# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees from outside how the lock of a vault is taken, and whether somebody found it taken."""
import os

from .file_watch import CREATE, DELETE, OPEN, FileWatch
from .processes import PATIENCE, wait_until


class LockWatch:
    """Whoever finds the lock taken opens its file to read whose it is; whoever makes it opens it once."""

    def __init__(self, folder):
        self._path = os.path.join(folder, "vault.lock")
        self._watch = FileWatch(folder, CREATE | OPEN | DELETE)
        self._is_taken = self._is_makers = False

    def close(self):
        self._watch.close()

    def forget(self):
        self.was_found_taken()

    def was_found_taken(self):
        """Whether somebody found it taken since this was last asked."""
        was_found = False
        for kind in self._kinds():
            if kind == CREATE:
                self._is_taken = self._is_makers = True
            elif kind == DELETE:
                self._is_taken = False
            elif self._is_makers:
                self._is_makers = False
            else:
                was_found = was_found or self._is_taken
        return was_found

    def wait_free(self, seconds=PATIENCE):
        wait_until("the lock is free", lambda: not os.path.exists(self._path), seconds, pause=0.005)

    def _kinds(self):
        return [kind for kind, name in self._watch.events() if name == os.path.basename(self._path)]
