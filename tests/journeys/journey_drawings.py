#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SVG pictures and PDFs that other programs made, on the built program: opened, dropped and pasted; those that want more than to
be looked at, and a renderer that is slow, killed, missing or another one. Codes are compared with oathtool's."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import secrets  # noqa: E402
from support.adding import (SCAN, accept_card, check_code, link_to, new_secret, nothing_leaked, row,  # noqa: E402
                            shown_code)
from support.file_watch import OPEN, FileWatch  # noqa: E402
from support.package import mapped_libraries  # noqa: E402
from support.processes import is_alive, programs_below, wait_until  # noqa: E402
from support.story import run, story  # noqa: E402

BIN = os.environ["WATCHWORD_BIN"]
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 40">%s</svg>'


def write(desktop, name, content):
    path = os.path.join(desktop.outside, name)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def drawing(desktop, text, name="code.svg"):
    """An SVG picture of a QR code, by qrencode."""
    secrets.note(text)
    path = os.path.join(desktop.outside, name)
    subprocess.run(["qrencode", "-t", "SVG", "-o", path], input=text.encode(), env=desktop.environment, check=True)
    return path


def pdf(desktop, *pages, name="pages.pdf"):
    """A PDF of a page for each SVG picture, by librsvg and cairo."""
    path = os.path.join(desktop.outside, name)
    desktop.run_tool("rsvg-convert", "--format=pdf", "--output=" + path, *pages)
    return path


def blank_page(desktop):
    return write(desktop, "blank.svg", SVG % '<text x="5" y="20" font-size="4">Dear Ms Example</text>')


def slow_drawing(desktop):
    """So many sheets of thin paper, one on the other, that it takes minutes."""
    return write(desktop, "slow.svg", SVG % ('<path d="M0 0h40v40H0z" fill-opacity=".5"/>' * 100_000))


def uri_list(*paths):
    return "".join(pathlib.Path(path).as_uri() + "\r\n" for path in paths)


def paste_file(desktop, app, path):
    desktop.set_clipboard(uri_list(path), kind="text/uri-list")
    app.keys("ctrl+v")


def has_poppler(pid):
    return any("poppler" in path for path in mapped_libraries(pid))


def renderer_of(pid):
    """The process id of the renderer that this program has started, once it is one."""
    return wait_until("the renderer runs", lambda: programs_below(pid, "watchword-renderer"), pause=0.005)[0]


