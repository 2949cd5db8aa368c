#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Setting up sign-ins to approve, on the built program, over real TLS with the tests' own server (support/push_server): every way
in, its certificates, and all that a network, a server or a keychain does in between."""
# time limit: 900 s
import base64
import os
import pathlib
import re
import signal
import socket
import sys
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import secrets  # noqa: E402
from support.adding import COPY, SCAN, document, link_to, new_secret, nothing_leaked, row  # noqa: E402
from support.moved_clock import MovedClock  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402
from support.webcams import Webcams, held_up  # noqa: E402

TITLE = "Approve sign-ins on this computer?"
AGREE = "Set it up"
AUTHORITY = "Open the authority’s certificate…"
TRUST_AUTHORITY = "Trust it for this server"
TRUST_KEY = "It is the same: trust this key"
AGAIN = "Try again"
TEST = "Ask the service for a test: it will appear here"
SKIP = "Skip the test"
FINGERPRINT = re.compile("^Fingerprint \\(SHA-256\\): (.*)$")
PATIENCE = 60  # seconds: a key of 4096 bits takes long on a busy machine


def new_link(server, **more):
    """The link of a new token, as its QR code holds it; what in it is secret is looked for in the logs."""
    token = server.ask("token", **more)
    server.serial = token["serial"]
    secrets.note(credential_in(token["link"]))
    return token["link"]


def credential_in(link):
    """As find_secret takes it: in base32."""
    query = urllib.parse.parse_qs(link.partition("?")[2])
    return base64.b32encode(bytes.fromhex(query["enrollment_credential"][0])).decode()


def enrolments(server):
    """The forms that came to enrol."""
    return [one["body"] for one in server.ask("seen")["requests"] if "pubkey=" in one["body"]]


def asked(server):
    """How many requests of any kind came."""
    return len(server.ask("seen")["requests"])


def fingerprint_of(desktop, certificate):
    words = desktop.run_tool("openssl", "x509", "-in", certificate, "-noout", "-fingerprint", "-sha256")
    digits = words.partition("=")[2].strip().replace(":", "")
    return " ".join(digits[at:at + 4] for at in range(0, 64, 4))


def shown_fingerprint(app):
    return FINGERPRINT.match(app.find(None, FINGERPRINT, PATIENCE).name).group(1)


def paste(app, link):
    """Once the main window is alone: keys that go to a dialog which is just closing are lost."""
    app.desktop.set_clipboard(link)
    wait_until("no dialog is open any more", lambda: len(app.desktop.windows_of(app.process.pid)) == 1, 20)
    app.keys("ctrl+v")


def agree(app):
    app.find(None, TITLE, 20)
    app.press(AGREE)


def choose_authority(app, path):
    app.press(AUTHORITY, seconds=PATIENCE)
    app.find("text", re.compile("^File name")).set_text(path)
    app.press("Open")


def trust_authority(app, server):
    choose_authority(app, server.authority)
    assert shown_fingerprint(app) == fingerprint_of(app.desktop, server.authority)
    app.press(TRUST_AUTHORITY)


def says_so(app, words, seconds=PATIENCE):
    """One page says it, as a screen reader reads it: with the marks around a host left out."""
    wait_until(f"it is said: {words}", lambda: any(words in re.sub("[\u2066-\u2069]", "", line) for line in app.lines()), seconds)


def enrolled(app, server):
    says_so(app, f"{server.host} knows this computer now")


def skip(app):
    app.press(SKIP, seconds=PATIENCE)
    app.wait_gone("push button", SKIP)


def cancel(app):
    """Whichever page it has come to by then."""
    def is_over():
        for button in app.all("push button", "Cancel"):
            button.press()
        return len(app.desktop.windows_of(app.process.pid)) == 1
    wait_until("it is cancelled", is_over, 20, pause=0.3)


class Gate:
    """A port in front of a server's that can be shut."""

    def __init__(self, target):
        self._target, self._listener, self.port = target, None, 0
        self.open()

    def open(self):
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, args=(self._listener,), daemon=True).start()

    def shut(self):
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self, listener):
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._target))
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    @staticmethod
    def _carry(source, target):
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


