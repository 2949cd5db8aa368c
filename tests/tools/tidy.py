#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on the source files that have no clean result in tidy-clean.txt.

A result holds for the contents of the file, of the repository's headers that it includes, and of .clang-tidy.
`--update` writes the clean ones down (that file is committed) and drops what is out of date; `--list` only names files.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
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


def commands(build):
    """A command for each source file: unity builds know only their own files, so ours are made from any of them."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        return json.load(file)


def flags(build, name):
    """The compiler's words for a file: of the program or library whose unity file or self it is part of."""
    area = name.split("/")[0]
    best = None
    for entry in commands(build):
        words = entry["command"].split()
        if entry["file"].endswith("/" + name):
            best = words
            break
        if "mocs_compilation" in entry["file"]:
            continue
        if f"/{area}/" in entry["file"].replace(sources.ROOT, "") and (best is None or len(words) > len(best)):
            best = words
    if best is None:
        return None
    kept = [word for word in best[1:] if word.startswith(("-D", "-I", "-std"))]
    isystem = [word for first, second in zip(best, best[1:]) if first == "-isystem" for word in (first, second)]
    generated = []
    for root, folders, _ in os.walk(build):
        if root[len(build):].count(os.sep) > 2:
            folders.clear()
        if os.path.basename(root) == "include" and root.endswith("_autogen/include"):
            generated.append("-I" + root)
    return kept + isystem + generated


def run(build, name):
    words = flags(build, name)
    if words is None:
        return name, False, "no command to compile it is known"
    done = subprocess.run(["clang-tidy-19", "--quiet", os.path.join(sources.ROOT, name), "--", "-x", "c++", *words,
                           "-Wno-everything", "-fPIC"], cwd=build, capture_output=True, text=True, check=False)
    return name, done.returncode == 0, done.stdout + (done.stderr if done.returncode and not done.stdout else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=os.path.join(sources.ROOT, "build", "test"))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("files", nargs="*", help="only these")
    options = parser.parse_args()
    known = set(sources.files())
    results = clean_results()
    wanted = {name: digest(name, known) for name in sorted(known)
              if name.endswith(".cpp") and name.split("/")[0] in ("core", "app", "tests")}
    todo = [name for name, result in wanted.items()
            if results.get(name) != result and (not options.files or name in options.files)]
    print(f"{len(todo)} of {len(wanted)} files without a clean result", flush=True)
    if options.list:
        print("\n".join(todo))
        return 0
    build, bad = os.path.abspath(options.build), 0
    results = {name: result for name, result in results.items() if wanted.get(name) == result}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for job in concurrent.futures.as_completed([pool.submit(run, build, name) for name in todo]):
            name, clean, words = job.result()
            if clean:
                results[name] = wanted[name]
                if options.update:
                    write_results(results)
            else:
                bad += 1
                print(f"{name}:\n{words}", flush=True)
    if options.update:
        write_results(results)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
