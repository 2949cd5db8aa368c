# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tiny runner: functions marked `@story` are run one after the other, each in a process and on a desktop of its own.

    @story                       a desktop whose keychain is unlocked
    @story(provider=False)       …with a session bus, but nobody offers a keychain
    @story(bus=False)            …without a session bus
    @story(keyring=None)         …with a keychain that was never used: no collection yet
    def a_locked_keychain_asks_for_its_password(desktop): ...

    if __name__ == "__main__":
        run()

Called like a Qt Test program: `journey_x.py [-o FILE,junitxml] [-o -,txt] [STORY…]`. Ends with the number of failures.
Pictures of the screen at a failure go to the folder WATCHWORD_ARTIFACTS, if that is set.
"""
import inspect
import os
import pickle
import random
import sys
import time
import traceback
from xml.sax.saxutils import quoteattr

_stories = []


class Skipped(Exception):
    """Raised by a story that cannot run here; the words say why."""


def story(function=None, **desktop):
    def mark(its_function):
        _stories.append((its_function, desktop))
        return its_function
    return mark(function) if function is not None else mark


def seeded(name="seed"):
    """A random generator; what it draws can be had again with WATCHWORD_SEED."""
    seed = int(os.environ.get("WATCHWORD_SEED", random.SystemRandom().randrange(1_000_000)))
    print(f"INFO   : {name} WATCHWORD_SEED={seed}", flush=True)
    return random.Random(seed)


def run():
    outputs, wanted = _arguments(sys.argv[1:])
    name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    chosen = [one for one in _stories if not wanted or one[0].__name__ in wanted]
    if not chosen:
        print("no such story; there are: " + " ".join(function.__name__ for function, _ in _stories), file=sys.stderr)
        sys.exit(2)
    results = []
    for function, desktop in chosen:
        started = time.monotonic()
        kind, words = _apart(function, desktop)
        took = time.monotonic() - started
        results.append((function.__name__, kind, words, took))
        print(f"{kind.upper():7}: {name}::{function.__name__}() {took:.1f} s", flush=True)
        if words:
            print(words, flush=True)
    failed = sum(kind == "fail" for _, kind, _, _ in results)
    skipped = sum(kind == "skip" for _, kind, _, _ in results)
    print(f"Totals: {len(results) - failed - skipped} passed, {failed} failed, {skipped} skipped", flush=True)
    for output in outputs:
        with open(output, "w", encoding="utf-8") as file:
            file.write(_junit(name, results, failed, skipped))
    sys.exit(min(failed, 100))


def _arguments(arguments):
    outputs, wanted = [], []
    todo = list(arguments)
    while todo:
        argument = todo.pop(0)
        if argument == "-o" and todo:
            path, _, form = todo.pop(0).rpartition(",")
            if form == "junitxml" and path != "-":
                outputs.append(path)
            elif form != "txt":
                sys.exit(f"no such output: {path},{form}")
        else:
            wanted.append(argument)
    return outputs, wanted


def _apart(function, options):
    """Runs a story in a process of its own: the accessibility library keeps to the first bus that it has seen."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(reading)
        result = ("fail", "the story's process ended early")
        try:
            result = _here(function, options)
        finally:
            with os.fdopen(writing, "wb") as answer:
                pickle.dump(result, answer)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as answer:
            written = answer.read()
    except BaseException:
        # Told to stop: the child cleans up its desktop before we go.
        os.kill(child, 15)
        raise
    finally:
        os.waitpid(child, 0)
    return pickle.loads(written) if written else ("fail", "the story's process was killed")


def _here(function, options):
    from .desktop import Desktop
    from .sandbox import stop_on_signals
    stop_on_signals()
    try:
        if not inspect.signature(function).parameters:
            function()
            return "pass", ""
        with Desktop(**options) as desktop:
            try:
                function(desktop)
            except Skipped:
                raise
            except BaseException:
                desktop.keep_evidence(function.__name__)
                raise
        return "pass", ""
    except Skipped as reason:
        return "skip", str(reason)
    except SystemExit as stop:
        return "fail", f"stopped by signal {stop.code}"
    except BaseException:
        return "fail", traceback.format_exc()


def _junit(name, results, failed, skipped):
    lines = ['<?xml version="1.0" encoding="UTF-8" ?>',
             f'<testsuite name={quoteattr(name)} tests="{len(results)}" failures="{failed}" errors="0" '
             f'skipped="{skipped}" time="{sum(took for *_, took in results):.3f}">']
    for function, kind, words, took in results:
        lines.append(f'  <testcase name={quoteattr(function)} classname={quoteattr(name)} time="{took:.3f}">')
        if kind == "fail":
            lines.append(f'    <failure type="fail" message={quoteattr(_printable(words))}/>')
        elif kind == "skip":
            lines.append(f'    <skipped message={quoteattr(_printable(words))}/>')
        lines.append("  </testcase>")
    return "\n".join(lines + ["</testsuite>", ""])


def _printable(words):
    return "".join(char if char >= " " or char in "\n\t" else "?" for char in words)
