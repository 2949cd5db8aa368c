# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""unittest, called and reporting like a Qt Test program: `test_x.py [-o FILE,junitxml] [-o -,txt] [NAME…]`."""
import os
import sys
import time
import traceback
import unittest
from xml.sax.saxutils import quoteattr


class _Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.lines = []
        self._started = 0.0

    def startTest(self, test):
        super().startTest(test)
        self._started = time.monotonic()

    def _note(self, word, test, inside=""):
        name = test.id().rpartition(".")[2]
        print(f"{word:7}: {name}", flush=True)
        self.lines.append(f'  <testcase name={quoteattr(name)} time="{time.monotonic() - self._started:.3f}">'
                          f"{inside}</testcase>")

    def addSuccess(self, test):
        super().addSuccess(test)
        self._note("PASS", test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        words = "".join(traceback.format_exception(*err))
        self._note("FAIL!", test, f"<failure type=\"fail\" message={quoteattr(words.strip().splitlines()[-1])}/>")
        print(words, flush=True)

    addError = addFailure

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._note("SKIP", test, f"<skipped message={quoteattr(reason)}/>")


def run():
    """The tests of the calling module."""
    outputs = [arg.rpartition(",")[0] for before, arg in zip(sys.argv, sys.argv[1:])
               if before == "-o" and arg.endswith(",junitxml")]
    wanted = [arg for before, arg in zip(sys.argv, sys.argv[1:]) if arg != "-o" and before != "-o"]
    suite = unittest.TestSuite()
    for test in _flat(unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])):
        if not wanted or test.id().rpartition(".")[2] in wanted:
            suite.addTest(test)
    result = _Result()
    suite.run(result)
    name = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    for output in outputs:
        with open(output, "w", encoding="utf-8") as file:
            file.write("\n".join(['<?xml version="1.0" encoding="UTF-8" ?>', f"<testsuite name={quoteattr(name)}>",
                                  *result.lines, "</testsuite>", ""]))
    sys.exit(min(100, len(result.failures) + len(result.errors)))


def _flat(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from _flat(test)
        else:
            yield test
