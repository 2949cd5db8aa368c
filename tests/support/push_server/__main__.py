# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""By hand: `python3 tests/support/push_server` prints a QR code and the address of a page to sign in on.

With --control, for tests: one JSON object a line in, one a line out. See _Control.
"""
import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
from cryptography.hazmat.primitives import serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import rsa  # noqa: E402
from push_server.certificates import LEAVES, Certificates  # noqa: E402
from push_server.network import FAULTS, Network  # noqa: E402
from push_server.server import VERSIONS  # noqa: E402

VECTORS = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "data", "push", "vectors.json")


def fixed_key():
    """Making one takes up to five seconds; a test of something else has no need of a new one."""
    with open(VECTORS, encoding="utf-8") as file:
        return serialization.load_pem_private_key(json.load(file)["server_key_pem"].encode(), None)


class _Control:
    """Each request is {"do": NAME, …}; the answer is what the function returns, or {"error": …}."""

    def __init__(self, network, certificates):
        self.network, self.server, self.certificates = network, network.server, certificates

    def answer(self, line):
        try:
            request = json.loads(line)
            return getattr(self, "do_" + request.pop("do"))(**request) or {}
        except Exception as error:  # pylint: disable=broad-except; a test wants to read it
            return {"error": f"{type(error).__name__}: {error}"}

    def do_token(self, **more):
        link = self.server.new_token(**more)
        return {"link": link, "serial": list(self.server.tokens)[-1]}

    def do_link(self, **extra):
        """What else stands in the links of tokens from now on; null takes a parameter out."""
        self.server.extra_link = extra

    def do_challenge(self, serial, mode="standard", signed_by=None, fields=None, **changed):
        """`signed_by`: another token, whose key is taken. `fields`: more of what is changed."""
        challenge = self.server.new_challenge(serial, mode, signed_by, changed | (fields or {}))
        return {"nonce": challenge.nonce, "transaction": challenge.transaction, "right": challenge.right_option}

    def do_state(self, transaction):
        _, answer = self.server.handle("GET", "/validate/polltransaction", {"transaction_id": transaction})
        return {"state": answer["detail"]["challenge_status"]}

    def do_finish(self, transaction, code=""):
        _, answer = self.server.handle("POST", "/validate/check", {"user": "alice", "transaction_id": transaction, "pass": code})
        return {"authentication": answer["result"]["authentication"]}

    def do_answered_elsewhere(self, transaction):
        """By another device of the same person."""
        for token in self.server.tokens.values():
            if found := token.find(transaction):
                found.state = "declined"

    def do_texts(self, **texts):
        for name, text in texts.items():
            setattr(self.server.texts, name, text)

    def do_fault(self, name="", loses_answers=False):
        assert name in FAULTS, name
        self.network.fault, self.network.loses_answers = name, loses_answers

    def do_hold(self, is_on):
        """What comes from now on is answered when this has ended."""
        if is_on:
            self.network.answers.clear()
        else:
            self.network.answers.set()

    def do_date(self, offset):
        self.network.date_offset = offset

    def do_clock(self, offset):
        """The server's whole clock, seconds from the right one."""
        self.network.date_offset, self.server.clock = offset, lambda: time.time() + offset

    def do_own_key(self):
        """Tokens that are enrolled from now on get a key that no other one has."""
        self.server.fixed_key = rsa.generate_private_key(65537, 2048)

    def do_listen(self, is_on):
        """The port closes, and opens again."""
        if is_on:
            self.network.open()
        else:
            self.network.shut()

    def do_certificate(self, name):
        self.network.use(self.certificates.paths(name))

    def do_forget(self, serial):
        del self.server.tokens[serial]

    def do_other_port(self, greeting=""):
        """A port where no such server is: it says this to whoever connects, and never anything more."""
        listener = socket.create_server(("127.0.0.1", 0))
        connections = []

        def serve():
            while True:
                connection, _ = listener.accept()
                connections.append(connection)
                connection.sendall(greeting.encode())

        threading.Thread(target=serve, daemon=True).start()
        return {"port": listener.getsockname()[1]}

    def do_seen(self):
        return {"requests": self.network.seen, "redirected": self.network.redirected}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--version", choices=VERSIONS, default="3.14")
    parser.add_argument("--mode", choices=("standard", "require_presence", "code_to_phone"), default="standard")
    parser.add_argument("--certificate", choices=[*LEAVES, "other_ca_chain", "none"], default="none", help="none: http")
    parser.add_argument("--control", action="store_true", help="read requests of a test from the standard input")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        certificates = Certificates(folder)
        paths = None if options.certificate == "none" else certificates.paths(options.certificate)
        network = Network(paths, options.version, key=fixed_key() if options.control else None,
                          host="127.0.0.1" if options.certificate == "none" else "localhost")
        network.server.mode = options.mode
        if options.control:
            control = _Control(network, certificates)
            print(json.dumps({"url": network.server.url, "base": network.base, "folder": folder}), flush=True)
            for line in sys.stdin:
                print(json.dumps(control.answer(line)), flush=True)
        else:
            by_hand(network, certificates if paths else None)
        network.close()


def by_hand(network, certificates):
    link = network.server.new_token()
    print(link, flush=True)
    if certificates:
        print(f"The server's CA, to be added for it: {certificates.ca}")
    try:
        subprocess.run(["qrencode", "-t", "ANSIUTF8", "-m", "2", link], check=False)
    except FileNotFoundError:
        print("(qrencode would show this as a QR code)")
    print(f"Then sign in at {network.base}/login. End with Ctrl+C.", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
