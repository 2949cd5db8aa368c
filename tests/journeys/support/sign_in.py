# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that asks whether a sign-in is to be approved (support/push_server), and its enrolment in a desktop's vault."""
import json
import os
import subprocess

from . import processes, secrets

_SERVER = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "support", "push_server")


class SignInServer:
    """Over TLS, with a certificate of an authority that only it knows. `title` is what it calls itself in QR codes."""

    def __init__(self, desktop, title="Nextcloud", version="3.14", certificate="good"):
        self.desktop = desktop
        self.process = processes.start(["/usr/bin/python3", _SERVER, "--control", "--certificate", certificate, "--version", version],
                                       desktop.environment, log=desktop.log("push_server"), stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, text=True)
        start = json.loads(self.process.stdout.readline())
        self.url, self.authority = start["url"], os.path.join(start["folder"], "ca.pem")
        self.serial = None
        self.ask("texts", title=title, question="Do you want to confirm the login?")

    @property
    def host(self):
        """With its port, as Watchword names it."""
        return self.url.split("/")[2]

    def ask(self, what, **more):
        self.process.stdin.write(json.dumps({"do": what} | more) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer
        return answer

    def enrol(self):
        """Into the vault, with the server's own authority trusted for it: as the program keeps it after an enrolment."""
        self.serial = self.enrol_another()

    def enrol_another(self):
        """One more account at this server, whose serial is the answer."""
        token = self.ask("token")
        secrets.note(token["link"])
        tool = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "enrol_push")
        done = subprocess.run([tool, self.authority], env=self.desktop.environment, input=token["link"], capture_output=True,
                              text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return token["serial"]

    def challenge(self, mode="standard"):
        """Somebody signs in. {"nonce", "transaction", "right"}"""
        return self.ask("challenge", serial=self.serial, mode=mode)

    def state(self, challenge):
        """What became of it, as the page where the person signs in learns it: pending, accept, declined, cancelled."""
        return self.ask("state", transaction=challenge["transaction"])["state"]

    def finish(self, challenge, code=""):
        return self.ask("finish", transaction=challenge["transaction"], code=code)["authentication"]

    def answers(self, challenge):
        """The bodies of the answers to it that came here."""
        return [one["body"] for one in self.ask("seen")["requests"] if challenge["nonce"] in one["body"]]

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
