# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears at once, by inotify, what happens to the files of a folder."""
import ctypes
import os
import select
import struct
import time

OPEN = 0x20
MOVED_TO = 0x80
CREATE = 0x100
DELETE = 0x200
_NONBLOCK = 0o4000
_libc = ctypes.CDLL(None, use_errno=True)


class FileWatch:
    """Usually of files that are made or take another's place."""

    def __init__(self, folder, kinds=CREATE | MOVED_TO):
        self._file = _libc.inotify_init1(_NONBLOCK)
        if self._file < 0 or _libc.inotify_add_watch(self._file, os.fsencode(folder), kinds) < 0:
            raise OSError(ctypes.get_errno(), "inotify")

    def fileno(self):
        return self._file

    def close(self):
        os.close(self._file)

    def forget(self):
        """What happened until now is not told any more."""
        self.names()

    def names(self):
        """The names of what has come since it was last asked."""
        return [name for _, name in self.events()]

    def events(self):
        """(kind, name) of what has happened since it was last asked, in that order."""
        try:
            events = os.read(self._file, 65536)
        except BlockingIOError:
            return []
        found, at = [], 0
        while at < len(events):
            _, kind, _, length = struct.unpack_from("iIII", events, at)
            found.append((kind, os.fsdecode(events[at + 16:at + 16 + length].rstrip(b"\0"))))
            at += 16 + length
        return found

    def wait(self, seconds, stream=None):
        """Whether something comes within the time; not waited for any longer when `stream` has come to its end."""
        end = time.monotonic() + seconds
        while True:
            watched = [self._file] + ([stream] if stream is not None else [])
            ready = select.select(watched, [], [], max(0, end - time.monotonic()))[0]
            if self._file in ready:
                return True
            if not ready or stream in ready:
                return False
