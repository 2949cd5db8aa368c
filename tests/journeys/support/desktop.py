# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's desktop: screen, keychain and its window, clipboard, other programs, and Watchword on it."""
import os
import re
import signal
import subprocess
import time

from . import keyring, processes, secrets
from .processes import wait_until
from .sandbox import PASSWORD, SECRETS, Sandbox

_DRAG_SOURCE = os.path.join(os.path.dirname(os.path.realpath(__file__)), "drag_source.py")
_LARGEST_ICON = 64
_PROMPT = ("search", "--onlyvisible", "--class", "gcr-prompter")


class Desktop(Sandbox):
    """`bus`, `provider` (does anybody offer a keychain) and `keyring` (password of the unlocked "login" collection, None
    for a keychain that was never used) say how the day begins."""

    def __init__(self, bus=True, provider=True, keyring=PASSWORD, width=3840, height=1440):
        super().__init__()
        self.outside = os.path.join(self.base, "outside")  # what other people's programs keep; not searched for secrets
        os.mkdir(self.outside)
        try:
            self.start_display(width, height)
            self.start_accessibility()
            if bus:
                self.start_bus(provider=provider)
                if provider and keyring is not None:
                    self.start_keyring(keyring)
        except BaseException:
            self.stop()
            raise

    # The keychain, behind the program's back

    def lock_keychain(self):
        keyring.lock(self.bus.address)

    def unlock_keychain(self, password=PASSWORD):
        keyring.unlock(password, self.bus.address)

    def keychain_is_locked(self):
        return keyring.is_locked(self.bus.address)

    def keychain_items(self, **attributes):
        """(open, locked) items with these attributes."""
        return keyring.items(attributes, self.bus.address)

    def keychain_process(self):
        """Process id of whoever offers the keychain now, or None."""
        return self.bus.owner(SECRETS)

    def kill_keychain(self):
        pid = self.keychain_process()
        os.kill(pid, signal.SIGKILL)
        wait_until("the keychain is gone", lambda: self.keychain_process() != pid)

    def stop_keychain(self):
        os.kill(self.keychain_process(), signal.SIGSTOP)

    def continue_keychain(self):
        os.kill(self.keychain_process(), signal.SIGCONT)

    def owner_of_secrets(self):
        """Name of the process that offers org.freedesktop.secrets, as the bus says."""
        pid = self.keychain_process()
        if pid is None:
            return None
        with open(f"/proc/{pid}/comm", encoding="utf-8") as comm:
            return comm.read().strip()

    def secret_tool(self, **attributes):
        """What `secret-tool lookup` finds under these attributes; empty when nothing."""
        words = [word for pair in attributes.items() for word in pair]
        return self.run_tool("secret-tool", "lookup", *words, check=False)

    # The keychain's own window

    def prompt_is_open(self):
        return bool(self.run_tool("xdotool", *_PROMPT, check=False).strip())

    def wait_for_prompt(self, seconds=20):
        window = wait_until("the keychain's own window is open",
                            lambda: self.run_tool("xdotool", *_PROMPT, check=False).split(), seconds)[-1]
        # It takes the keyboard and the focus together, some time after it is mapped: keys before that go elsewhere.
        self.run_tool("xdotool", "windowactivate", "--sync", window, check=False)
        wait_until("the keychain's own window has the focus",
                   lambda: self.run_tool("xdotool", "getwindowfocus", check=False).strip() == window, seconds)
        time.sleep(0.2)
        return window

    def answer_prompt(self, password=PASSWORD):
        """Types the password into the keychain's window, and waits until that has closed."""
        self.wait_for_prompt()
        self.type_text(password)
        self.keys("Return")
        wait_until("the keychain's window has closed", lambda: not self.prompt_is_open(), 20)

    def cancel_prompt(self):
        self.wait_for_prompt()
        self.keys("Escape")
        wait_until("the keychain's window has closed", lambda: not self.prompt_is_open(), 20)

    # Hands and eyes

    def keys(self, *names):
        """Key presses for whichever window has the focus, in xdotool's names: `keys("ctrl+c")`."""
        self.run_tool("xdotool", "key", "--clearmodifiers", "--delay", "30", *names)

    def type_text(self, text):
        secrets.note(text)
        self.run_tool("xdotool", "type", "--delay", "25", "--", text)

    def click(self, x, y, button=1):
        self.run_tool("xdotool", "mousemove", str(x), str(y), "click", str(button))

    def screenshot(self, path):
        self.run_tool("import", "-window", "root", path)

    def picture(self, name, seconds=0.5):
        """For somebody who wants to look at it, where WATCHWORD_SCREENSHOTS says; when all is drawn."""
        folder = os.environ.get("WATCHWORD_SCREENSHOTS")
        if folder:
            time.sleep(seconds)
            os.makedirs(folder, exist_ok=True)
            self.screenshot(os.path.join(folder, name + ".png"))

    def keep_evidence(self, name):
        """A picture of the screen and the logs of a failed story, where WATCHWORD_ARTIFACTS says."""
        folder = os.environ.get("WATCHWORD_ARTIFACTS")
        if not folder:
            return
        os.makedirs(folder, exist_ok=True)
        try:
            self.screenshot(os.path.join(folder, name + ".png"))
            with open(os.path.join(folder, name + ".log"), "w", encoding="utf-8") as all_logs:
                for log in sorted(os.listdir(self.logs)):
                    with open(os.path.join(self.logs, log), encoding="utf-8", errors="replace") as one:
                        all_logs.write(f"== {log}\n{one.read()}\n")
        except Exception as trouble:  # the story's own failure is the one to tell
            print("no evidence kept:", trouble)

    # Other programs

    def start_program(self, *arguments, environment=None, log=None):
        return processes.start(list(arguments), environment or self.environment,
                               log=self.log(log or os.path.basename(arguments[0])))

    def write_qr(self, text, module=6, margin=4, name="code.png"):
        """A picture file of a QR code with `module` pixels a square; its path, outside of what is searched for secrets."""
        secrets.note(text)
        path = os.path.join(self.outside, name)
        subprocess.run(["qrencode", "-o", path, "-s", str(module), "-m", str(margin), "-l", "M"], input=text.encode(),
                       env=self.environment, check=True)
        return path

    def show_picture(self, path, x, y, zoom=100):
        """Another program shows the picture with its corner at a place on the screen; returns once it is there."""
        title = f"picture {os.path.basename(path)} {x} {y}"
        from subprocess import run
        width, height = run(["identify", "-format", "%w %h", path], capture_output=True, text=True,
                            check=True).stdout.split()
        size = f"{int(width) * zoom // 100}x{int(height) * zoom // 100}+{x}+{y}"
        program = self.start_program("feh", "--title", title, "--borderless", "--no-menus", "--zoom", str(zoom),
                                     "--geometry", size, path)
        wait_until("the picture is shown",
                   lambda: self.run_tool("xdotool", "search", "--onlyvisible", "--name", title, check=False).strip())
        time.sleep(0.3)  # mapped is not yet painted
        return program

    def windows_of(self, pid):
        """The windows of a process that can be seen, as numbers in text; the one that was made last is last. Its icon in a
        tray, though a window, is none."""
        return [window for window in self.all_windows_of(pid) if not self.is_icon(window)]

    def is_icon(self, window):
        return 1 < self.place_of(window)[2] <= _LARGEST_ICON

    def place_of(self, window):
        """x, y, width, height; of a window that has just gone, nothing."""
        lines = self.run_tool("xdotool", "getwindowgeometry", "--shell", window, check=False).splitlines()
        found = dict(line.split("=") for line in lines if "=" in line)
        return [int(found.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT")]

    def all_windows_of(self, pid):
        """The same with its icon."""
        found = []

        def looked():
            try:
                found[:] = self.run_tool("xdotool", "search", "--onlyvisible", "--pid", str(pid)).split()
            except AssertionError as trouble:
                # All windows of the screen are asked, and one of them may be closing at this moment.
                return "BadWindow" not in str(trouble)  # with no word said there are none
            return True
        wait_until("the windows can be listed", looked)
        return found

    # The clipboard

    def clipboard(self, target="UTF8_STRING", selection="clipboard"):
        return self.run_tool("xclip", "-selection", selection, "-t", target, "-o", check=False)

    def clipboard_kinds(self, selection="clipboard"):
        return self.clipboard("TARGETS", selection).split()

    def set_clipboard(self, text, selection="clipboard", kind="UTF8_STRING"):
        secrets.note(text)
        self.start_program("sh", "-c", 'printf %s "$1" | xclip -selection "$2" -t "$3" -i -quiet', "sh", text, selection, kind,
                           log="xclip")
        wait_until("the clipboard holds the text", lambda: self.clipboard(kind, selection).splitlines() == text.splitlines())

    def set_clipboard_picture(self, path):
        """What a screenshot tool puts there: PNG data and nothing else."""
        self.start_program("xclip", "-selection", "clipboard", "-t", "image/png", "-i", "-quiet", path)
        wait_until("the picture is on the clipboard", lambda: "image/png" in self.clipboard_kinds())

    # Drag and drop

    def drag(self, to_x, to_y, **kinds):
        """Drags from another program's window to a place on the screen, by the mouse, and lets go once whoever is there says
        that it takes it. `kinds`: what is offered, as bytes under a name of the table in drag_source.py."""
        files = []
        for kind, content in kinds.items():
            path = os.path.join(self.outside, kind)
            with open(path, "wb") as file:
                file.write(content)
            files.append(f"{kind}={path}")
        log = self.log("drag_source")
        open(log, "w", encoding="utf-8").close()
        source = self.start_program("/usr/bin/python3", _DRAG_SOURCE, *files, log="drag_source")

        def says(word):
            with open(log, encoding="utf-8") as file:
                return re.search(f"^{word}(.*)$", file.read(), re.M)
        x, y = map(int, wait_until("the source is there", lambda: says("place "), 20).group(1).split())
        self.run_tool("xdotool", "mousemove", str(x), str(y), "mousedown", "1")
        try:
            self.run_tool("xdotool", "mousemove", str(x - 20), str(y), "mousemove", str(x - 40), str(y))
            wait_until("the drag has begun", lambda: says("begun"))
            self.run_tool("xdotool", "mousemove", str(to_x - 15), str(to_y), "mousemove", str(to_x), str(to_y))
            wait_until("what is dragged is wanted", lambda: says("wanted"))
        finally:
            self.run_tool("xdotool", "mouseup", "1")
        wait_until("the drag has ended", lambda: says("ended"))
        source.terminate()
        source.wait()

    # Codes, computed by somebody else

    def oathtool(self, secret, at=None, algorithm="sha1", digits=6, period=30):
        at = int(time.time()) if at is None else at
        return self.run_tool("oathtool", f"--totp={algorithm}", "--base32", f"--digits={digits}",
                             f"--time-step-size={period}s", f"--now=@{at}", secret).strip()

    # Watchword

    def start_app(self, *arguments, environment=None, wait=True):
        from .app import App
        return App(self, arguments, environment, wait)

    def cli(self, *arguments, input=None, seconds=60):
        """Runs watchword-cli; (exit status, standard output, standard error). What it says beside its answer is logged."""
        secrets.note(*arguments, input)
        program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
        done = subprocess.run([program, *arguments], env=self.environment, input=input, capture_output=True, text=True,
                              timeout=seconds, check=False)
        with open(self.log("watchword-cli"), "a", encoding="utf-8") as log:
            log.write(done.stderr)
        return done.returncode, done.stdout, done.stderr