@story
def drawings_and_pdfs_open_the_card(desktop):
    secret = {issuer: new_secret() for issuer in ("Drawing", "Page", "Pasted", "First", "Second", "Third")}
    app = desktop.start_app()

    app.press("Open a picture file")
    app.find("text", re.compile("^File name")).set_text(drawing(desktop, link_to(secret["Drawing"], "Drawing")))
    app.press("Open")
    accept_card(app)

    # A letter whose second page has the code.
    letter = pdf(desktop, blank_page(desktop), drawing(desktop, link_to(secret["Page"], "Page")))
    x, y, width, height = row(app, "Drawing").extents
    desktop.drag(x + width // 2, y + height // 2, files=uri_list(letter).encode())
    accept_card(app)

    with open(drawing(desktop, link_to(secret["Pasted"], "Pasted")), encoding="utf-8") as file:
        desktop.set_clipboard(file.read(), kind="image/svg+xml")
    app.keys("ctrl+v")
    accept_card(app)

    # Several at once, of each kind.
    several = (drawing(desktop, link_to(secret["First"], "First"), "first.svg"),
               desktop.write_qr(link_to(secret["Second"], "Second"), name="second.png"),
               pdf(desktop, drawing(desktop, link_to(secret["Third"], "Third"), "third.svg"), name="third.pdf"))
    desktop.set_clipboard(uri_list(*several), kind="text/uri-list")
    app.keys("ctrl+v")
    app.press("Add 3 accounts", seconds=20)
    app.wait_gone("push button", "Add 3 accounts")

    for issuer in secret:
        check_code(desktop, secret[issuer], lambda: shown_code(row(app, issuer).name))
    assert not has_poppler(app.process.pid), "the program itself has loaded poppler"
    nothing_leaked(desktop, *secret.values())


@story
def what_a_drawing_names_is_not_opened(desktop):
    folder = os.path.join(desktop.home, "private")
    os.mkdir(folder)
    picture = shutil.move(desktop.write_qr(link_to(new_secret())), os.path.join(folder, "code.png"))
    other = shutil.move(drawing(desktop, link_to(new_secret())), os.path.join(folder, "code.svg"))
    nested = SVG % f'<image width="40" height="40" xlink:href="{picture}"/>'
    hostile = write(desktop, "hostile.svg", SVG % (
        f'<image width="40" height="40" xlink:href="{picture}"/><image width="40" height="40" href="file://{picture}"/>'
        f'<image width="40" height="40" xlink:href="{other}"/><use xlink:href="{other}#QRcode"/>'
        f'<style>@import url("{other}"); rect {{ fill: url("{picture}") }}</style><rect width="1" height="1"/>'
        f'<image width="40" height="40" xlink:href="data:image/svg+xml;base64,{b64(nested)}"/>'))
    app = desktop.start_app()
    watch = FileWatch(folder, OPEN)
    for path in (hostile, pdf(desktop, blank_page(desktop))):
        paste_file(desktop, app, path)
        app.says(re.compile("There is no QR code in the (picture|PDF)"), 20)
        app.keys("Escape")
    assert watch.names() == [], "a file that a picture names was opened"
    # The watch does hear, and the picture can be read.
    paste_file(desktop, app, picture)
    accept_card(app)
    assert set(watch.names()) == {"code.png"}


def b64(text):
    return subprocess.run(["base64", "-w0"], input=text.encode(), capture_output=True, check=True).stdout.decode()


@story
def what_cannot_be_drawn_gets_one_clear_sentence_and_changes_nothing(desktop):
    page = drawing(desktop, link_to(new_secret()))
    plain = pdf(desktop, page)
    locked = os.path.join(desktop.outside, "locked.pdf")
    desktop.run_tool("qpdf", "--encrypt", "sesame", "owner", "256", "--", plain, locked)
    with open(plain, "rb") as file:
        content = file.read()
    packed = subprocess.run(["gzip", "-c", page], capture_output=True, check=True).stdout
    files = {"locked.pdf": (None, "The PDF is protected by a password."),
             "half.pdf": (content[:len(content) // 2], "The PDF is damaged or cut off."),
             "grows.svg": ('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG % "<style>&a;</style>", "abbreviations that could grow"),
             "packed.svgz": (packed, "The file is packed with gzip"),
             "many.pdf": (None, "There is no QR code on the first 20 pages of the PDF")}
    narrow = write(desktop, "narrow.svg", SVG.replace("40 40", "40 4") % "<rect width='3' height='3'/>")
    pdf(desktop, *[narrow] * 21, name="many.pdf")
    app = desktop.start_app()
    for name, (content, sentence) in files.items():
        print(f"INFO   : {name}", flush=True)
        paste_file(desktop, app, os.path.join(desktop.outside, name) if content is None else write(desktop, name, content))
        app.says(sentence, 20)
        app.keys("Escape")
    assert desktop.cli("list", "--json")[1].strip() == "[]"


@story
def a_slow_renderer_is_said_can_be_killed_and_ends_with_us(desktop):
    secret = new_secret()
    app = desktop.start_app()
    app.find("push button", SCAN)
    slow = slow_drawing(desktop)
    paste_file(desktop, app, slow)
    renderer = renderer_of(app.process.pid)
    app.says("Still looking for a QR code")
    check_confinement(renderer, desktop)
    assert has_poppler(renderer) and not has_poppler(app.process.pid)
    os.kill(renderer, signal.SIGKILL)
    app.says("The file could not be drawn.")
    app.keys("Escape")
    # The next one is drawn.
    paste_file(desktop, app, drawing(desktop, link_to(secret)))
    accept_card(app)
    check_code(desktop, secret, lambda: shown_code(row(app).name))

    for is_closed in (True, False):
        paste_file(desktop, app, slow)
        renderer = renderer_of(app.process.pid)
        if is_closed:
            app.keys("ctrl+q")
            assert app.process.wait(5) == 0, f"closed while something was drawn, it ended with {app.process.returncode}"
        else:
            app.kill()
        wait_until("the renderer has gone with the program", lambda: not is_alive(renderer), 5)
        if is_closed:
            app = desktop.start_app()
            row(app)


def check_confinement(pid, desktop):
    def proc(name):
        with open(f"/proc/{pid}/{name}", encoding="utf-8") as file:
            return file.read()
    assert proc("environ") == "LC_ALL=C.UTF-8\0", proc("environ")
    assert proc("cmdline") == os.path.join(BIN, "watchword-renderer") + "\0", proc("cmdline")
    status = dict(line.split(":\t", 1) for line in proc("status").splitlines() if ":\t" in line)
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2"), status
    limits = {line[:26].strip(): line[26:].split()[:2] for line in proc("limits").splitlines()[1:]}
    assert limits["Max core file size"] == limits["Max file size"] == ["0", "0"], limits
    assert limits["Max address space"] == [str(1 << 30)] * 2 and limits["Max cpu time"] == ["60", "60"], limits
    files = {number: os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")}
    assert files.pop("0").startswith("socket:") and files.pop("1").startswith("socket:") and files.pop("2") == "/dev/null"
    assert all("eventfd" in one for one in files.values()), files  # of its own threads


@story
def only_our_own_renderer_is_started(desktop):
    """Copies of the command line's program, with another renderer beside it or none, and in the layout of an installation."""
    page = drawing(desktop, link_to(new_secret()))
    places = os.path.join(desktop.base, "places")
    bin_folder, libexec = os.path.join(places, "bin"), os.path.join(places, "libexec/watchword")
    os.makedirs(bin_folder)
    os.makedirs(libexec)
    program = shutil.copy(os.path.join(BIN, "watchword-cli"), bin_folder)
    marker = os.path.join(desktop.base, "was-started")
    liar = write(desktop, "watchword-renderer", f"#!/bin/sh\ntouch {marker}\ncat >/dev/null\necho nonsense\n")
    os.chmod(liar, 0o755)

    def scan():
        environment = {**desktop.environment, "PATH": desktop.outside + ":" + desktop.environment["PATH"],
                       "WATCHWORD_RENDERER": liar, "WATCHWORD_LIBEXEC": desktop.outside}
        done = subprocess.run([program, "scan", "--json", page], env=environment, cwd=desktop.outside, capture_output=True,
                              text=True, check=False, timeout=60)
        return done.stdout + done.stderr

    assert '"renderer-missing"' in scan()
    assert not os.path.exists(marker), "a renderer was looked for elsewhere"
    shutil.copy(liar, bin_folder)
    assert '"renderer-failed"' in scan() and os.path.exists(marker)
    # Installed, ours comes before what lies beside the program.
    shutil.copy(os.path.join(BIN, "watchword-renderer"), libexec)
    said = scan()
    assert '"renderer-missing"' in said and "finds QR codes" in said, "there is no reader of codes yet"
    shutil.copy(os.path.join(BIN, "watchword-reader"), libexec)
    assert '"kind":"account"' in scan()


if __name__ == "__main__":
    run()
