#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every test program, each in its sandbox, and counts test functions and data rows.

A program that crashes, hangs, has no tests or writes no report is a failure; so is a skip or an expected failure unless
tests/known-skips.txt names it with its reason. The last line is `N passed, N failed`; the status is 0 only with 0 failed.
"""
import argparse
import concurrent.futures
import dataclasses
import fnmatch
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))
import log_search  # noqa: E402
from report import Outcome, outcomes, read_excuses  # noqa: E402
from support.processes import descendants  # noqa: E402
from support.secrets import EVERYTHING_LOGGED  # noqa: E402

TESTS = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..")
SANDBOX = os.path.normpath(os.path.join(TESTS, "support", "sandbox"))
SHOWN_LINES = 200


@dataclasses.dataclass
class Program:
    name: str       # as it is reported
    command: list
    limit: float    # seconds
    first: bool = False


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", action="append", default=[], metavar="[LABEL=]DIR",
                        help="build directory whose bin/tests is run; the first one's bin holds the programs under test")
    parser.add_argument("--journeys", action="append", default=[], metavar="GLOB", help="Python test programs")
    parser.add_argument("--checks", metavar="FILE", help="results of other checks: `passed|failed NAME` a line")
    parser.add_argument("--known-skips", default=os.path.join(TESTS, "known-skips.txt"), metavar="FILE")
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--limit", type=float, default=300, help="seconds for a program that names no limit itself")
    parser.add_argument("--search-logs", action="store_true",
                        help="log everything, and count as one more test that no secret of the tests is in any log")
    parser.add_argument("--log", metavar="DIR", help="keep reports and outputs there")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these programs; * and ? as in file names")
    return parser.parse_args()


def programs_of(options):
    """Every program that is to be run, and an outcome for each build that has no list of them."""
    found, missing = [], []
    for build in options.build:
        label, _, folder = build.rpartition("=")
        folder = os.path.abspath(os.path.join(folder, "bin", "tests"))
        try:
            with open(os.path.join(folder, "manifest.txt"), encoding="utf-8") as manifest:
                lines = [line.split() for line in manifest if line.strip()]
        except OSError:
            missing.append(Outcome(folder, "failed", "no manifest.txt: was it built?"))
            continue
        # The long ones, which name a limit, run once: in the last build that has them.
        own_limits = {name for name, _, *limit in lines if limit}
        found = [one for one in found if one.name.rpartition("/")[2] not in own_limits]
        for name, sandbox, *limit in lines:
            program = os.path.join(folder, name)
            command = [SANDBOX, sandbox, "--", program] if os.path.exists(SANDBOX) else [program]
            found.append(Program(f"{label}/{name}" if label else name, command,
                                 float(limit[0]) if limit else options.limit, sandbox == "desktop"))
    for pattern in options.journeys:
        for path in sorted(glob.glob(pattern)):
            name = os.path.splitext(os.path.basename(path))[0]
            found.append(Program(name, [sys.executable, os.path.abspath(path)], limit_in(path) or options.limit, True))
    if options.names:
        found = [one for one in found
                 if any(fnmatch.fnmatch(part, name) for name in options.names
                        for part in (one.name, one.name.rpartition("/")[2]))]
    # What takes longest begins first: those that name a limit, then whole stories.
    return sorted(found, key=lambda one: (-one.limit, not one.first)), missing


def limit_in(path):
    """A line `# time limit: N s` in a Python program."""
    with open(path, encoding="utf-8") as file:
        match = re.search(r"^# time limit: (\d+) s$", file.read(), re.MULTILINE)
    return float(match[1]) if match else None


def stop(process):
    """Asks first, so that the sandbox can clear up; then ends the process group and whatever left it."""
    below = descendants(process.pid)
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(8)
    except subprocess.TimeoutExpired:
        below += descendants(process.pid)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for pid in set(below):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def stem_of(program, folder):
    return os.path.join(folder, program.name.replace("/", "-"))


def run(program, environment, folder, logs=False):
    """(outcomes, output, seconds) of one program; with `logs` everything is logged, and kept for the search."""
    stem = stem_of(program, folder)
    report, output = stem + ".xml", stem + ".txt"
    if logs:
        environment = dict(environment, WATCHWORD_NOTED_SECRETS=stem + ".secrets", WATCHWORD_KEPT_LOGS=stem + ".logs")
        if program.command[0] == SANDBOX:
            environment.setdefault("QT_LOGGING_RULES", EVERYTHING_LOGGED)
    started, hung = time.monotonic(), None
    with open(output, "wb") as file:
        process = subprocess.Popen(program.command + ["-o", report + ",junitxml", "-o", "-,txt"], env=environment,
                                   stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, cwd=folder,
                                   start_new_session=True)
        try:
            process.wait(program.limit)
        except subprocess.TimeoutExpired:
            hung = program.limit
            stop(process)
    xml = None
    if os.path.exists(report):
        with open(report, encoding="utf-8", errors="replace") as file:
            xml = file.read()
    with open(output, encoding="utf-8", errors="replace") as file:
        text = file.read()
    found = outcomes(program.name, xml, text, process.returncode, hung)
    return found, text, time.monotonic() - started


def excuse(found, excuses):
    """Known skips stay what they are; any other is a failure."""
    for one in found:
        if one.kind == "excused" and (one.test, one.words) not in excuses:
            one.kind = "failed"
            one.words = "skipped or expected to fail, and not in known-skips.txt: " + one.words


def tell(program, found, text, seconds):
    failed = [one for one in found if one.kind == "failed"]
    if not failed:
        print(f"ok      {program.name}: {len(found)} in {seconds:.1f} s", flush=True)
        return
    lines = text.splitlines()
    print(f"FAILED  {program.name}: {len(failed)} of {len(found)} in {seconds:.1f} s")
    print(f"------- its output{f', the last {SHOWN_LINES} lines' if len(lines) > SHOWN_LINES else ''}:")
    print("\n".join(lines[-SHOWN_LINES:]))
    print("-------", flush=True)


def search_logs(programs, folder):
    """One outcome: whether a secret of the tests stands in what the programs printed and logged."""
    fixed, bad, files = log_search.fixed_secrets(TESTS), [], 0
    for program in programs:
        stem = stem_of(program, folder)
        noted = set()
        if os.path.exists(stem + ".secrets"):
            with open(stem + ".secrets", encoding="ascii") as file:
                noted = set(file.read().split())
        paths = [stem + ".txt", stem + ".logs"]
        files += len(log_search.files_in(paths))
        bad += [f"{os.path.relpath(path, folder)} ({what})" for path, what in log_search.search(paths, fixed | noted)]
        shutil.rmtree(stem + ".logs", ignore_errors=True)
    if bad or not files:
        return Outcome("logs without secrets", "failed", "; ".join(bad[:20]) or "there are no logs")
    print(f"no secret of the tests in {files} logs", flush=True)
    return Outcome("logs without secrets", "passed")


def checks_in(path):
    with open(path, encoding="utf-8") as file:
        parts = [line.strip().partition(" ") for line in file if line.strip()]
    return [Outcome(name, "passed" if kind == "passed" else "failed", "" if kind == "passed" else "see above")
            for kind, _, name in parts]


def main():
    options = arguments()
    excuses = read_excuses(options.known_skips)
    programs, results = programs_of(options)
    environment = dict(os.environ)
    if options.build:
        environment["WATCHWORD_BIN"] = os.path.join(os.path.abspath(options.build[0].rpartition("=")[2]), "bin")
    if programs and not os.path.exists(SANDBOX):
        print("tests/support/sandbox is missing: programs run without one", file=sys.stderr)
    lock = threading.Lock()

    def one(program, folder):
        found, text, seconds = run(program, environment, folder, options.search_logs)
        excuse(found, excuses)
        with lock:
            tell(program, found, text, seconds)
            results.extend(found)

    with tempfile.TemporaryDirectory(prefix="wwlog") as temporary:
        folder = os.path.abspath(options.log) if options.log else temporary
        os.makedirs(folder, exist_ok=True)
        for ending in ("xml", "txt", "secrets"):
            for old in glob.glob(os.path.join(folder, "*." + ending)):
                os.unlink(old)
        for old in glob.glob(os.path.join(folder, "*.logs")):
            shutil.rmtree(old)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for job in [pool.submit(one, program, folder) for program in programs]:
                job.result()
        if options.search_logs:
            results.append(search_logs(programs, folder))
    if options.checks:
        results += checks_in(options.checks)
    return summary(results)


def summary(results):
    failed = sorted((one for one in results if one.kind == "failed"), key=lambda one: one.test)
    passed = sum(one.kind == "passed" for one in results)
    for one in failed:
        print(f"failed: {one.test}: {one.words}")
    for one in results:
        if one.kind == "excused":
            print(f"known skip: {one.test}: {one.words}")
    if not results:
        print("failed: nothing was run")
    print(f"{passed} passed, {len(failed) if results else 1} failed", flush=True)
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
