# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server without a network: a request in, status and answer out."""
import dataclasses
import datetime
import json
import random
import re
import secrets
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives.asymmetric import rsa

from .tokens import (Challenge, Token, base32, canonical, load_public_key, own_public_key, sign, signature_bytes, verifies)

VERSIONS = ("3.14", "3.13", "edumfa")
VALIDITY = 120       # seconds in which a challenge can be answered
POLL_WINDOW = 60     # seconds that a poll's timestamp may be off
MOST_WRONG_CODES = 10


class Refused(Exception):
    def __init__(self, status, code, message):
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclasses.dataclass
class Texts:
    question: str = "Do you want to confirm the login?"
    title: str = "privacyIDEA"
    message: str = "Please confirm the authentication on your mobile device!"
    code_message: str = "Enter the code to log in"


class PushServer:
    """`version`: one of VERSIONS. `url`: the address of the endpoint, as it stands in QR codes and challenges."""

    def __init__(self, url, version="3.14", clock=time.time, key=None, texts=None):
        assert version in VERSIONS, version
        self.url, self.version, self.clock, self.fixed_key = url, version, clock, key
        self.texts = texts or Texts(title="eduMFA" if version == "edumfa" else "privacyIDEA")
        self.mode = "standard"            # of the next challenges
        self.options = ("42", "99", "60", "78")
        self.extra_link = {}              # parameters of the QR code in the place of the usual ones
        self.sslverify = "1"
        self.tokens = {}
        self.requests = []                # (method, path, parameters, status)
        self.next_nonce = lambda: base32(secrets.token_bytes(20))
        self.next_transaction = lambda: str(secrets.randbelow(10 ** 20)).zfill(20)
        self.next_code = lambda: str(secrets.randbelow(100)).zfill(2)
        self._lock = threading.RLock()

    # What a person at the server does.

    @property
    def path(self):
        return urllib.parse.urlsplit(self.url).path

    @property
    def is_edumfa(self):
        return self.version == "edumfa"

    def new_token(self, user="alice", pin="1234", serial=None, credential=None, rollover=False):
        """Step 1. The link of the QR code."""
        serial = serial or ("EDUP" if self.is_edumfa else "PIPU") + secrets.token_hex(4).upper()
        with self._lock:
            former = self.tokens.get(serial)
            token = Token(serial, user, pin, credential or secrets.token_hex(20))
            if former and rollover:
                token.former_client_key = former.client_key
            self.tokens[serial] = token
        return self.link_of(token)

    def link_of(self, token):
        parameters = {"url": self.url, "ttl": "10", "issuer": self.texts.title, "enrollment_credential": token.credential,
                      "v": "1", "serial": token.serial, "sslverify": self.sslverify}
        if not self.is_edumfa:
            parameters["poll_only"] = "True"
        parameters |= self.extra_link
        start = "edumfa-push://edumfa/" if self.is_edumfa else "otpauth://pipush/"
        query = "&".join(f"{name}={urllib.parse.quote(value)}" for name, value in parameters.items() if value is not None)
        return start + urllib.parse.quote(token.serial) + "?" + query

    def new_challenge(self, serial, mode=None, signed_by=None, changed=None):
        """Asks the token's owner; `changed` are fields to send in the place of the right ones, `signed_by` the serial of a
        token whose key signs in the place of the right one."""
        with self._lock:
            challenge = Challenge(self.next_nonce(), self.next_transaction(), self.clock(), mode or self.mode,
                                  changed=changed or {}, signed_by=signed_by or serial)
            if challenge.mode == "require_presence":
                challenge.options = tuple(self.options)
                challenge.right_option = random.choice(challenge.options)
            self.tokens[serial].challenges.append(challenge)
            return challenge

    # Requests.

    def handle(self, method, path, parameters):
        """(HTTP status, answer as a dictionary)."""
        request_id = 2 if path.startswith("/validate/") else 1
        with self._lock:
            try:
                status, value, detail, more = 200, *self._answer(method, path, parameters)
                result = {"status": True, "value": value} | more
                body = {"id": request_id, "jsonrpc": "2.0", "result": result}
                if detail is not None:
                    body["detail"] = detail | {"threadid": threading.get_ident()}
            except Refused as refused:
                status = refused.status
                body = {"id": request_id, "jsonrpc": "2.0", "detail": None,
                        "result": {"status": False, "error": {"code": refused.code, "message": refused.message}}}
            self.requests.append((method, path, dict(parameters), status))
        if status == 200 and "nonce" in parameters:
            body["nonce"] = parameters["nonce"]
        number = "2.9.5" if self.is_edumfa else {"3.14": "3.14dev2", "3.13": "3.13.3"}[self.version]
        return status, body | {"time": self.clock(), "version": f"{'eduMFA' if self.is_edumfa else 'privacyIDEA'} {number}",
                               "versionnumber": number, "signature": "rsa_sha256_pss:" + secrets.token_hex(256)}

    def _answer(self, method, path, parameters):
        """(value, detail or None, more of the result)."""
        if path == self.path:
            return self._poll(parameters) if method == "GET" else self._post(parameters)
        if path == "/token/init" and method == "POST":
            return self._init(parameters)
        if path == "/validate/check" and method == "POST":
            return self._check(parameters)
        if path.startswith("/validate/polltransaction"):
            return self._poll_transaction(parameters.get("transaction_id") or path.rpartition("/")[2])
        if re.fullmatch(r"/ttype/\w+", path):
            raise Refused(400, 905, "ERR905: unknown token type")
        raise Refused(404, 404, "not found")

    def _init(self, parameters):
        link = self.new_token(parameters.get("user", "alice"), parameters.get("pin", ""), parameters.get("serial"),
                              rollover=bool(parameters.get("rollover")))
        token = list(self.tokens.values())[-1]
        kind = "eduMFA" if self.is_edumfa else "privacyIDEA"
        return True, {"serial": token.serial, "rollout_state": token.rollout, "enrollment_credential": token.credential,
                      "pushurl": {"description": f"URL for {kind} Push Token", "value": link}}, {}

    def _post(self, parameters):
        if {"enrollment_credential", "pubkey", "fbtoken"} & set(parameters):
            return self._enrol(parameters)
        return self._answer_of_client(parameters)

    def _enrol(self, parameters):
        for name in ("serial", "enrollment_credential", "pubkey", "fbtoken"):
            if name not in parameters:
                raise Refused(400, 905, "ERR905: Missing parameters!")
        token = self.tokens.get(parameters["serial"])
        if not token or token.rollout != "clientwait":
            raise Refused(404, 601, "No token with this serial number in the rollout state 'clientwait'.")
        if parameters["enrollment_credential"] != token.credential:
            raise Refused(400, 905, "ERR905: Invalid enrollment credential. You are not authorized to finalize this token.")
        token.client_key = load_public_key(parameters["pubkey"], self.is_edumfa)
        token.former_client_key = None
        token.key = self.fixed_key or rsa.generate_private_key(65537, 4096)
        token.rollout, token.credential = "enrolled", ""
        return True, {"serial": token.serial, "rollout_state": "enrolled", "public_key": own_public_key(token.key)}, {}

    def _poll(self, parameters):
        for name in ("serial", "timestamp", "signature"):
            if not parameters.get(name):
                raise Refused(400, 905, f"ERR905: Missing parameter: {name!r}")
        self._check_timestamp(parameters["timestamp"])
        token = self.tokens.get(parameters["serial"])
        if not token:
            raise Refused(400, 10, "ERR10: Could not verify signature!")
        if token.polling_denied:
            raise Refused(403, 303, "Polling not allowed!")
        key = token.client_key or token.former_client_key
        if not key:
            raise Refused(500, -500, "internal error")
        signature = signature_bytes(parameters["signature"])
        if signature is None or not verifies(key, f"{token.serial}|{parameters['timestamp']}", signature):
            raise Refused(400, 10, "ERR10: Could not verify signature!")
        is_open = token.rollout == "enrolled"
        return [self.shown(token, one) for one in token.challenges if is_open and self._can_be_answered(one)], None, {}

    def _check_timestamp(self, text):
        try:
            when = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
            if "T" not in text:
                raise ValueError(text)
        except ValueError:
            raise Refused(400, 10, f"ERR10: Could not parse timestamp {text}. ISO-Format required.") from None
        when = when if when.tzinfo else when.replace(tzinfo=datetime.timezone.utc)
        if abs(when.timestamp() - self.clock()) > POLL_WINDOW:
            raise Refused(400, 10, f"ERR10: Timestamp {text} not in valid range.")

    def _can_be_answered(self, challenge):
        return challenge.state == "pending" and not challenge.code and self.clock() - challenge.made <= VALIDITY

    def shown(self, token, challenge):
        """A challenge as a poll gives it, signed."""
        fields = {"nonce": challenge.nonce, "question": self.texts.question, "serial": token.serial,
                  "title": self.texts.title, "sslverify": self.sslverify, "url": self.url}
        signed = [fields[name] for name in ("nonce", "url", "serial", "question", "title", "sslverify")]
        if challenge.mode == "require_presence":
            fields |= {"require_presence": ",".join(challenge.options), "version": "2"}
            signed.append(fields["require_presence"])
        key = self.tokens[challenge.signed_by].key
        fields["signature"] = sign(key, "|".join(signed))
        if self.version == "3.14":
            offered = {"decline_reason": True}
            fields |= {"capabilities": json.dumps(offered), "capabilities_signature": sign(key, canonical(offered, challenge.nonce))}
        fields |= challenge.changed
        return {name: value for name, value in fields.items() if value is not None}

    def _answer_of_client(self, parameters):
        for name in ("serial", "signature") + (("nonce",) if self.is_edumfa else ()):
            if not parameters.get(name):
                raise Refused(400, 905, f"ERR905: Missing parameter: {name!r}")
        token = self.tokens.get(parameters["serial"])
        if not token:
            raise Refused(404, 601, f"ERR601: The token with the serial {parameters['serial']} does not exist.")
        signature = signature_bytes(parameters["signature"])
        if signature is None:
            raise Refused(500, -500, "internal error")
        is_decline = parameters.get("decline", "").lower() in ("1", "true")
        for challenge in token.challenges:
            # Stricter than 3.11 and later, which do not look at the nonce: ours always sends it.
            if parameters.get("nonce", challenge.nonce) != challenge.nonce or self.clock() - challenge.made > VALIDITY:
                continue
            text = self._signed_answer(challenge, token, parameters, is_decline)
            if token.client_key and verifies(token.client_key, text, signature):
                return self._take(challenge, parameters, is_decline)
        return False, None, {}

    def _signed_answer(self, challenge, token, parameters, is_decline):
        parts = [challenge.nonce, token.serial]
        if is_decline:
            parts.append("decline")
            # 3.13 and eduMFA know of no reason: they build the text without it, and the signature does not fit.
            if self.version == "3.14" and "decline_reason" in parameters:
                parts.append(parameters["decline_reason"])
        if challenge.mode == "require_presence" and "presence_answer" in parameters:
            parts.append(parameters["presence_answer"])
        return "|".join(parts)

    def _take(self, challenge, parameters, is_decline):
        is_closed = challenge.state != "pending" or challenge.code
        if is_closed and self.version == "3.14":
            return False, None, {}
        if is_decline:
            challenge.state = "cancelled" if parameters.get("decline_reason") == "cancelled" else "declined"
            return True, None, {}
        if challenge.mode == "require_presence" and parameters.get("presence_answer") != challenge.right_option:
            return False, None, {}
        if challenge.mode == "code_to_phone":
            challenge.code = self.next_code()
            return True, {"display_code": challenge.code, "message": self.texts.code_message}, {}
        # Before 3.14 an approval is taken after a denial too: a client must never make both.
        challenge.state = "accept"
        return True, None, {}

    # The side of the login page.

    def _check(self, parameters):
        if parameters.get("transaction_id"):
            return self._finish(parameters)
        token = next((one for one in self.tokens.values() if one.user == parameters.get("user") and one.rollout == "enrolled"
                      and one.enabled and one.pin == parameters.get("pass")), None)
        if not token:
            return False, {"message": "wrong otp pin"}, {"authentication": "REJECT"}
        challenge = self.new_challenge(token.serial)
        is_code = challenge.mode == "code_to_phone"
        message = "Please enter the code displayed on your smartphone." if is_code else self.texts.message
        if challenge.right_option:
            message += f" Please press: {challenge.right_option}"
        one = {"attributes": {"hideResponseInput": not is_code}, "client_mode": "interactive" if is_code else "poll",
               "message": message, "serial": token.serial, "transaction_id": challenge.transaction, "type": "push"}
        if challenge.right_option:
            one["presence_answer"] = challenge.right_option
        detail = one | {"messages": [message], "multi_challenge": [one], "preferred_client_mode": one["client_mode"],
                        "transaction_ids": [challenge.transaction]}
        return False, detail, {"authentication": "CHALLENGE"}

    def _of_transaction(self, transaction):
        for token in self.tokens.values():
            if challenge := token.find(transaction):
                return token, challenge
        return None, None

    def _finish(self, parameters):
        token, challenge = self._of_transaction(parameters["transaction_id"])
        if not challenge:
            return False, {"message": "wrong otp pin"}, {"authentication": "REJECT"}
        is_right = challenge.state == "accept" or (challenge.code and parameters.get("pass") == challenge.code)
        if not is_right or not token.enabled:
            detail = {"message": "Response did not match the challenge.", "serial": token.serial, "type": "push"}
            return False, detail, {"authentication": "REJECT"}
        token.challenges.remove(challenge)
        return True, {"message": "Found matching challenge", "serial": token.serial}, {"authentication": "ACCEPT"}

    def _poll_transaction(self, transaction):
        _, challenge = self._of_transaction(transaction)
        state = challenge.state if challenge else "pending"
        authentication = {"accept": "ACCEPT", "pending": "REJECT"}.get(state, "DECLINED")
        return state == "accept", {"challenge_status": state}, {"authentication": authentication}
