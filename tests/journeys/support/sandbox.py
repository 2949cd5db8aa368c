# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A machine inside the machine: own home, run-time folder, session bus, keychain and display, all of them real.

Nothing inside can reach the developer's own keychain, bus, settings or screen, and several sandboxes run side by side.
Kinds: `plain` has no bus and no display; `keychain` adds a session bus with a gnome-keyring whose "login" collection is
unlocked with the password `test`; `desktop` adds a display with two monitors, a window manager and the accessibility bus.
"""
import os
import shutil
import signal
import subprocess
import tempfile

from . import processes
from .processes import wait_until

PASSWORD = "test"
SECRETS = "org.freedesktop.secrets"
SECRETS_PATH = "/org/freedesktop/secrets"

# What a program may know of the outside.
_PASSED_ON = ("PATH", "TZ", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS",
              "ASAN_SYMBOLIZER_PATH", "LLVM_PROFILE_FILE", "GCOV_PREFIX", "GCOV_PREFIX_STRIP", "QT_LOGGING_RULES",
              "QTEST_FUNCTION_TIMEOUT")

# The services that may be started by being spoken to. Not the machine's own folder of them.
_KEYCHAIN_SERVICES = {
    "org.freedesktop.secrets": "/usr/bin/gnome-keyring-daemon --start --foreground --components=secrets",
    "org.gnome.keyring": "/usr/bin/gnome-keyring-daemon --start --foreground --components=secrets",
}
_PROMPTER_SERVICES = {
    "org.gnome.keyring.SystemPrompter": "/usr/libexec/gcr-prompter",
    "org.gnome.keyring.PrivatePrompter": "/usr/libexec/gcr-prompter",
}

_BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_message_size">1000000000</limit>
  <limit name="max_incoming_bytes">1000000000</limit>
  <limit name="max_outgoing_bytes">1000000000</limit>
  <limit name="service_start_timeout">20000</limit>
</busconfig>
"""


