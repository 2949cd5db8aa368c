#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The search for secrets in the logs finds each dress in which one is planted, and nothing in what holds none."""
import base64
import os
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import junit_main  # noqa: E402
import log_search  # noqa: E402
from support.secrets import secrets_in  # noqa: E402

HERE = os.path.dirname(os.path.realpath(__file__))
JOURNEY = '''import os, sys
sys.path.insert(0, {support!r})
from support.secrets import note
note("otpauth://totp/Acme?secret={secret}")
{more}
report = [arg.rpartition(",")[0] for arg in sys.argv if arg.endswith(",junitxml")][0]
open(report, "w").write('<testsuite name="journey_planted"><testcase name="a"/></testsuite>')
'''


class Search(unittest.TestCase):
    def found(self, content, secret):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "below"))
            with open(os.path.join(folder, "below", "watchword.log"), "wb") as file:
                file.write(b"qt.core: x\n" * 1000 + content + "\nan “end”\n".encode() * 1000)
            return [what for _, what in log_search.search([folder], {secret})]

    def test_each_dress_is_found(self):
        key = bytes([250, 3, 10]) + os.urandom(17)
        secret = base64.b32encode(key).decode()
        for number, planted in enumerate((
                secret.encode(), secret.lower().encode(), b"secret=" + secret.encode() + b"&issuer=A", key,
                secret.encode("utf-16-le"), secret.encode("utf-16-be"), key.hex().encode(), key.hex().upper().encode(),
                base64.b64encode(key), base64.b64encode(b"x" + key), base64.b64encode(b"xy" + key + b"z"),
                base64.urlsafe_b64encode(key), base64.b64encode(b"otpauth://?secret=" + secret.encode()),
                base64.b32encode(b"abc" + key), secret.encode().hex().encode(),
                base64.b64encode(secret.encode("utf-16-le")))):
            self.assertTrue(self.found(planted, secret), f"planted {number}")

    def test_nothing_is_found_where_nothing_is(self):
        secret = base64.b32encode(os.urandom(20)).decode()
        other = base64.b32encode(os.urandom(20)).decode()
        self.assertEqual(self.found(other.encode() + b"\n" + other.encode("utf-16-le"), secret), [])

    def test_the_secrets_of_the_tests_are_gathered(self):
        self.assertIn("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", log_search.fixed_secrets(os.path.join(HERE, "..")))
        self.assertEqual(secrets_in("otpauth://totp/a?digits=6&secret=abcdefgh23456723&issuer=b"), {"ABCDEFGH23456723"})
        self.assertEqual(secrets_in("abcd efgh 2345 6723"), {"ABCDEFGH23456723"})
        self.assertEqual(secrets_in("a search of mine"), set())

    def run_journey(self, more):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "journey_planted.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(JOURNEY.format(support=os.path.join(HERE, "..", "journeys"), more=more,
                                          secret=base64.b32encode(os.urandom(20)).decode()))
            done = subprocess.run([sys.executable, os.path.join(HERE, "run_tests.py"), "--journeys", path, "--search-logs"],
                                  capture_output=True, text=True, check=False)
            return done.returncode, done.stdout.splitlines()

    def test_the_runner_counts_a_secret_in_what_a_program_prints(self):
        status, lines = self.run_journey("print(open(os.environ['WATCHWORD_NOTED_SECRETS']).read().strip().encode().hex())")
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed"), lines)
        self.assertTrue(any(line.startswith("failed: logs without secrets: ") and "hex" in line for line in lines), lines)

    def test_the_runner_counts_a_secret_in_the_logs_of_a_sandbox(self):
        status, lines = self.run_journey("from support.sandbox import Sandbox\nwith Sandbox() as sandbox:\n"
                                         "    open(sandbox.log('watchword'), 'w').write(open(os.environ['WATCHWORD_NOTED_SECRETS']).read())")
        self.assertEqual((status, lines[-1]), (1, "1 passed, 1 failed"), lines)

    def test_the_runner_counts_clean_logs_as_passed(self):
        status, lines = self.run_journey("print('nothing')")
        self.assertEqual((status, lines[-1]), (0, "2 passed, 0 failed"), lines)


if __name__ == "__main__":
    junit_main.run()
