#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The push server of the tests answers as the real one did, and takes nothing that was changed on the way."""
import base64
import datetime
import functools
import json
import os
import re
import ssl
import sys
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "support"))
import junit_main  # noqa: E402
from cryptography.hazmat.primitives import serialization  # noqa: E402
from push_server.certificates import Certificates  # noqa: E402
from push_server.network import Network  # noqa: E402
from push_server.server import PushServer, Texts  # noqa: E402
from push_server.tokens import canonical, sign, verifies  # noqa: E402

DATA = os.path.join(HERE, "..", "data", "push")


def load(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return json.load(file)


CAPTURED = load("captured-3.14dev2.json")
VECTORS = load("vectors.json")
# What no two answers share, or what only the owner of a private key can make.
OWN = {"time", "threadid", "signature", "capabilities_signature", "public_key"}


@functools.cache
def private_key(text):
    return serialization.load_pem_private_key(text.encode(), None)


def comparable(value):
    if isinstance(value, dict):
        return {name: "…" if name in OWN else comparable(one) for name, one in value.items()}
    return [comparable(one) for one in value] if isinstance(value, list) else value


def form_of(request):
    return {name: str(value) for name, value in (request.get("form") or request.get("json")).items()}


def changed_texts(text):
    """Each byte of a text changed, one at a time."""
    for at, letter in enumerate(text):
        yield text[:at] + ("A" if letter != "A" else "B") + text[at + 1:]


class Replay:
    """The server brought to where the real one was at each request of the transcript."""

    def __init__(self):
        self.steps = CAPTURED["transcript"]
        self.now = 0.0
        url = self.steps[1]["url"]
        self.server = PushServer(url, "3.14", clock=lambda: self.now, key=private_key(VECTORS["server_key_pem"]),
                                 texts=Texts("Log in to the test site?", "Test login"))
        first = self.steps[0]["response"]["detail"]
        self.server.extra_link = {"issuer": "privacyIDEA"}
        self.server.new_token(serial=first["serial"], credential=first["enrollment_credential"])
        self.serial = first["serial"]

    def prepare(self, index):
        """The clock, and what the real server drew, before the request."""
        step = self.steps[index]
        self.now = step["response"]["time"]
        if step["step"].endswith("validate/check"):
            detail, shown = step["response"]["detail"], self.steps[index + 1]["response"]["result"]["value"][0]
            self.server.next_nonce = lambda: shown["nonce"]
            self.server.next_transaction = lambda: detail["transaction_id"]
            self.server.mode = step["step"].split(":")[0].replace("decline", "standard")
            if "presence_answer" in detail:
                self.server.options = (detail["presence_answer"],)
        if step["step"] == "code_to_phone: answer":
            self.server.next_code = lambda: step["response"]["detail"]["display_code"]

    def send(self, index, form=None):
        step = self.steps[index]
        path = urllib.parse.urlsplit(step["url"]).path
        answer = self.server.handle(step["method"], path, form or form_of(step))
        if step["step"] == "require_presence: validate/check":
            shown = self.steps[index + 1]["response"]["result"]["value"][0]
            self.server.tokens[self.serial].challenges[-1].options = tuple(shown["require_presence"].split(","))
        return answer

    def upto(self, index):
        for one in range(1, index):
            self.prepare(one)
            self.send(one)
        self.prepare(index)
        return self


class Transcript(unittest.TestCase):
    def test_every_request_is_answered_as_the_real_server_did(self):
        replay = Replay()
        link = replay.server.link_of(replay.server.tokens[replay.serial])
        self.assertEqual(link, replay.steps[0]["response"]["detail"]["pushurl"]["value"])
        for index, step in enumerate(replay.steps):
            if index == 0:
                continue
            replay.prepare(index)
            status, answer = replay.send(index)
            self.assertEqual(status, step["status"], step["step"])
            self.assertEqual(comparable(answer), comparable(step["response"]), step["step"])

    def test_the_first_step_has_the_shape_of_the_real_one(self):
        replay = Replay()
        status, answer = replay.send(0)
        wanted = replay.steps[0]["response"]
        self.assertEqual(status, 200)
        self.assertEqual(set(answer), set(wanted))
        self.assertEqual(set(answer["detail"]), set(wanted["detail"]))

    def test_a_change_of_any_byte_of_a_signed_request_is_refused(self):
        steps = CAPTURED["transcript"]
        for index, step in enumerate(steps):
            if "signature" not in step.get("form", {}):
                continue
            server = Replay().upto(index).server
            for name, value in step["form"].items():
                for changed in changed_texts(value):
                    status, answer = server.handle(step["method"], server.path, step["form"] | {name: changed})
                    taken = status == 200 and answer["result"]["value"] is not False
                    self.assertFalse(taken, f"{step['step']}: {name}")
            # And it was that which was refused: the right one is taken after all of them.
            status, answer = server.handle(step["method"], server.path, step["form"])
            self.assertEqual((status, bool(answer["result"]["value"])), (200, True), step["step"])

    def test_a_change_of_any_byte_of_an_enrolment_is_refused_at_once_or_at_the_next_poll(self):
        enrol, poll = CAPTURED["transcript"][1], CAPTURED["transcript"][3]
        for name in ("serial", "enrollment_credential"):
            for changed in changed_texts(enrol["form"][name]):
                status, _ = Replay().server.handle("POST", "/ttype/push", enrol["form"] | {name: changed})
                self.assertNotEqual(status, 200)
        for changed in list(changed_texts(enrol["form"]["pubkey"]))[::7]:
            replay = Replay()
            replay.now = poll["response"]["time"]
            status, _ = replay.server.handle("POST", "/ttype/push", enrol["form"] | {"pubkey": changed})
            self.assertEqual(status, 200)  # as the real one: it does not look
            status, _ = replay.server.handle("GET", "/ttype/push", poll["form"])
            self.assertIn(status, (400, 500))

    def test_the_real_servers_signatures_are_checked_as_ours_are(self):
        key = serialization.load_pem_public_key(CAPTURED["server_public_key_pem"].encode())
        seen = 0
        for step in CAPTURED["transcript"]:
            if "server_signed_string" in step:
                shown = step["response"]["result"]["value"][0]
                self.assertTrue(verifies(key, step["server_signed_string"], base64.b32decode(shown["signature"])))
                text = canonical(json.loads(shown["capabilities"]), shown["nonce"])
                self.assertTrue(verifies(key, text, base64.b32decode(shown["capabilities_signature"])))
                seen += 1
        self.assertEqual(seen, 4)


class Signatures(unittest.TestCase):
    def test_the_vectors_come_out_byte_for_byte(self):
        keys = {"client": private_key(VECTORS["client_key_pem"]), "server": private_key(VECTORS["server_key_pem"])}
        for vector in VECTORS["vectors"]:
            self.assertEqual(sign(keys[vector["signed_by"]], vector["signed_utf8"]), vector["signature_base32"], vector["name"])

    def test_challenges_are_those_of_the_vectors(self):
        wanted = VECTORS["poll_response_value"]
        server = PushServer(VECTORS["url"], key=private_key(VECTORS["server_key_pem"]))
        server.new_token(serial=VECTORS["serial"], credential="c")
        token = server.tokens[VECTORS["serial"]]
        token.key = server.fixed_key
        for one, mode in zip(wanted, ("standard", "require_presence")):
            server.next_nonce = lambda one=one: one["nonce"]
            server.texts = Texts(one["question"], one["title"])
            self.assertEqual(server.shown(token, server.new_challenge(token.serial, mode)), one)


class Rules(unittest.TestCase):
    """What the specification says of errors and of versions, each of which was tried at a real server."""

    def setUp(self):
        self.now = 1_700_000_000.0

    def enrolled(self, version="3.14"):
        path = "/ttype/edupush" if version == "edumfa" else "/ttype/push"
        self.server = PushServer("https://localhost" + path, version, clock=lambda: self.now, key=private_key(VECTORS["server_key_pem"]))
        self.server.new_token()
        token = next(iter(self.server.tokens.values()))
        self.key = private_key(VECTORS["client_key_pem"])
        self.serial = token.serial
        self.post(200, serial=self.serial, fbtoken="", enrollment_credential=token.credential, pubkey=VECTORS["pubkey_param"])
        return token

    def post(self, status, **form):
        got, answer = self.server.handle("POST", self.server.path, form)
        self.assertEqual(got, status, answer["result"])
        return answer["result"].get("value", answer["result"].get("error", {}).get("code"))

    def poll(self, status=200, seconds=0.0, **changed):
        stamp = datetime.datetime.fromtimestamp(self.now + seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        form = {"serial": self.serial, "timestamp": stamp, "signature": sign(self.key, f"{self.serial}|{stamp}")} | changed
        got, answer = self.server.handle("GET", self.server.path, form)
        self.assertEqual(got, status, answer["result"])
        return answer["result"].get("value", answer["result"].get("error", {}).get("code"))

    def answer(self, nonce, *parts, status=200, **more):
        text = "|".join((nonce, self.serial) + parts)
        return self.post(status, serial=self.serial, nonce=nonce, signature=sign(self.key, text), **more)

    def test_errors_of_polls(self):
        self.enrolled()
        self.assertEqual(self.poll(seconds=50), [])
        self.assertEqual(self.poll(400, seconds=90), 10)
        self.assertEqual(self.poll(400, timestamp="1700000000"), 10)
        self.assertEqual(self.poll(400, timestamp="2023-11-14T22:13:20 00:00"), 10)  # a raw + in the query
        self.assertEqual(self.poll(400, serial="PIPU00000000"), 10)
        self.assertEqual(self.poll(400, signature=""), 905)
        self.server.tokens[self.serial].polling_denied = True
        self.assertEqual(self.poll(403), 303)

    def test_errors_of_enrolment(self):
        token = self.enrolled()
        form = {"serial": self.serial, "enrollment_credential": "c", "fbtoken": "", "pubkey": VECTORS["pubkey_param"]}
        self.assertEqual(self.post(404, **form), 601)
        token.rollout, token.credential = "clientwait", "d"
        self.assertEqual(self.post(400, **form), 905)
        self.assertEqual(self.post(400, serial=self.serial, enrollment_credential="d", pubkey="x"), 905)
        token.client_key = None
        self.assertEqual(self.poll(500), -500)

    def test_a_key_in_the_wrong_form_is_taken_and_every_poll_fails(self):
        token = self.enrolled()
        public = self.key.public_key()
        pkcs1 = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)
        pem = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        for wrong in (base64.b64encode(pkcs1).decode(), pem.decode()):
            token.rollout, token.credential = "clientwait", "d"
            self.assertIs(self.post(200, serial=self.serial, enrollment_credential="d", fbtoken="", pubkey=wrong), True)
            self.assertEqual(self.poll(500), -500)

    def test_bad_padding_and_lower_case_are_a_500(self):
        self.enrolled()
        nonce = self.server.new_challenge(self.serial).nonce
        signature = sign(self.key, f"{nonce}|{self.serial}")
        for wrong in (signature.rstrip("="), signature.lower()):
            self.assertEqual(self.post(500, serial=self.serial, nonce=nonce, signature=wrong), -500)

    def test_after_two_minutes_nothing_is_taken(self):
        self.enrolled()
        nonce = self.server.new_challenge(self.serial).nonce
        self.now += 121
        self.assertEqual(self.poll(), [])
        self.assertIs(self.answer(nonce), False)

    def test_a_second_answer_is_taken_only_before_3_14(self):
        for version, taken in (("3.14", False), ("3.13", True), ("edumfa", True)):
            self.enrolled(version)
            challenge = self.server.new_challenge(self.serial)
            self.assertIs(self.answer(challenge.nonce, "decline", decline="1"), True)
            self.assertIs(self.answer(challenge.nonce), taken)
            self.assertEqual(challenge.state, "accept" if taken else "declined")

    def test_a_reason_where_none_was_offered_loses_the_denial(self):
        for version, taken in (("3.14", True), ("3.13", False)):
            self.enrolled(version)
            nonce = self.server.new_challenge(self.serial).nonce
            self.assertEqual("capabilities" in self.poll()[0], taken)
            self.assertIs(self.answer(nonce, "decline", "cancelled", decline="1", decline_reason="cancelled"), taken)

    def test_presence_wants_the_right_option(self):
        self.enrolled()
        challenge = self.server.new_challenge(self.serial, "require_presence")
        wrong = next(one for one in challenge.options if one != challenge.right_option)
        self.assertIs(self.answer(challenge.nonce), False)
        self.assertIs(self.answer(challenge.nonce, wrong, presence_answer=wrong), False)
        self.assertIs(self.answer(challenge.nonce, challenge.right_option, presence_answer=challenge.right_option), True)

    def test_edumfa_wants_the_nonce(self):
        self.enrolled("edumfa")
        nonce = self.server.new_challenge(self.serial).nonce
        self.assertEqual(self.post(400, serial=self.serial, signature=sign(self.key, f"{nonce}|{self.serial}")), 905)

    def test_a_second_confirmation_of_a_code_is_refused_or_makes_a_new_one(self):
        for version in ("3.14", "3.13"):
            self.enrolled(version)
            challenge = self.server.new_challenge(self.serial, "code_to_phone")
            codes = iter(("17", "71"))
            self.server.next_code = lambda codes=codes: next(codes)
            self.assertIs(self.answer(challenge.nonce), True)
            self.assertIs(self.answer(challenge.nonce), version == "3.13")
            self.assertEqual(challenge.code, "71" if version == "3.13" else "17")

    def test_the_old_key_polls_until_the_roll_over_is_done(self):
        self.enrolled()
        token = self.server.tokens[self.serial]
        self.server.new_token(serial=self.serial, rollover=True, credential="e")
        self.assertEqual(self.poll(), [])
        other = private_key(CAPTURED["client_key_pem"]).public_key()
        spki = other.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        self.post(200, serial=token.serial, enrollment_credential="e", fbtoken="", pubkey=base64.b64encode(spki).decode())
        self.assertEqual(self.poll(400), 10)


class OnTheNetwork(unittest.TestCase):
    """The same behind real TLS, with everything that can go wrong there."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.certificates = Certificates(self.folder.name)

    def network(self, certificate="good", **more):
        network = Network(self.certificates.paths(certificate) if certificate else None, **more)
        self.addCleanup(network.close)
        return network

    def get(self, network, path="/ttype/push?serial=x", trust="ca"):
        context = ssl.create_default_context(cafile=self.certificates.ca if trust == "ca" else None)
        address = network.server.url.partition("/ttype")[0] + path
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context)).open(address, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def test_answers_over_tls_and_without(self):
        status, body = self.get(self.network())
        self.assertEqual((status, json.loads(body)["result"]["error"]["code"]), (400, 905))
        self.assertEqual(self.get(self.network(None))[0], 400)

    def test_only_the_good_certificate_is_good(self):
        for name in ("expired", "other_host", "self_signed", "other_ca"):
            with self.assertRaises(urllib.error.URLError, msg=name) as raised:
                self.get(self.network(name))
            self.assertIsInstance(raised.exception.reason, ssl.SSLCertVerificationError, name)

    def test_what_can_be_ordered_goes_wrong(self):
        network = self.network()
        network.fault = "garbage"
        status, body = self.get(network)
        self.assertEqual(status, 200)
        with self.assertRaises(ValueError):
            json.loads(body)
        network.fault = "big"
        self.assertEqual(len(self.get(network)[1]), 10_000_000)
        network.fault = "busy"
        self.assertEqual(self.get(network)[0], 503)
        network.fault = "hang_up"
        with self.assertRaises((urllib.error.URLError, ConnectionError, ssl.SSLError)):
            self.get(network)
        network.fault = "redirect"
        self.get(network)
        self.assertTrue(network.redirected, "nobody followed")
        network.fault = ""
        self.assertEqual(self.get(network)[0], 400)

    def test_a_login_by_hand(self):
        network = self.network()
        status, page = self.get(network, "/login")
        self.assertEqual(status, 200)
        self.assertTrue(re.search(b"Nobody is enrolled", page))


if __name__ == "__main__":
    junit_main.run()