class Bus:
    """A private message bus with a folder of startable services."""

    def __init__(self, sandbox, name):
        self._sandbox = sandbox
        self._name = name
        self.socket = os.path.join(sandbox.run, name)
        self.address = "unix:path=" + self.socket
        self._services = os.path.join(sandbox.base, "services-" + name)
        self._process = None
        os.mkdir(self._services)

    def offer(self, services):
        """Makes services startable; a running bus takes notice."""
        for name, command in services.items():
            with open(os.path.join(self._services, name + ".service"), "w", encoding="utf-8") as file:
                file.write(f"[D-BUS Service]\nName={name}\nExec={command}\n")
        self._reload()

    def withdraw(self, services):
        """Nobody starts these any more when spoken to; what runs goes on."""
        for name in services:
            os.unlink(os.path.join(self._services, name + ".service"))
        self._reload()

    def start(self, environment):
        configuration = os.path.join(self._sandbox.base, self._name + ".conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(_BUS_CONFIGURATION.format(socket=self.socket, services=self._services))
        # Services started by the bus get the bus's environment.
        # The address is said once the bus listens; its socket is there, and refuses, a moment earlier.
        reading, writing = os.pipe()
        self._process = processes.start(["dbus-daemon", "--nofork", "--nopidfile", f"--print-address={writing}",
                                         "--config-file=" + configuration],
                                        environment, log=self._sandbox.log(self._name), pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as answer:
            if not answer.readline():
                raise AssertionError("the message bus did not start: " + self._name)

    def stop(self):
        """Ends the bus; whoever only lives on it goes too."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if os.path.exists(self.socket):
            os.unlink(self.socket)

    @property
    def is_running(self):
        return self._process is not None

    def connection(self):
        from gi.repository import Gio
        return Gio.DBusConnection.new_for_address_sync(
            self.address,
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)

    def call(self, destination, path, interface, method, arguments=None, seconds=10):
        """One call from a connection of its own; the answer as Python values."""
        connection = self.connection()
        try:
            answer = connection.call_sync(destination, path, interface, method, arguments, None, 0, seconds * 1000, None)
            return answer.unpack() if answer is not None else ()
        finally:
            connection.close_sync(None)

    def ask(self, method, arguments=None):
        """A question to the bus itself."""
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, arguments)

    def owner(self, name):
        """Process id of the owner of a bus name, or None."""
        from gi.repository import GLib
        if not self.ask("NameHasOwner", GLib.Variant("(s)", (name,)))[0]:
            return None
        try:
            return self.ask("GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]
        except GLib.Error:
            return None

    def _reload(self):
        if self.is_running:
            self.ask("ReloadConfig")


class Sandbox:
    """Folders and environment; the parts are started one by one or by `start(kind)`. Use it in a `with`."""

    def __init__(self):
        processes.adopt_orphans()
        self.base = tempfile.mkdtemp(prefix="ww", dir="/tmp")  # short: socket paths end at 107 characters
        self.home = os.path.join(self.base, "home")
        self.run = os.path.join(self.base, "run")
        self.temporary = os.path.join(self.base, "tmp")
        self.logs = os.path.join(self.base, "log")
        for folder in (self.home, self.run, self.temporary, self.logs):
            os.mkdir(folder, 0o700)
        data, config, cache, state = (os.path.join(self.home, part) for part in
                                      (".local/share", ".config", ".cache", ".local/state"))
        for folder in (data, config, cache, state, os.path.join(data, "keyrings")):
            os.makedirs(folder, 0o700)
        self.environment = {name: os.environ[name] for name in os.environ
                            if name in _PASSED_ON or name.startswith("WATCHWORD_")}
        self.environment.update(
            HOME=self.home, XDG_RUNTIME_DIR=self.run, TMPDIR=self.temporary, XDG_DATA_HOME=data, XDG_CONFIG_HOME=config,
            XDG_CACHE_HOME=cache, XDG_STATE_HOME=state, LANG="C.UTF-8", QT_QPA_PLATFORM="offscreen",
            USER=os.environ.get("USER", "tester"), SHELL="/bin/sh",
            # The machine's own system bus is out of reach; a journey may start one here.
            DBUS_SYSTEM_BUS_ADDRESS="unix:path=" + os.path.join(self.run, "system_bus"),
            # GTK's prompter would otherwise look for its own accessibility and settings services.
            NO_AT_BRIDGE="1", GSETTINGS_BACKEND="memory", GIO_USE_VFS="local")
        self.environment.setdefault("PATH", "/usr/bin:/bin")
        self.bus = None
        self.keyring_pid = None
        self.display = None
        self.accessibility_bus = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def log(self, name):
        return os.path.join(self.logs, name + ".log")

    def start(self, kind):
        if kind == "desktop":
            self.start_display()
            self.start_accessibility()
        if kind in ("keychain", "desktop"):
            self.start_bus()
            self.start_keyring()
        elif kind != "plain":
            raise ValueError(f"no such kind of sandbox: {kind}")

    def start_bus(self, provider=True):
        """The session bus, at the place where programs look for it; without `provider` nobody offers a keychain."""
        if self.bus is None:
            self.bus = Bus(self, "bus")
        self.bus.offer(_PROMPTER_SERVICES)
        if provider:
            self.bus.offer(_KEYCHAIN_SERVICES)
        self.bus.start(self.environment)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        if self.accessibility_bus:
            forwarder = os.path.join(os.path.dirname(os.path.realpath(__file__)), "accessibility_forwarder.py")
            processes.start(["/usr/bin/python3", forwarder, self.accessibility_bus], self.environment, log=self.log("at-spi"))
            wait_until("the accessibility bus is known", lambda: self.bus.owner("org.a11y.Bus"), 20)

    def stop_bus(self):
        self.bus.stop()
        del self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def offer_keyring(self):
        self.bus.offer(_KEYCHAIN_SERVICES)

    def withdraw_keyring(self):
        self.bus.withdraw(_KEYCHAIN_SERVICES)

    def start_keyring(self, password=PASSWORD):
        """gnome-keyring with its "login" collection unlocked (made when missing); with None nothing is unlocked."""
        arguments = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        if password is not None:
            arguments.append("--unlock")
        daemon = processes.start(arguments, self.environment, log=self.log("keyring"), stdin=subprocess.PIPE)
        daemon.stdin.write((password or "").encode())
        daemon.stdin.close()
        self.keyring_pid = wait_until("the keychain is on the bus", lambda: self.bus.owner(SECRETS), 20)
        self.environment["WATCHWORD_KEYRING_PASSWORD"] = password or ""
        self.environment["KEYRING_PID"] = str(self.keyring_pid)

    def start_display(self, width=3840, height=1440):
        """A virtual screen cut into two monitors, "left" and "right", with a window manager."""
        reading, writing = os.pipe()
        processes.start(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp",
                         "-noreset"], self.environment, log=self.log("xvfb"), pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise AssertionError("Xvfb did not start: " + open(self.log("xvfb"), encoding="utf-8").read())
        self.display = ":" + number
        self.environment.update(DISPLAY=self.display, QT_QPA_PLATFORM="xcb", XDG_SESSION_TYPE="x11")
        half = width // 2
        self.run_tool("xrandr", "--setmonitor", "left", f"{half}/480x{height}/360+0+0", "screen")
        self.run_tool("xrandr", "--setmonitor", "right", f"{width - half}/480x{height}/360+{half}+0", "none")
        processes.start(["openbox", "--sm-disable"], self.environment, log=self.log("openbox"))
        wait_until("the window manager runs",
                   lambda: "window id" in self.run_tool("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def start_accessibility(self):
        """The accessibility bus, to be started before the session bus; it hangs on a session bus of its own, so that the
        program's may come and go."""
        carrier = Bus(self, "a11y")
        environment = dict(self.environment, DBUS_SESSION_BUS_ADDRESS=carrier.address)
        carrier.start(environment)
        processes.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], environment, log=self.log("at-spi"))
        wait_until("the accessibility bus runs", lambda: carrier.owner("org.a11y.Bus"), 20)
        address = carrier.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")[0]
        self.accessibility_bus = address
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

    def run_tool(self, *arguments, input=None, check=True, seconds=20, environment=None):
        """Runs a small program to its end inside the sandbox; its standard output as text."""
        done = subprocess.run(arguments, env=environment or self.environment, input=input, capture_output=True,
                              timeout=seconds, text=True, errors="replace", check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"{arguments[0]} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def stop(self):
        processes.stop_all_descendants()
        if os.environ.get("WATCHWORD_KEPT_LOGS"):
            shutil.copytree(self.logs, os.path.join(os.environ["WATCHWORD_KEPT_LOGS"], os.path.basename(self.base)))
        if os.environ.get("WATCHWORD_KEEP_SANDBOX"):
            print("kept:", self.base)
        else:
            shutil.rmtree(self.base, ignore_errors=True)


def stop_on_signals():
    """SIGTERM and the like end the process by way of `with` and `finally`, so that nothing stays behind."""
    def leave(number, _):
        raise SystemExit(128 + number)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, leave)
