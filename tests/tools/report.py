# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one test program said: its JUnit report and, for expected failures, which Qt Test leaves out there, its text."""
import dataclasses
import re
import signal
import xml.etree.ElementTree as ElementTree

# Qt Test lists these beside the tests; they count only when they fail.
_FRAME = {"initTestCase", "cleanupTestCase"}
_EXPECTED_FAILURE = re.compile(r"^(XFAIL|XPASS|BFAIL|BPASS|BXFAIL|BXPASS|BSKIP) *: \S+?::(.+?)\(\) ?(.*)$|"
                               r"^(XFAIL|XPASS|BFAIL|BPASS|BXFAIL|BXPASS|BSKIP) *: \S+?::(.+?\)) (.*)$")
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclasses.dataclass
class Outcome:
    """`kind` is passed, failed or excused (a skip or an expected failure, which needs an excuse)."""
    test: str
    kind: str
    words: str = ""


def outcomes(program, xml, text, status, hung):
    """Outcomes of a program from its report (None: it wrote none), its output and its exit status (None: hung)."""
    found = _from_xml(program, xml) if xml is not None else []
    ended_well = not hung and status == 0
    reported = bool(found)
    if found is None:
        found = [Outcome(program, "failed", "its report cannot be read")] if ended_well else []
    elif xml is None:
        found = [Outcome(program, "failed", "it wrote no report")] if ended_well else []
    elif not found:
        found = [Outcome(program, "failed", "it has no tests")]
    _mark_expected_failures(program, found, text)
    if hung:
        found.append(Outcome(program, "failed", f"stopped after {hung:g} s"))
    elif _signal_of(status):
        found.append(Outcome(program, "failed", f"ended by {_signal_of(status)}"))
    elif status != 0 and not any(one.kind == "failed" for one in found):
        found.append(Outcome(program, "failed", f"ended with exit status {status}"
                             + ("" if reported else " and without a report")))
    return found


def _signal_of(status):
    number = -status if status < 0 else status - 128 if status > 128 else 0
    try:
        return signal.Signals(number).name if number else None
    except ValueError:
        return None


def _from_xml(program, xml):
    """None: not readable."""
    try:
        root = ElementTree.fromstring(_NOT_IN_XML.sub("?", xml))
    except ElementTree.ParseError:
        return None
    found = []
    for case in root.iter("testcase"):
        name = case.get("name") or "?"
        troubles = [part for part in case if part.tag in ("failure", "error")]
        skips = [part for part in case if part.tag == "skipped"]
        if troubles:
            words = "; ".join(part.get("message") or part.get("type") or part.tag for part in troubles)
            found.append(Outcome(f"{program}::{name}", "failed", words))
        elif skips:
            found.append(Outcome(f"{program}::{name}", "excused", skips[0].get("message") or ""))
        elif name not in _FRAME:
            found.append(Outcome(f"{program}::{name}", "passed"))
    return found


def _mark_expected_failures(program, found, text):
    """A test with an expected failure is reported as passed; only the text tells."""
    for line in text.splitlines():
        match = _EXPECTED_FAILURE.match(line)
        if not match:
            continue
        name, words = (match[2], match[3]) if match[1] else (match[5], match[6])
        test = f"{program}::{name}"
        for one in found:
            if one.test == test and one.kind == "passed":
                one.kind, one.words = "excused", words
                break
        else:
            if not any(one.test == test and one.kind != "passed" for one in found):
                found.append(Outcome(test, "excused", words))


def read_excuses(path):
    """{(test, reason)} of tests/known-skips.txt."""
    excuses = set()
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                # A data row's name may hold blanks: a test ends at its closing bracket or at the first blank.
                match = re.match(r"(\S+?::[^\s(]+(?:\(.*?\))?) +(.*)", line.strip())
                if not match:
                    raise SystemExit(f"{path}: not `PROGRAM::FUNCTION REASON`: {line.strip()}")
                excuses.add((match[1], match[2]))
    return excuses
