#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every source file begins with its two SPDX lines, every header has its guard, no file names another machine, and Qt
Test runs every test function."""
import re
import sys

sys.dont_write_bytecode = True
import sources  # noqa: E402

COPYRIGHT = "SPDX-FileCopyrightText: 2026 The Watchword authors"
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# The names are put together so that this file does not hold them itself.
OUTSIDE = [re.compile(pattern) for pattern in (r"\.\./" + r"shared/", r"(?<![\w.])/" + r"work/", r"/tmp/" + r"h/")]


def carries_licence(name):
    return name.endswith((".cpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt")) or name in (
        ".ci/run", "packaging/deb", "packaging/run", "packaging/test", "tests/support/sandbox")


def troubles(name, text):
    """What is wrong with a file, in words."""
    found = []
    if carries_licence(name):
        start = text.splitlines()[:4]
        if not any(line.endswith(COPYRIGHT) for line in start) or not any(line.endswith(LICENCE) for line in start):
            found.append("the two SPDX lines are missing")
    if name.endswith(".h") and "#pragma once" not in text:
        found.append("no #pragma once")
    if re.match(r"tests/.*tst_.*\.cpp$", name):
        # Qt Test takes a function of this name for the rows of another, and never runs it.
        functions = set(re.findall(r"^    void (\w+)\(\);", text, re.M))
        found += [f"{one}() is never run: its name ends with _data" for one in sorted(functions)
                  if one.endswith("_data") and one.removesuffix("_data") not in functions]
    if not name.startswith("tests/data/") and any(pattern.search(text) for pattern in OUTSIDE):
        found.append("names a place outside the repository")
    return found


def main():
    bad = [f"{name}: {trouble}" for name in sources.files() for trouble in troubles(name, sources.read(name))]
    print("\n".join(bad) if bad else "clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
