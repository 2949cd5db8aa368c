# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hears at once, by inotify, that a file is made or takes another's place in a folder."""
import ctypes
import os
import select
import struct
import time

_CREATE = 0x100
_MOVED_TO = 0x80
_NONBLOCK = 0o4000
_libc = ctypes.CDLL(None, use_errno=True)


class FileWatch:
    def __init__(self, folder):
        self._file = _libc.inotify_init1(_NONBLOCK)
        if self._file < 0 or _libc.inotify_add_watch(self._file, os.fsencode(folder), _CREATE | _MOVED_TO) < 0:
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
        try:
            events = os.read(self._file, 65536)
        except BlockingIOError:
            return []
        found, at = [], 0
        while at < len(events):
            length = struct.unpack_from("iIII", events, at)[3]
            found.append(os.fsdecode(events[at + 16:at + 16 + length].rstrip(b"\0")))
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
