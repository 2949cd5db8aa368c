# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the repository, and which of them include which."""
import os
import re
import subprocess

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", ".."))
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def files(root=ROOT):
    """What git knows or would take, and is there."""
    listed = subprocess.run(["git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
                            capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted({name for name in listed if name and os.path.exists(os.path.join(root, name))})


def read(name, root=ROOT):
    with open(os.path.join(root, name), encoding="utf-8", errors="replace") as file:
        return file.read()


def includes(text):
    """[(name, True for "…")] in order."""
    return [(own or system, bool(own)) for own, system in _INCLUDE.findall(text)]


def resolve(name, included, known):
    """The repository's file that `name` means by "included", or None."""
    beside = os.path.normpath(os.path.join(os.path.dirname(name), included))
    return included if included in known else beside if beside in known else None