@story
def scanned_from_the_screen_enrolled_and_tested(desktop):
    server = SignInServer(desktop)
    link = new_link(server)
    desktop.show_picture(desktop.write_qr(link, module=4), 2200, 300)
    app = desktop.start_app()
    app.press(SCAN)
    app.find(None, TITLE, 20)
    for fact in (f"Server: {server.host}", "Service: Nextcloud", f"Serial number: {server.serial}"):
        app.find(None, fact)
    app.says("This lets you approve sign-ins on this computer")
    app.find(None, "A second secret, not a second device")
    time.sleep(1)  # as long as somebody reads
    assert asked(server) == 0, "sent before it was agreed to"
    agree(app)
    says_so(app, f"The certificate of {server.host} is not from an authority that this computer trusts")
    assert asked(server) == 0, "sent to a server that is not trusted"
    assert not app.all("push button", TRUST_KEY), "a code that does not ask for it has its certificate pinned"
    app.find(None, "Issued by: Watchword tests: ca")
    # A file that is none, and then the right one.
    nothing = os.path.join(desktop.outside, "nothing.pem")
    pathlib.Path(nothing).write_text("no certificate", encoding="utf-8")
    choose_authority(app, nothing)
    app.says("There is no certificate in this file.")
    app.press("Choose another file")
    app.find("text", re.compile("^File name")).set_text(server.authority)
    app.press("Open")
    assert shown_fingerprint(app) == fingerprint_of(desktop, server.authority)
    app.press(TRUST_AUTHORITY)
    app.says(TEST, PATIENCE)
    enrolled(app, server)
    assert len(enrolments(server)) == 1
    challenge = server.challenge()
    app.find(None, "The test is here", PATIENCE)
    wait_until("it can be approved", lambda: app.find("push button", re.compile("^Approve")).has("enabled"), 20)
    assert server.state(challenge) == "pending"
    app.find("push button", re.compile("^Approve")).press()
    app.says("Notification approved", PATIENCE)
    assert server.state(challenge) == "accept"
    app.press("Done")
    app.wait_gone("push button", "Done")
    assert "credential" not in document(desktop), "what the code was good for is kept"
    nothing_leaked(desktop, credential_in(link))


@story
def a_key_that_was_compared_is_the_only_one_that_is_taken(desktop):
    server = SignInServer(desktop, certificate="self_signed")
    folder = os.path.dirname(server.authority)
    server.ask("link", sslverify="0")
    app = desktop.start_app()
    paste(app, new_link(server))
    agree(app)
    says_so(app, f"Is this really the certificate of {server.host}?")
    assert shown_fingerprint(app) == fingerprint_of(desktop, os.path.join(folder, "self_signed.pem"))
    assert not app.find("push button", TRUST_KEY).has("focused"), "Enter would trust it"
    assert asked(server) == 0
    # Somebody else stands there by the time it is agreed to.
    server.ask("certificate", name="self_signed_changed")
    app.press(TRUST_KEY)
    says_so(app, f"{server.host} shows another key than the one that you confirmed")
    assert not app.all("push button", AGAIN) and not app.all("push button", TRUST_KEY)
    assert asked(server) == 0
    app.press("Close")
    app.wait_gone("push button", "Close")
    # The right one, also with a new certificate for the same key.
    server.ask("certificate", name="self_signed")
    paste(app, new_link(server))
    agree(app)
    app.press(TRUST_KEY, seconds=PATIENCE)
    app.says(TEST, PATIENCE)
    enrolled(app, server)


@story
def certificates_that_have_no_way_round(desktop):
    server = SignInServer(desktop)
    server.ask("link", sslverify="0")
    app = desktop.start_app()
    paste(app, new_link(server))
    agree(app)
    # The authority is the right one, and what it vouches for is not.
    server.ask("certificate", name="other_host")
    trust_authority(app, server)
    says_so(app, f"The certificate that was shown is not one of {server.host}")
    app.find(None, "Name: other.example.com")
    server.ask("certificate", name="expired")
    for words in (f"The certificate of {server.host} has expired or is not valid yet",) * 2:
        app.press(AGAIN, seconds=PATIENCE)
        says_so(app, words)
        assert not app.all("push button", TRUST_KEY) and not app.all("push button", AUTHORITY)
    server.ask("certificate", name="other_ca")
    app.press(AGAIN)
    app.find("push button", AUTHORITY, PATIENCE)
    assert asked(server) == 0
    server.ask("certificate", name="good")
    app.press(AGAIN)
    app.says(TEST, PATIENCE)
    assert len(enrolments(server)) == 1


