#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the rooms of core and app, the libraries behind each, and no circles.

On Debian the linker does not enforce this: <QtWidgets/QMessageBox> compiles in a target that links only Qt Core.
"""
import functools
import glob
import os
import re
import sys

sys.dont_write_bytecode = True
import sources  # noqa: E402
from cpp_tokens import Source  # noqa: E402

# A room may include itself and these.
CORE = {
    "core/base": [],
    "core/ports": ["core/base"],
    "core/crypto": ["core/base"],
    "core/otp": ["core/base", "core/crypto"],
    "core/accounts": ["core/base", "core/otp"],
    "core/vault": ["core/base", "core/ports", "core/crypto", "core/otp", "core/accounts", "core/push"],
    "core/qr": ["core/base"],
    "core/enrol": ["core/base", "core/otp", "core/accounts", "core/push", "core/qr", "core/transfer"],
    "core/push": ["core/base", "core/ports", "core/crypto", "core/accounts"],
    "core/transfer": ["core/base", "core/crypto", "core/otp", "core/accounts"],
    "core/platform": ["core/base", "core/ports"],
}
KNOWLEDGE = [room for room in CORE if room not in ("core/crypto", "core/platform")]
APP = {
    "app/support": KNOWLEDGE,
    "app/platform": ["app/support", "core/base", "core/qr"],
    "app/models": ["app/support"] + KNOWLEDGE,
    "app/widgets": ["app/models", "app/support"] + KNOWLEDGE,
    "app/windows": ["app/widgets", "app/models", "app/platform", "app/support"] + KNOWLEDGE,
    "app/dialogs": ["app/widgets", "app/models", "app/platform", "app/support"] + KNOWLEDGE,
    "app/flows": ["app/windows", "app/dialogs", "app/widgets", "app/models", "app/platform", "app/support"] + KNOWLEDGE,
    "app/shell": ["app/windows", "app/models", "app/platform", "app/support"] + KNOWLEDGE,
    "app/cli": ["app/support", "app/platform"] + [room for room in CORE if room != "core/crypto"],
    "app/confinement": ["core/base"],
    "app/renderer": ["app/confinement", "app/support", "core/base"],
    "app/reader": ["app/confinement", "app/support", "core/base", "core/qr"],
    "app/camera": ["app/confinement", "app/support", "core/base"],
}
PROGRAMS = ("app/cli", "app/renderer", "app/reader", "app/camera")  # nobody includes them
EVERYTHING = list(CORE) + [room for room in APP if room not in PROGRAMS]
ROOMS = {**CORE, **APP, "app/composition": EVERYTHING}

# A library's headers appear only in these rooms (or files).
LIBRARIES = [
    ("OpenSSL", re.compile(r"^openssl/"), ["core/base", "core/crypto"]),
    ("ZXing", re.compile(r"^ZXing/"), ["core/qr"]),
    ("Protocol Buffers", re.compile(r"^(google/protobuf/|.*\.pb\.h$)"), ["core/transfer"]),
    ("Qt Keychain", re.compile(r"^(qt6?keychain/|keychain\.h$)"), ["core/platform"]),
    ("Qt Network", re.compile(r"^(QtNetwork|Q(Network|Local|Tcp|Udp|Ssl|Host|Abstract)(Socket|Server|Access|Request|"
                              r"Reply|Info|Address|Certificate|Configuration|Proxy|Interface)\w*)"),
     ["core/platform"]),
    ("Qt DBus", re.compile(r"^(QtDBus|QDBus)"), ["core/platform", "app/platform", "app/shell"]),
    ("Qt Multimedia", re.compile(r"^(QtMultimedia|QCamera|QMedia|QVideo)"), ["app/camera"]),
    ("xcb", re.compile(r"^xcb/"), ["app/platform"]),
    ("Qt Svg", re.compile(r"^(QtSvg|QSvg)"), ["app/support", "app/renderer"]),
    ("poppler", re.compile(r"^poppler"), ["app/renderer"]),
    ("Qt Widgets", re.compile(r"^(QtWidgets|QWidget|QApplication|QMainWindow|QDialog|QMessageBox|QLabel|QPushButton|"
                              r"QLineEdit|QListView|QStyle|Q\w*Layout$|QMenu|QToolButton|QCheckBox|QComboBox)"),
     [room for room in ROOMS if room.startswith("app/") and room not in PROGRAMS]),
]
# Words for people; a table of them too.
TR = re.compile(r'\b(?:tr|translate|trUtf8|QT_TR_N?_?NOOP|QT_TRANSLATE_N?_?NOOP) \( ""|\b(?:translate|QT_TRANSLATE_NOOP) \(')


@functools.cache
def qt_module(header):
    """The module that a Qt header without one in its name comes from, as it is installed here; `QSpinBox`: `QtWidgets`."""
    places = glob.glob("/usr/include/qt6/Qt*/" + glob.escape(header)) + glob.glob("/usr/include/*/qt6/Qt*/" + glob.escape(header))
    return os.path.basename(os.path.dirname(places[0])) if places and "/" not in header else None


def room_of(name):
    return "/".join(name.split("/")[:2])


def troubles(files):
    """files: {name: text}. What is wrong, one sentence each."""
    found = []
    graph = {}
    for name, text in files.items():
        room = room_of(name)
        if name.count("/") < 2 or not name.startswith(("core/", "app/")):
            continue
        if room not in ROOMS:
            found.append(f"{name}: there is no room {room} in check_layers.py")
            continue
        graph[name] = []
        for included, own in sources.includes(text):
            target = sources.resolve(name, included, files) if own else None
            if target:
                graph[name].append(target)
                its_room = room_of(target)
                if its_room != room and its_room not in ROOMS[room]:
                    found.append(f"{name}: {room} may not include {its_room} ({included})")
            for library, pattern, rooms in LIBRARIES:
                named = [included] + [f"{qt_module(included)}/{included}"] * (qt_module(included) is not None)
                if any(pattern.match(one) for one in named) and room not in rooms:
                    found.append(f"{name}: {library} does not belong here ({included})")
        if room.startswith("core/") and TR.search(Source(text).flat):
            found.append(f"{name}: words for people belong in app")
    return found + circles(graph)


def circles(graph):
    """Include cycles, each once."""
    found, state, path = [], {}, []

    def visit(name):
        state[name] = "open"
        path.append(name)
        for target in graph.get(name, []):
            if state.get(target) == "open":
                found.append("a circle: " + " → ".join(path[path.index(target):] + [target]))
            elif target not in state:
                visit(target)
        path.pop()
        state[name] = "done"

    for name in graph:
        if name not in state:
            visit(name)
    return found


def main():
    bad = troubles({name: sources.read(name) for name in sources.files() if name.endswith((".h", ".cpp"))})
    print("\n".join(bad) if bad else "clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
