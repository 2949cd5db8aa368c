# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program under test, found and used as a screen reader does: by role and name."""
import os
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from . import processes, secrets, shaking  # noqa: E402


class Node:
    """One thing on the screen."""

    def __init__(self, app, accessible):
        self.app = app
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def text(self):
        """What is written in it."""
        interface = self.accessible.get_text_iface()
        return Atspi.Text.get_text(interface, 0, -1) if interface else ""

    @property
    def extents(self):
        """x, y, width, height on the screen."""
        shaking.hesitate()
        box = self.accessible.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def has(self, state):
        """has("focused"), has("enabled"), has("checked"), has("showing") …"""
        shaking.hesitate()
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))

    @property
    def showing(self):
        return self.has("showing")

    def children(self):
        found = (self.accessible.get_child_at_index(index) for index in range(self.accessible.get_child_count()))
        return [Node(self.app, child) for child in found if child is not None]

    def find(self, role=None, name=None, **more):
        return self.app.find(role, name, within=self, **more)

    def begin_press(self):
        """Its first action, as a screen reader's user triggers it. Qt shows a button as pressed for a tenth of a second
        before it counts as clicked."""
        self.accessible.get_action_iface().do_action(0)

    def press(self):
        """Its first action; what follows from it has begun when this returns."""
        self.begin_press()
        try:
            processes.wait_until(f"{self} is no longer held down", lambda: not self.has("pressed"), pause=0.02)
        except GLib.Error:
            pass  # it went with its page

    def click(self, button=1):
        """The mouse, in its middle."""
        x, y, width, height = self.extents
        self.app.desktop.click(x + width // 2, y + height // 2, button)

    def double_click(self):
        x, y, width, height = self.extents
        self.app.desktop.run_tool("xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "--repeat",
                                  "2", "--delay", "80", "1")

    def focus(self):
        self.accessible.get_component_iface().grab_focus()

    def set_text(self, text):
        secrets.note(text)
        self.accessible.get_editable_text_iface().set_text_contents(text)

    def type(self, text):
        """Clicks it, empties it, and types with the keyboard."""
        self.click()
        self.app.desktop.keys("ctrl+a")
        self.app.desktop.type_text(text)

    def __repr__(self):
        return f"{self.role} {self.name!r}"


ALWAYS_THERE = ("Menu", "Menü", "Add an account", "Konto hinzufügen", "Search", "Suchen", "Clear search", "Suche leeren")
GONE = (AttributeError, IndexError, GLib.Error)  # what comes of a look at something that goes while it is looked at


def at_rest(check, seconds=processes.PATIENCE):
    """What `check` answers, places for example, once that is the same twice in a row and it finds nothing wrong. Places and
    pages change while they are looked at, so it looks again; what is still wrong when the time is up is raised. With 0 seconds
    one look will do."""
    end = time.monotonic() + seconds
    before = None
    while True:
        try:
            found = (check(),)
            if found == before or seconds == 0:
                return found[0]
            before = found
        except (AssertionError, *GONE):
            before = None
            if time.monotonic() > end:
                raise
        if time.monotonic() > end + seconds:
            raise AssertionError(f"it is never at rest: {before}")
        time.sleep(0.15)


def _matches(wanted, given):
    """A text must be the same, a compiled pattern must be found in it, None is content with anything."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(given))
    return wanted == given


class App:
    """Watchword, running on a desktop."""

    def __init__(self, desktop, arguments=(), environment=None, wait=True):
        self.desktop = desktop
        os.environ["AT_SPI_BUS_ADDRESS"] = desktop.accessibility_bus
        program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword")
        secrets.note(*arguments)
        # It logs all that it can: nothing secret may be among it.
        all_words = {} if "QT_LOGGING_RULES" in desktop.environment else {"QT_LOGGING_RULES": secrets.EVERYTHING_LOGGED}
        self.process = processes.start([program, *arguments], {**desktop.environment, **all_words, **(environment or {})},
                                       log=desktop.log("watchword"))
        shaking.shake(self.process)
        self._root = None
        if wait:
            self.wait_for_window()

    # Its life

    def wait_for_window(self, seconds=processes.PATIENCE):
        end = time.monotonic() + seconds
        while not any(node.role != "application" for node in self.all()):
            if not self.is_running:
                raise AssertionError(f"Watchword ended with {self.process.returncode}:\n{self.output()}")
            if time.monotonic() > end:
                raise AssertionError(f"no window within {seconds:g} s; there is:\n{self.tree()}\n{self.output()}")
            time.sleep(0.05)
        # Keys are for nobody while it reads the keychain. That may hang, which is not for here to say.
        end = time.monotonic() + 5
        while not self._is_ready() and time.monotonic() < end:
            time.sleep(0.05)

    def _is_ready(self):
        """Whether it shows accounts, or a page that says why there are none."""
        return any(node.role in ("list item", "password text") or node.role == "push button" and node.name not in ALWAYS_THERE
                   for node in self.all())

    @property
    def is_running(self):
        return self.process.poll() is None

    def quit(self, seconds=processes.PATIENCE):
        """Ends it as a session manager does; AssertionError when that is not in order."""
        self.process.terminate()
        self.process.wait(seconds)
        assert self.process.returncode == 0, f"Watchword ended with {self.process.returncode}:\n{self.output()}"

    def kill(self):
        self.process.kill()
        self.process.wait()

    def output(self):
        with open(self.desktop.log("watchword"), encoding="utf-8", errors="replace") as log:
            return log.read()

    # Finding

    def root(self):
        """The program's top accessible, or None while it is not there."""
        self._let_events_in()
        if self._root is None:
            Atspi.init()
            screen = Atspi.get_desktop(0)
            screen.clear_cache()
            for index in range(screen.get_child_count()):
                one = screen.get_child_at_index(index)
                if one is not None and one.get_process_id() == self.process.pid:
                    self._root = one
        if self._root is not None:
            self._root.clear_cache()
        return Node(self, self._root) if self._root is not None else None

    def all(self, role=None, name=None, showing=True, within=None, passed_over=()):
        """Everything with this role and name (text or compiled pattern), in the order of the tree; what is in things of the
        roles `passed_over`, as long lists are, is not looked at."""
        return list(self._matching(role, name, showing, within, passed_over))

    def find(self, role=None, name=None, seconds=processes.PATIENCE, showing=True, within=None, passed_over=()):
        """The first of `all`, waited for; an AssertionError tells what was there instead."""
        end = time.monotonic() + seconds
        while True:
            found = next(self._matching(role, name, showing, within, passed_over), None)
            if found:
                return found
            if not self.is_running:
                raise AssertionError(f"Watchword ended with {self.process.returncode}:\n{self.output()}")
            if time.monotonic() > end:
                wanted = name.pattern if isinstance(name, re.Pattern) else name
                raise AssertionError(f"no {role} {wanted!r} within {seconds:g} s; there is:\n{self.tree()}")
            time.sleep(0.05)

    def wait_gone(self, role=None, name=None, seconds=processes.PATIENCE):
        processes.wait_until(f"no {role} {name!r} any more", lambda: not self.all(role, name), seconds)

    def says(self, words, seconds=processes.PATIENCE):
        """Waits until these words (or a compiled pattern) stand somewhere on the screen; the text of that place."""
        pattern = words if isinstance(words, re.Pattern) else re.compile(re.escape(words))
        end = time.monotonic() + seconds
        while True:
            for line in self.lines():
                if pattern.search(line):
                    return line
            if not self.is_running:
                raise AssertionError(f"Watchword ended with {self.process.returncode}:\n{self.output()}")
            if time.monotonic() > end:
                raise AssertionError(f"{pattern.pattern!r} is not said within {seconds:g} s; there is:\n{self.tree()}")
            time.sleep(0.05)

    def lines(self):
        """Every name and text that is shown."""
        for node in self._matching(None, None, True, None, ()):
            try:
                yield from filter(None, (node.name, node.text))
            except GLib.Error:
                continue  # it went while it was read

    def rows(self):
        """Names of the list's rows, as a screen reader says them."""
        return [node.name for node in self.all("list item")]

    def tree(self):
        """What is shown, one thing a line, for a failure's words. Entries may hold secrets: their text is left out."""
        try:
            root = self.root()
            return "\n".join(self._describe(root, 0)) if root is not None else "(nothing: not on the accessibility bus)"
        except GLib.Error as trouble:
            return f"({trouble.message})"

    # Using

    def press(self, name, role="push button", seconds=processes.PATIENCE):
        """Presses the button (or other thing) with this name once it is there and can be pressed. Looked for anew each
        time: the page with the one that was found may go before it is pressed."""
        self.find(role, name, seconds)
        return processes.wait_until(f"a {role} {name!r} can be pressed", lambda: self._pressed(role, name), seconds)

    def _pressed(self, role, name):
        """The first of these that could be pressed, and was."""
        for node in self._matching(role, name, True, None, ()):
            try:
                if node.has("enabled") or node.has("sensitive"):
                    node.press()
                    return node
            except GLib.Error:
                continue  # it went while it was looked at
        return None

    def activate(self):
        """Brings its window to the front, so that keys go there."""
        processes.wait_until("one of its windows is in front", self._activate_last)

    def _activate_last(self):
        windows = self.desktop.windows_of(self.process.pid)
        if not windows:
            return False
        try:
            self.desktop.run_tool("xdotool", "windowactivate", "--sync", windows[-1])
        except AssertionError as trouble:
            if "BadWindow" not in str(trouble):
                raise
            return False  # it was just being closed: the next one, then
        return True

    def keys(self, *names):
        self.activate()
        self.desktop.keys(*names)

    @staticmethod
    def _let_events_in():
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def _matching(self, role, name, showing, within, passed_over):
        try:
            root = within or self.root()
            if root is not None:
                yield from self._below(root, role, name, showing, passed_over)
        except GLib.Error:
            pass  # it changed while it was looked at

    def _below(self, node, role, name, showing, passed_over):
        its_role = node.role
        if showing and its_role not in ("application", "invalid") and not node.showing:
            return
        if (role is None or its_role == role) and _matches(name, node.name):
            yield node
        for child in node.children() if its_role not in passed_over else ():
            yield from self._below(child, role, name, showing, passed_over)

    def _describe(self, node, depth):
        if node.role not in ("application",) and not node.showing:
            return
        yield "  " * depth + repr(node)
        for child in node.children():
            yield from self._describe(child, depth + 1)