@story
def bad_answers_are_said_and_the_next_try_is_the_same_one(desktop):
    server = SignInServer(desktop)
    app = desktop.start_app()
    paste(app, new_link(server))
    # One that answers so slowly is said in the same words as one that hangs up: tst_http_client and the troubles of sign-ins.
    faults = {"redirect": "sends Watchword on to another address", "garbage": "is not a server for sign-in requests",
              "big": "answered with far more than an answer has", "busy": "has a fault of its own at the moment",
              "hang_up": "did not answer"}
    server.ask("fault", name=next(iter(faults)))
    agree(app)
    trust_authority(app, server)
    for number, (fault, words) in enumerate(faults.items(), 1):
        if number > 1:
            server.ask("fault", name=fault)
            app.press(AGAIN, seconds=PATIENCE)
        says_so(app, f"{server.host} {words}")  # each in other words, so that the page of the one before does not do
        says_so(app, "The QR code is good until about ")
        assert len(enrolments(server)) >= number
    assert not server.ask("seen")["redirected"], "it went where it was sent"
    server.ask("fault", name="")
    app.press(AGAIN)
    app.says(TEST, PATIENCE)
    forms = enrolments(server)
    assert len(forms) >= len(faults) + 1 and len(set(forms)) == 1, "another key, or more"
    enrolled(app, server)


@story
def a_server_that_is_down_and_a_code_whose_time_is_over(desktop):
    server = SignInServer(desktop)
    gate = Gate(int(server.host.partition(":")[2]))
    address = f"https://localhost:{gate.port}/ttype/push"
    clock = MovedClock(desktop)
    app = desktop.start_app(environment=clock.environment)
    server.ask("link", url=address)
    gate.shut()
    paste(app, new_link(server))
    agree(app)
    says_so(app, f"localhost:{gate.port} cannot be reached")
    gate.open()
    app.press(AGAIN)
    trust_authority(app, server)
    app.says(TEST, PATIENCE)
    skip(app)
    # A code that is good for one minute.
    server.ask("link", url=address, ttl="1")
    gate.shut()
    paste(app, new_link(server))
    agree(app)
    app.find("push button", AGAIN, PATIENCE)
    gate.open()
    clock.set(63)
    app.press(AGAIN)
    says_so(app, "The QR code’s time is over.")
    app.find("push button", "Scan again")
    assert not app.all("push button", AGAIN)
    app.press("Close")
    assert len(enrolments(server)) == 1


@story
def a_code_that_was_used_and_a_serial_number_that_is_known(desktop):
    server, other = SignInServer(desktop), SignInServer(desktop, title="Other")
    app = desktop.start_app()
    link = new_link(server)
    paste(app, link)
    agree(app)
    trust_authority(app, server)
    app.says(TEST, PATIENCE)
    enrolled(app, server)
    skip(app)
    paste(app, link)
    app.find(None, "This gives an account a new key", 20)
    agree(app)
    trust_authority(app, server)
    says_so(app, "The QR code was used before, or withdrawn.")
    app.press("Close")
    app.wait_gone("push button", "Close")
    # What was there goes on working.
    challenge = server.challenge()
    app.press("Approve", seconds=PATIENCE)
    wait_until("it is approved", lambda: server.state(challenge) == "accept", PATIENCE)
    app.press("Close")
    serial = server.serial
    # The same number at another port is another account, and nothing of the first one changes.
    paste(app, new_link(other, serial=serial))
    app.find(None, "Another server uses the same serial number", 20)
    says_so(app, f"is at {server.host} and stays as it is")
    app.press("Cancel")
    app.wait_gone("push button", AGREE)
    assert asked(other) == 0
    paste(app, new_link(server, serial=serial, rollover=True))
    app.find(None, "This gives an account a new key", 20)
    agree(app)
    trust_authority(app, server)
    says_so(app, "The old key is in the trash.")
    forms = enrolments(server)
    assert len(set(forms)) == len(forms), "the same key again"


