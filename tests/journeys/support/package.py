# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package of the build under test, and what Debian's own list of packages knows."""
import glob
import os
import re
import subprocess
import tempfile


class Package:
    """Made with cpack from the build under test, and unpacked into a root of its own. Use it in a `with`."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="wwdeb")
        build = os.path.dirname(os.environ["WATCHWORD_BIN"])
        made = subprocess.run(["cpack", "--config", os.path.join(build, "CPackConfig.cmake"), "-B", self._folder.name],
                              capture_output=True, text=True, check=False)
        if made.returncode:
            raise RuntimeError(f"no package: {made.stdout}{made.stderr}")
        [self.file] = glob.glob(os.path.join(self._folder.name, "*.deb"))
        self.root = os.path.join(self._folder.name, "root")
        self._run("dpkg-deb", "-x", self.file, self.root)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def field(self, name):
        return self._run("dpkg-deb", "-f", self.file, name).strip()

    def contents(self):
        """{path without the leading dot: (mode, owner)} of everything in it."""
        rows = (line.split(None, 5) for line in self._run("dpkg-deb", "-c", self.file).splitlines())
        return {row[5].removeprefix("."): (row[0], row[1]) for row in rows}

    def control_files(self):
        """{name: text} of the files that steer the installation."""
        folder = os.path.join(self._folder.name, "control")
        self._run("dpkg-deb", "-e", self.file, folder)
        found = {}
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found[name] = file.read()
        return found

    def path(self, *parts):
        """A file of it, where it was unpacked."""
        return os.path.join(self.root, "usr", *parts)

    @staticmethod
    def _run(*command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def names_in(relation):
    """Packages that are named in a Depends or Recommends line, alternatives too."""
    return re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]+)", relation)


def with_what_they_need(names):
    """These packages and whatever they depend on, as far as it is installed."""
    needs, providers = {}, {}
    listed = subprocess.run(["dpkg-query", "-W", "-f", "${Package}\t${Depends}, ${Pre-Depends}\t${Provides}\n"],
                            capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        name, depends, provides = line.split("\t")
        needs[name] = names_in(depends)
        for other in names_in(provides):
            providers.setdefault(other, []).append(name)
    found, todo = set(), list(names)
    while todo:
        name = todo.pop()
        for one in [name] if name in needs else providers.get(name, []):
            if one not in found:
                found.add(one)
                todo += needs[one]
    return found


def owners(paths):
    """{path: packages that it belongs to}; dpkg may know a file of /usr/lib by its old name in /lib."""
    asked = list(paths) + [path.removeprefix("/usr") for path in paths if path.startswith("/usr/lib")]
    answer = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False).stdout
    found = {path: set() for path in paths}
    for line in answer.splitlines():
        names, _, path = line.rpartition(": ")
        for known in (path, "/usr" + path):
            if known in found:
                found[known] |= {name.partition(":")[0] for name in names.split(", ")}
    return found


def mapped_libraries(pid):
    """The shared objects that a process has loaded by now."""
    with open(f"/proc/{pid}/maps", encoding="utf-8") as maps:
        files = {line.split(None, 5)[5].strip() for line in maps if line.count("/")}
    return sorted(path for path in files if re.search(r"\.so(\.|$)", path))
