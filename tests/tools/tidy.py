#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on the source files that have no clean result in tidy-clean.txt; and every header compiles alone.

A file is compiled by itself here, without the precompiled headers and unity files of a build, and begins with its own
header: so a clean file proves that header. A header that begins no file is a file of its own. A result holds for the contents of the file, of the repository's headers that it includes, and of .clang-tidy.
`--update` writes the clean ones down (that file is committed) and drops what is out of date; `--list` only names files.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
import sources  # noqa: E402

CLEAN = "tests/tools/tidy-clean.txt"
HEAD = "# Written by tests/tools/tidy.py --update: SHA-256 of a clean file with its own headers and .clang-tidy; its name.\n"


def digest(name, known):
    """Of the file, everything of ours below it, and the rules."""
    below, todo = set(), [name]
    while todo:
        one = todo.pop()
        if one not in below:
            below.add(one)
            for included, own in sources.includes(sources.read(one)):
                found = sources.resolve(one, included, known) if own else None
                if found:
                    todo.append(found)
    total = hashlib.sha256()
    for one in [".clang-tidy"] + [name] + sorted(below - {name}):
        total.update(one.encode() + b"\0" + hashlib.sha256(sources.read(one).encode()).digest())
    return total.hexdigest()


def clean_results():
    try:
        return {line.split()[1]: line.split()[0] for line in sources.read(CLEAN).splitlines()
                if line.strip() and not line.startswith("#")}
    except OSError:
        return {}


def write_results(results):
    with open(os.path.join(sources.ROOT, CLEAN), "w", encoding="utf-8") as file:
        file.write(HEAD + "".join(f"{result} {name}\n" for name, result in sorted(results.items())))


def commands(builds):
    """The compiler's words for each file of ours. A unity build knows its own files only: what those include is ours."""
    found, entries = {}, []
    for build in builds:
        path = os.path.join(build, "compile_commands.json")
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                entries += json.load(file)
    for entry in entries:
        words = shlex.split(entry["command"])
        kept = [word for word in words[1:] if word.startswith(("-D", "-I", "-std"))]
        kept += [word for pair in zip(words, words[1:]) if pair[0] == "-isystem" for word in pair]
        members = [entry["file"]]
        if "/Unity/" in entry["file"]:
            with open(entry["file"], encoding="utf-8") as file:
                members = re.findall(r'^#include "(.+)"$', file.read(), re.MULTILINE)
        for member in members:
            found.setdefault(os.path.relpath(member, sources.ROOT), kept)
    return found


def to_check(files):
    """The .cpp files of {name: text}, and the headers that none of them includes first."""
    mine = {name for name in files if name.endswith((".cpp", ".h")) and name.split("/")[0] in ("core", "app", "tests")}
    proven = set()
    for name in mine:
        first = next(iter(sources.includes(files[name])), None)
        if name.endswith(".cpp") and first and first[1]:
            proven.add(sources.resolve(name, first[0], mine))
    return sorted(mine - {name for name in proven if name and name.endswith(".h")})


def words_for(name, words):
    """A header is compiled with the words of a file beside it, or as near as can be: of the one that has most."""
    if name in words or not name.endswith(".h"):
        return words.get(name)
    near = sorted(words, key=lambda other: (-len(os.path.commonpath([name, other])), -len(words[other]), other))
    return words[near[0]] if near else None


def run(name, words):
    if words is None:
        return name, False, "no command to compile it is known"
    done = subprocess.run(["clang-tidy-19", "--quiet", os.path.join(sources.ROOT, name), "--", "-x", "c++", *words,
                           "-Wno-everything", "-fPIC"], cwd=sources.ROOT, capture_output=True, text=True, check=False)
    return name, done.returncode == 0, done.stdout + (done.stderr if done.returncode and not done.stdout else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="append", help="build/test and build/test-asan unless told")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("files", nargs="*", help="only these")
    options = parser.parse_args()
    known = set(sources.files())
    results = clean_results()
    texts = {name: sources.read(name) for name in known if name.endswith((".cpp", ".h"))}
    wanted = {name: digest(name, known) for name in to_check(texts)}
    todo = [name for name, result in wanted.items()
            if results.get(name) != result and (not options.files or name in options.files)]
    print(f"{len(todo)} of {len(wanted)} files without a clean result", flush=True)
    if options.list:
        print("\n".join(todo))
        return 0
    builds = options.build or [os.path.join(sources.ROOT, "build", name) for name in ("test", "test-asan")]
    bad = 0
    results = {name: result for name, result in results.items() if wanted.get(name) == result}
    words = commands(builds)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for job in concurrent.futures.as_completed([pool.submit(run, name, words_for(name, words)) for name in todo]):
            name, clean, said = job.result()
            if clean:
                results[name] = wanted[name]
                if options.update:
                    write_results(results)
            else:
                bad += 1
                print(f"{name}:\n{said}", flush=True)
    if options.update:
        write_results(results)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