@story
def a_locked_keychain_is_unlocked_or_tried_again(desktop):
    server = SignInServer(desktop)
    app = desktop.start_app()
    assert desktop.cli("add", "-", input=link_to(new_secret()))[0] == 0  # there is something to lock
    row(app)
    paste(app, new_link(server))
    app.find(None, TITLE, 20)
    desktop.lock_keychain()
    agree(app)
    desktop.wait_for_prompt(PATIENCE)
    app.says("in a window of its own")
    app.find("push button", "Stop waiting")
    desktop.cancel_prompt()
    says_so(app, "The account could not be saved, so the service was not told of it.")
    assert asked(server) == 0
    app.press(AGAIN)
    desktop.answer_prompt()
    trust_authority(app, server)
    app.says(TEST, PATIENCE)
    enrolled(app, server)
    assert len(enrolments(server)) == 1


@story
def a_lock_that_is_asked_for_stops_it(desktop):
    server = SignInServer(desktop)
    app = desktop.start_app()
    for more in ({"pin": "True"}, {"app_force_unlock": "biometric"}):
        server.ask("link", **more)
        paste(app, new_link(server))
        says_so(app, f"{server.host} wants Watchword to ask for a password before each approval", 20)
        assert not app.all("push button", AGREE)
        app.find("push button", "Use a password…")  # and what then: journey_push_lock
        app.press("Cancel")
        app.wait_gone("push button", "Cancel")
    assert asked(server) == 0 and app.is_running


@story
def every_way_in_leads_to_the_card(desktop):
    server = SignInServer(desktop)
    link = new_link(server)
    secret = new_secret()
    cameras = Webcams(desktop)
    cameras.show(held_up(desktop, link))
    app = desktop.start_app(link)  # as a link of another program

    def is_there(seconds=20):
        app.find(None, TITLE, seconds)
        app.find(None, f"Server: {server.host}")
        app.press("Cancel")
        app.wait_gone("push button", AGREE)
    is_there()
    second = desktop.start_program(os.path.join(os.environ["WATCHWORD_BIN"], "watchword"), link, log="second")
    assert second.wait(10) == 0
    is_there()
    picture = desktop.write_qr(link, name="push.png")
    desktop.set_clipboard_picture(picture)
    app.keys("ctrl+v")
    is_there()
    app.press("Open a picture file")
    app.find("text", re.compile("^File name")).set_text(picture)
    app.press("Open")
    is_there()
    x, y, width, height = app.find("push button", SCAN).extents
    desktop.drag(x + width // 2, y + height // 2, files=(pathlib.Path(picture).as_uri() + "\r\n").encode())
    is_there()
    app.press("Use the webcam")
    is_there(40)
    # One of several codes: chosen in the list, asked about afterwards.
    desktop.show_picture(picture, 200, 200)
    desktop.show_picture(desktop.write_qr(link_to(secret), name="code.png"), 2200, 300)
    app.press(SCAN)
    app.find("push button", "Add 2 accounts", 20)
    says_so(app, f"Sign-ins to approve · {server.host}")
    app.press("Add 2 accounts")
    is_there()
    row(app)
    assert asked(server) == 0
    # eduMFA's link, and the command line, which names the window.
    edumfa = SignInServer(desktop, title="eduMFA", version="edumfa")
    its_link = new_link(edumfa)
    paste(app, its_link)
    app.find(None, f"Server: {edumfa.host}", 20)
    app.press("Cancel")
    app.wait_gone("push button", AGREE)
    for one in (link, its_link):
        status, _, words = desktop.cli("add", "-", input=one)
        assert status != 0 and "scan the code or paste the link there" in words, (status, words)
    status, words, _ = desktop.cli("scan", picture)
    assert "Watchword’s window does that and asks first" in words, (status, words)
    nothing_leaked(desktop, credential_in(link))


@story
def stopped_or_killed_in_the_middle(desktop):
    server = SignInServer(desktop)
    app = desktop.start_app()
    # Before anything is saved: nothing is left.
    paste(app, new_link(server))
    agree(app)
    app.wait_gone("push button", AGREE)  # the card has a button of that name, too
    cancel(app)
    app.find("push button", SCAN)
    # While the server is asked: it may have heard, so the key is kept.
    server.ask("fault", name="silent")
    paste(app, new_link(server))
    agree(app)
    trust_authority(app, server)
    wait_until("the server is asked", lambda: enrolments(server), PATIENCE)
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()
    server.ask("fault", name="")
    app = desktop.start_app()
    link = server.ask("token", serial=server.serial)["link"]
    paste(app, link)
    app.find(None, "An earlier try was not finished", 20)
    agree(app)
    trust_authority(app, server)
    app.says(TEST, PATIENCE)
    enrolled(app, server)


if __name__ == "__main__":
    run()
