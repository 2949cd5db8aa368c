# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a program has a hard life: as a user who may not do everything, and on a disk that is full. Each changes this process
and what it starts from then on; each is an AssertionError where it cannot be had, so that nothing is left out unseen."""
import ctypes
import os
import pwd
import random
import tempfile

_NEW_MOUNTS, _NEW_USERS = 0x00020000, 0x10000000
_NO_SUID, _NO_DEVICES, _BIND, _RECURSIVE, _PRIVATE = 0x2, 0x4, 0x1000, 0x4000, 0x40000
_libc = ctypes.CDLL(None, use_errno=True)


def become_nobody_special():
    """From root to a user of no name and no groups that owns nothing yet. Another user stays who they are."""
    if os.geteuid() == 0:
        known = {one.pw_uid for one in pwd.getpwall()}
        number = random.choice([one for one in range(61000, 65000) if one not in known])
        _name_user(number)
        os.setgroups([])
        os.setresgid(number, number, number)
        os.setresuid(number, number, number)
        os.environ["USER"] = "somebody"
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        locked = os.path.join(folder, "locked")
        os.mkdir(locked, 0)
        try:
            os.listdir(locked)
        except PermissionError:
            return
        finally:
            os.chmod(locked, 0o700)
    raise AssertionError("still allowed everything: permissions cannot be tested here")


def _name_user(number):
    """The message bus speaks only with users who have a name; this one has it for this process and its children."""
    have_own_mounts()
    with open("/etc/passwd", encoding="utf-8") as file:
        names = file.read()
    with tempfile.NamedTemporaryFile("w", dir="/tmp", encoding="utf-8") as file:
        file.write(f"{names}somebody:x:{number}:{number}::/nonexistent:/bin/sh\n")
        file.flush()
        os.chmod(file.name, 0o644)
        _mount(os.fsencode(file.name), b"/etc/passwd", None, _BIND, None)


def have_own_mounts():
    """What is mounted from now on is seen by this process and its children alone, and goes with them."""
    user, group = os.geteuid(), os.getegid()
    if _libc.unshare(_NEW_MOUNTS | (_NEW_USERS if user != 0 else 0)) != 0:
        raise AssertionError("no mounts of one's own: " + os.strerror(ctypes.get_errno()))
    if user != 0:
        for name, words in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open("/proc/self/" + name, "w", encoding="ascii") as file:
                file.write(words)
    _mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None)


def have_own_tmp(*paths):
    """An empty /tmp, but for those of its folders in which these paths lie."""
    have_own_mounts()
    kept = {os.path.realpath(path).split("/")[2] for path in paths if os.path.realpath(path).startswith("/tmp/")}
    folders = {name: os.open("/tmp/" + name, os.O_PATH | os.O_DIRECTORY) for name in kept}
    _mount(b"none", b"/tmp", b"tmpfs", _NO_SUID | _NO_DEVICES, b"mode=1777")
    for name, number in folders.items():
        os.mkdir("/tmp/" + name)
        _mount(b"/proc/self/fd/%d" % number, os.fsencode("/tmp/" + name), None, _BIND | _RECURSIVE, None)
        os.close(number)


class SmallDisk:
    """A disk in memory with so many pages of 4 KiB and files, mounted over a folder (made when missing)."""

    def __init__(self, folder, pages=64, files=64):
        self._filler = os.path.join(folder, "filler")
        os.makedirs(folder, 0o700, exist_ok=True)
        _mount(b"none", os.fsencode(folder), b"tmpfs", _NO_SUID | _NO_DEVICES,
               f"size={pages * 4}k,nr_inodes={files},mode=700".encode())
        self.folder = folder

    def leave(self, pages):
        """Fills it, but for so many pages."""
        self.clear()
        with open(self._filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
            if pages:
                file.truncate(max(0, os.path.getsize(self._filler) // 4096 - pages) * 4096)
        free = os.statvfs(self.folder).f_bfree
        assert free == pages, f"{free} pages are free, and not {pages}"

    def leave_files(self, count):
        """Fills it with empty files, but for so many."""
        self.clear()
        os.mkdir(self._filler)
        number = 0
        while os.statvfs(self.folder).f_ffree > count:
            open(os.path.join(self._filler, str(number)), "w", encoding="ascii").close()
            number += 1

    def clear(self):
        if os.path.isdir(self._filler):
            for name in os.listdir(self._filler):
                os.unlink(os.path.join(self._filler, name))
            os.rmdir(self._filler)
        elif os.path.exists(self._filler):
            os.unlink(self._filler)


def _mount(*arguments):
    if _libc.mount(*arguments) != 0:
        raise AssertionError("cannot mount: " + os.strerror(ctypes.get_errno()))
