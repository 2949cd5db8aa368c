#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The test of run_tests.py: small programs that pass, fail, skip, crash, hang, leave early or are empty."""
import os
import subprocess
import sys
import tempfile
import time
import unittest

sys.dont_write_bytecode = True
import junit_main  # noqa: E402

HERE = os.path.dirname(os.path.realpath(__file__))
PROGRAM = os.path.join(os.environ.get("WATCHWORD_BIN", ""), "runner_selftest", "program")


class Runner(unittest.TestCase):
    def run_them(self, *names, skips="", more=()):
        """(exit status, lines) of the runner on programs of these names."""
        with tempfile.TemporaryDirectory() as folder:
            tests = os.path.join(folder, "bin", "tests")
            os.makedirs(tests)
            for name in names:
                os.symlink(PROGRAM, os.path.join(tests, name))
            with open(os.path.join(tests, "manifest.txt"), "w", encoding="utf-8") as manifest:
                manifest.writelines(f"{name} plain {2 if name == 'hanging' else 60}\n" for name in names)
            known = os.path.join(folder, "skips.txt")
            with open(known, "w", encoding="utf-8") as file:
                file.write("# why\n" + skips)
            done = subprocess.run([sys.executable, os.path.join(HERE, "run_tests.py"), "--build", folder,
                                   "--known-skips", known, *more], capture_output=True, text=True, check=False)
            return done.returncode, done.stdout.splitlines()

    def expect(self, answer, status, last):
        self.assertEqual((answer[0], answer[1][-1]), (status, last), "\n".join(answer[1]))

    def test_counts_functions_and_rows(self):
        self.expect(self.run_them("passing"), 0, "3 passed, 0 failed")

    def test_a_failing_test(self):
        answer = self.run_them("failing", "passing")
        self.expect(answer, 1, "4 passed, 1 failed")
        self.assertIn("failed: failing::fails: Compared values are not the same", answer[1])
        self.assertTrue(any("Actual   (1): 1" in line for line in answer[1]), "its output is shown")

    def test_a_failing_start(self):
        self.assertEqual(self.run_them("failing_at_start")[0], 1)

    def test_a_skip_is_a_failure(self):
        answer = self.run_them("skipping")
        self.expect(answer, 1, "1 passed, 1 failed")

    def test_a_known_skip_is_printed_above_the_last_line(self):
        answer = self.run_them("skipping", skips="skipping::skips no camera here\n")
        self.expect(answer, 0, "1 passed, 0 failed")
        self.assertEqual(answer[1][-2], "known skip: skipping::skips: no camera here")

    def test_a_known_skip_for_another_reason_is_a_failure(self):
        self.expect(self.run_them("skipping", skips="skipping::skips no screen here\n"), 1, "1 passed, 1 failed")

    def test_an_expected_failure_is_a_failure(self):
        self.expect(self.run_them("expecting_failure"), 1, "1 passed, 2 failed")

    def test_a_known_expected_failure(self):
        answer = self.run_them("expecting_failure", skips="expecting_failure::rows(bad one) a known fault\n")
        self.expect(answer, 1, "1 passed, 1 failed")
        self.assertIn("known skip: expecting_failure::rows(bad one): a known fault", answer[1])

    def test_a_crash(self):
        answer = self.run_them("crashing", "passing")
        self.assertEqual(answer[0], 1)
        self.assertTrue(any("ended by SIGKILL" in line for line in answer[1]), answer[1])

    def test_a_program_that_leaves_in_the_middle(self):
        self.assertEqual(self.run_them("leaving")[0], 1)

    def test_a_program_that_reports_nothing(self):
        answer = self.run_them("silent")
        self.expect(answer, 1, "0 passed, 1 failed")
        self.assertIn("failed: silent: it wrote no report", answer[1])

    def test_a_program_without_tests(self):
        answer = self.run_them("empty")
        self.expect(answer, 1, "0 passed, 1 failed")
        self.assertIn("failed: empty: it has no tests", answer[1])

    def test_an_exit_status_without_a_failure(self):
        answer = self.run_them("status_without_failure")
        self.expect(answer, 1, "3 passed, 1 failed")

    def test_a_build_that_has_no_programs(self):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([sys.executable, os.path.join(HERE, "run_tests.py"), "--build", folder],
                                  capture_output=True, text=True, check=False)
        self.expect((done.returncode, done.stdout.splitlines()), 1, "0 passed, 1 failed")

    def test_a_hanging_program_is_stopped_with_all_it_started(self):
        started = time.monotonic()
        answer = self.run_them("hanging")
        self.expect(answer, 1, "0 passed, 1 failed")
        self.assertIn("failed: hanging: stopped after 2 s", answer[1])
        self.assertLess(time.monotonic() - started, 20)
        left = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True).stdout
        self.assertFalse([line for line in left.splitlines() if line.split()[0].endswith("/bin/tests/hanging")], left)

    def test_a_check_that_failed(self):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write("passed format\nfailed tidy of some file\n")
            file.flush()
            answer = self.run_them("passing", more=("--checks", file.name))
        self.expect(answer, 1, "4 passed, 1 failed")
        self.assertIn("failed: tidy of some file: see above", answer[1])

    def test_only_named_programs(self):
        self.expect(self.run_them("passing", "failing", more=("pass*",)), 0, "3 passed, 0 failed")

    def test_nothing_to_run_is_a_failure(self):
        self.expect(self.run_them("passing", more=("nothing",)), 1, "0 passed, 1 failed")


if __name__ == "__main__":
    junit_main.run()
