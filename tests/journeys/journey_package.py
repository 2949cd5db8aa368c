#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package: what is in it, what Debian's own checks say, and the program started from it by its desktop file.

It is made from the build under test: `packaging/deb` makes the same package from a release build.
"""
import base64
import hashlib
import os
import re
import shlex
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import google_export  # noqa: E402
from support.adding import new_secret  # noqa: E402
from support.app import App  # noqa: E402
from support.package import Package, mapped_libraries, names_in, owners, with_what_they_need  # noqa: E402
from support.processes import descendants, wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

DESKTOP_FILE = "share/applications/org.watchword.Watchword.desktop"
RENDERER = "libexec/watchword/watchword-renderer"
READER = "libexec/watchword/watchword-reader"
CAMERA = "libexec/watchword/watchword-camera"
INSTALLED = {"bin/watchword", "bin/watchword-cli", RENDERER, READER, CAMERA, DESKTOP_FILE, "share/metainfo/org.watchword.Watchword.metainfo.xml",
             "share/doc/watchword/SECURITY.md", "share/doc/watchword/changelog.Debian.gz", "share/doc/watchword/copyright",
             "share/icons/hicolor/16x16/apps/org.watchword.Watchword.svg",
             "share/icons/hicolor/scalable/apps/org.watchword.Watchword.svg",
             "share/icons/hicolor/symbolic/apps/org.watchword.Watchword-symbolic.svg",
             "share/man/man1/watchword.1.gz", "share/man/man1/watchword-cli.1.gz"}
# Loaded while the program runs: no tool finds them, so packaging/CMakeLists.txt names them.
LOADED = {"libsecret-1-0": "libsecret-1.so", "libxcursor1": "libXcursor.so"}
README = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "packaging", "README.md")
LINK = "otpauth://totp/Harbour%20Library:alice%40library.example?secret=MFRGGZDFMZTWQ2LK&issuer=Harbour%20Library"

package = None
lintian = None


def output(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, f"{shlex.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


@story
def it_holds_the_programs_and_what_belongs_to_them_and_nothing_else():
    contents = package.contents()
    files = {path.removeprefix("/usr/"): what for path, what in contents.items() if not path.endswith("/")}
    assert set(files) == INSTALLED, f"too much: {set(files) - INSTALLED}, missing: {INSTALLED - set(files)}"
    for path, (mode, owner) in contents.items():
        is_program = "/bin/" in path or "/libexec/" in path
        wanted = "drwxr-xr-x" if path.endswith("/") else "-rwxr-xr-x" if is_program else "-rw-r--r--"
        assert (mode, owner) == (wanted, "root/root"), f"{path}: {mode} {owner}"


@story
def its_sums_are_right_and_it_runs_nothing_when_it_is_installed():
    control = package.control_files()
    assert set(control) == {"control", "md5sums"}, set(control)
    sums = dict(reversed(line.split("  ")) for line in control["md5sums"].splitlines())
    assert set(sums) == {"usr/" + path for path in INSTALLED}, set(sums)
    for path, its_sum in sums.items():
        with open(os.path.join(package.root, path), "rb") as file:
            assert hashlib.md5(file.read()).hexdigest() == its_sum, path


@story
def it_says_what_it_is_and_needs():
    assert package.field("Package") == "watchword"
    version = output(package.path("bin/watchword-cli"), "--version").split()[-1]
    assert package.field("Version") == version + "-1"
    assert (package.field("Section"), package.field("Priority")) == ("utils", "optional")
    assert re.fullmatch(r".+ <\S+@\S+>", package.field("Maintainer"))
    needed = names_in(package.field("Depends"))
    for name in ("libc6", "libqt6widgets6", "libqt6svg6", "libqt6network6", "libqt6keychain1", "libssl3", "libzxing2", "libpoppler-qt6-3", "libqt6multimedia6", "qt6-image-formats-plugins",
                 *LOADED):
        assert name in needed, f"{name} is not needed: {needed}"
    wished = names_in(package.field("Recommends"))
    assert {"gnome-keyring", "ca-certificates", "qt6-wayland", "gstreamer1.0-plugins-base", "gstreamer1.0-plugins-good"} <= set(wished), wished


@story
def its_programs_are_stripped_and_look_for_libraries_only_where_the_system_does():
    for name in ("bin/watchword", "bin/watchword-cli", RENDERER, READER, CAMERA):
        program = package.path(name)
        dynamic = output("readelf", "-d", program)
        assert "NEEDED" in dynamic and not re.search("RPATH|RUNPATH", dynamic), dynamic
        sections = output("readelf", "-SW", program)
        assert ".text" in sections and not re.search(r"\.symtab|\.debug_", sections), f"{name} is not stripped"
        assert ("poppler" in output("ldd", program)) == (name == RENDERER), f"{name}: poppler is in the renderer alone"
        assert ("Multimedia" in output("ldd", program)) == (name == CAMERA), f"{name}: Qt Multimedia is in the camera alone"


@story
def its_files_for_the_desktop_are_valid():
    output("desktop-file-validate", package.path(DESKTOP_FILE))
    said = output("appstreamcli", "validate-tree", "--no-net", "--pedantic", package.root)
    unnamed = named_tags(said, r"^\s*[EWIP]: \S+ ([a-z0-9-]+)")
    assert not unnamed, f"not named in packaging/README.md: {unnamed}\n{said}"


@story
def lintian_finds_no_error_and_each_warning_is_named():
    said = lintian.stdout.read()
    assert not re.search("^E:", said, re.MULTILINE), said
    assert "ended with 0" in said, said
    unnamed = named_tags(said, r"^[EWI]: watchword: ([a-z0-9-]+)")
    assert not unnamed, f"not named in packaging/README.md: {unnamed}\n{said}"


def named_tags(said, pattern):
    """Tags in an answer that packaging/README.md does not name."""
    with open(README, encoding="utf-8") as readme:
        named = set(re.findall(r"`([a-z0-9-]+)`", readme.read()))
    return set(re.findall(pattern, said, re.MULTILINE)) - named


@story
def the_manual_tells_of_every_command_and_option():
    for name in ("watchword", "watchword-cli"):
        page = output("gzip", "-dc", package.path("share/man/man1", name + ".1.gz")).replace("\\-", "-").replace("\\", "")
        usage = output(package.path("bin", name), "--help", env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"})
        words = set(re.findall(r"watchword-cli ([a-z]+)", usage)) | set(re.findall(r"--[a-z-]+", usage))
        assert words, usage
        missing = [word for word in sorted(words) if word not in page]
        assert not missing, f"{name}(1) says nothing of {missing}"


class _Adopted:
    """A program that another one started for us; it is our child since its parent ended."""

    def __init__(self, pid):
        self.pid = pid
        self.returncode = None

    def poll(self):
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def terminate(self):
        os.kill(self.pid, signal.SIGTERM)

    def wait(self, seconds=10):
        wait_until("the program has ended", lambda: self.poll() is not None, seconds)


class Launched(App):
    """Watchword, as the desktop started it from the package."""

    def __init__(self, desktop):
        self.desktop = desktop
        self._root = None
        os.environ["AT_SPI_BUS_ADDRESS"] = desktop.accessibility_bus
        program = package.path("bin/watchword")

        def runs():
            return next((pid for pid in descendants(os.getpid()) if executable(pid) == program), None)

        self.process = _Adopted(wait_until("the package's own program runs", runs))
        self.wait_for_window()


def executable(pid):
    try:
        return os.readlink(f"/proc/{pid}/exe")
    except OSError:
        return None


def install(desktop):
    """The package's root becomes the first place where the desktop and its programs look."""
    desktop.environment.update(
        PATH=package.path("bin") + ":/usr/bin:/bin", XDG_DATA_DIRS=package.path("share") + ":/usr/share")
    # What installing does: desktop-file-utils keeps the list of who opens what.
    desktop.run_tool("update-desktop-database", package.path("share/applications"))


