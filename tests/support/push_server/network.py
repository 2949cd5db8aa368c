# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server on a loopback port, with TLS or without, and with everything that a network or a bad server does."""
import email.utils
import html
import http.server
import json
import socket
import ssl
import threading
import time
import urllib.parse

from .server import PushServer

FAULTS = ("", "garbage", "big", "busy", "hang_up", "redirect", "drip", "silent", "empty", "cookie", "html", "proxy_login",
          "close")


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "push_server", ""

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        return email.utils.formatdate((timestamp or time.time()) + self.server.network.date_offset, usegmt=True)

    def do_GET(self):
        self._respond({})

    def do_CONNECT(self):
        """A proxy that lets nobody through."""
        self.server.network.seen.append({"method": "CONNECT", "path": self.path, "query": "", "body": "", "headers": {}})
        if self.server.network.fault == "proxy_login":
            self._proxy_login()
        else:
            self._send(502, b"no", "text/plain")
        self.close_connection = True

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("Content-Type", "").startswith("application/json"):
            self._respond({name: str(value) for name, value in json.loads(body).items()})
        else:
            self._respond(dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=False)), body)

    def _respond(self, form, body=b""):
        network = self.server.network
        path, _, query = self.path.partition("?")
        form = dict(urllib.parse.parse_qsl(query, keep_blank_values=True)) | form
        network.seen.append({"method": self.command, "path": path, "query": query, "body": body.decode("latin-1"),
                             "headers": dict(self.headers.items()), "time": time.monotonic(),
                             "resumed": getattr(self.connection, "session_reused", None)})
        if path == "/redirected":
            network.redirected = True
        network.answers.wait()
        fault = network.fault
        if not fault or path in ("/login", "/redirected"):
            if path == "/login":
                self._send(200, network.login_page(form).encode(), "text/html; charset=utf-8")
            else:
                status, answer = network.server.handle(self.command, path, form)
                if network.loses_answers:
                    self._hang_up()
                else:
                    self._send(status, json.dumps(answer).encode())
        else:
            getattr(self, "_" + fault)()

    def _send(self, status, content, kind="application/json", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def _garbage(self):
        self._send(200, bytes(range(256)))

    def _html(self):
        self._send(200, b"<html><body>Sign in to the guest network</body></html>", "text/html")

    def _empty(self):
        self._send(200, b"")

    def _big(self):
        self._send(200, b'{"result": {"status": true, "value": "' + b"x" * (10_000_000 - 41) + b'"}}')

    def _busy(self):
        self._send(503, b"busy", "text/plain")

    def _proxy_login(self):
        self._send(407, b"", Proxy_Authenticate='Basic realm="x"')

    def _redirect(self):
        self._send(302, b"", Location=self.server.network.base + "/redirected")

    def _cookie(self):
        status, answer = self.server.network.server.handle(self.command, self.path.partition("?")[0], {})
        self._send(status, json.dumps(answer).encode(), Set_Cookie="session=1; Path=/")

    def _close(self):
        """As usual, over connections that end with each answer."""
        self.close_connection = True
        status, answer = self.server.network.server.handle(self.command, self.path.partition("?")[0], {})
        self._send(status, json.dumps(answer).encode(), Connection="close")

    def _hang_up(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def _silent(self):
        self.server.network.closing.wait()
        self.close_connection = True

    def _drip(self):
        """A byte a second, for ever: no time-out between bytes ever ends this."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            while not self.server.network.closing.wait(0.2):
                self.wfile.write(b" ")
        except OSError:
            pass
        self.close_connection = True


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    network = None
    context = None

    def get_request(self):
        connection, address = super().get_request()
        if self.context:
            # The handshake is made in the thread of the connection, as one that never comes must hold up nobody.
            connection = self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def handle_error(self, request, client_address):
        self.network.broken_connections += 1


class Network:
    """A PushServer behind a port. `certificate`: paths of a certificate and its key, or None for http."""

    def __init__(self, certificate=None, version="3.14", host="localhost", key=None, port=0):
        self.fault = ""            # one of FAULTS: what every request meets
        self.loses_answers = False  # requests count, and their answers never arrive
        self.date_offset = 0.0     # seconds by which the Date header is off
        self.redirected = False
        self.broken_connections = 0
        self.seen = []             # every request as it came
        self.closing = threading.Event()
        self.answers = threading.Event()  # cleared, what comes waits for its answer
        self.answers.set()
        self._context = None
        self._listen(port)
        if certificate:
            self.use(certificate)
        port = self._http.server_address[1]
        self.base = f"{'https' if certificate else 'http'}://{host}:{port}"
        path = "/ttype/edupush" if version == "edumfa" else "/ttype/push"
        self.server = PushServer(self.base + path, version, key=key)

    def _listen(self, port):
        self._http = _Server(("127.0.0.1", port), _Handler)
        self._http.network, self._http.context = self, self._context
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    def shut(self):
        """Nobody listens any more; connections that are there stay."""
        self._http.shutdown()
        self._http.server_close()

    def open(self):
        """Again, on the same port, after shut()."""
        self._listen(self._http.server_address[1])

    def use(self, certificate):
        """Another certificate, for connections from now on."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        self._context = self._http.context = context

    def close(self):
        self.closing.set()
        self.answers.set()
        self.shut()

    def login_page(self, form):
        """A page on which a person signs in, for trying the program by hand."""
        enrolled = [one for one in self.server.tokens.values() if one.rollout == "enrolled"]
        if not enrolled:
            return "<p>Nobody is enrolled yet: scan the QR code first.</p>"
        words = ""
        if form.get("mode"):
            self.server.mode = form["mode"]
            _, answer = self.server.handle("POST", "/validate/check", {"user": enrolled[-1].user, "pass": enrolled[-1].pin})
            form["transaction_id"] = answer["detail"]["transaction_id"]
            words = f"<p>{html.escape(answer['detail']['message'])}</p>"
        if form.get("transaction_id"):
            _, answer = self.server.handle("GET", "/validate/polltransaction", {"transaction_id": form["transaction_id"]})
            again = html.escape("/login?transaction_id=" + urllib.parse.quote(form["transaction_id"]))
            words += f"<p>{html.escape(answer['detail']['challenge_status'])} <a href='{again}'>look again</a></p>"
        modes = "".join(f"<button name='mode' value='{one}'>{one}</button>" for one in ("standard", "require_presence", "code_to_phone"))
        return f"<h1>Sign in as {html.escape(enrolled[-1].user)}</h1>{words}<form>{modes}</form>"