def start(desktop, *command):
    """As a file manager or browser does it: gio reads the desktop file, runs its Exec line and ends."""
    assert desktop.start_program(*command, log="watchword").wait(15) == 0


def desktop_entry(key):
    with open(package.path(DESKTOP_FILE), encoding="utf-8") as file:
        return re.search(f"^{key}=(.*)$", file.read(), re.MULTILINE)[1]


@story
def a_double_click_starts_it_and_a_link_opens_its_card(desktop):
    install(desktop)
    start(desktop, "gio", "launch", package.path(DESKTOP_FILE))
    app = Launched(desktop)
    app.find("push button", "Scan the QR code on my screen")
    window = desktop.windows_of(app.process.pid)[-1]
    classes = desktop.run_tool("xprop", "-id", window, "WM_CLASS")
    assert f'"{desktop_entry("StartupWMClass")}"' in classes, classes
    assert "Icon (" in desktop.run_tool("xprop", "-id", window, "_NET_WM_ICON"), "the window has no icon"
    icons = package.path("share/icons/hicolor")
    assert os.path.exists(os.path.join(icons, "scalable/apps", desktop_entry("Icon") + ".svg"))

    start(desktop, "gio", "open", LINK)
    app.says("Harbour Library")
    app.press("The site accepted it")
    app.find("list item", re.compile("^Harbour Library"))
    check_what_is_loaded(app.process.pid)

    # The other program of the package works on the same accounts.
    cli = package.path("bin/watchword-cli")
    assert "Harbour Library" in desktop.run_tool(cli, "list")
    picture = desktop.write_qr("otpauth://totp/Pier:bob?secret=NFRGGZDFMZTWQ2LK&issuer=Pier")
    webp = picture.replace(".png", ".webp")
    desktop.run_tool("convert", picture, webp)
    assert "An account" in desktop.run_tool(cli, "scan", webp), "a plug-in for pictures is missing"
    drawing = picture.replace(".png", ".svg")
    desktop.run_tool("qrencode", "-t", "SVG", "-o", drawing, "otpauth://totp/Pier:bob?secret=NFRGGZDFMZTWQ2LK&issuer=Pier")
    assert "An account" in desktop.run_tool(cli, "scan", drawing), "the renderer is not found"
    app.quit()


@story
def a_link_starts_it_with_its_card(desktop):
    install(desktop)
    start(desktop, "gio", "open", LINK)
    app = Launched(desktop)
    app.find("push button", "Copy code")
    assert LINK.encode() not in open(f"/proc/{app.process.pid}/cmdline", "rb").read(), "the link stays in the list of processes"
    app.quit()


@story
def a_link_of_an_export_starts_it_with_its_list(desktop):
    install(desktop)
    accounts = [{"secret": base64.b32decode(new_secret()), "issuer": "Pier", "name": name} for name in ("bob", "eve")]
    start(desktop, "gio", "open", google_export.link(accounts))
    app = Launched(desktop)
    app.find("push button", "Add 2 accounts")
    app.quit()


def check_what_is_loaded(pid):
    """Every library that the running program has loaded comes with the package or with what it says it needs."""
    libraries = mapped_libraries(pid)
    for name in LOADED.values():
        assert any(name in path for path in libraries), f"{name} is not loaded: nothing is proved"
    found = owners(libraries)
    needed = names_in(package.field("Depends"))
    unexplained = strangers(found, needed)
    assert not unexplained, f"loaded, but in no package that ours depends on: {unexplained}"
    # The check is one: without the names that were written by hand something is unexplained.
    for name in LOADED:
        assert strangers(found, [other for other in needed if other != name]), f"{name} need not be named"


def strangers(found, needed):
    closure = with_what_they_need(needed)
    return [path for path, packages in found.items() if not packages & closure]


if __name__ == "__main__":
    with Package() as package:
        # It works while the other stories are told, each in a process that is not lintian's parent.
        with subprocess.Popen(["sh", "-c", 'lintian --display-info --allow-root "$1"; echo "ended with $?"', "sh", package.file],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as lintian:
            run()
