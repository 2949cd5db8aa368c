#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of the command line: the built program on a real keychain; codes compared with oathtool."""
import base64
import json
import os
import pty
import shutil
import stat
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from gi.repository import GLib  # noqa: E402

from support import google_export, keyring, password_vaults  # noqa: E402
from support.password_vaults import PASSWORD  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.search import find_secret  # noqa: E402
from support.story import run, story  # noqa: E402

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GITHUB = f"otpauth://totp/GitHub:alice?secret={SECRET}&issuer=GitHub&algorithm=SHA1&digits=6&period=30"
COUNTED = f"otpauth://hotp/Bank:carol?secret={OTHER}&issuer=Bank&counter=5"


class Cli:
    """The program in a sandbox."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")

    def __call__(self, *arguments, input="", status=0):
        done = subprocess.run([self.program, *arguments], env=self.sandbox.environment, input=input, text=True,
                              capture_output=True, timeout=60, check=False)
        assert done.returncode == status, (arguments, done.returncode, done.stdout, done.stderr)
        return done

    def json(self, *arguments, input=""):
        done = self("--json", *arguments, input=input)
        assert done.stderr == "", done.stderr
        return json.loads(done.stdout)

    def error(self, *arguments, status, input=""):
        """The one object on standard error."""
        lines = self("--json", *arguments, input=input, status=status).stderr.splitlines()
        assert len(lines) == 1, lines
        error = json.loads(lines[0])
        assert {"error", "text", "do"} <= set(error) and error["text"], error
        return error

    def add(self, link):
        answer = self.json("add", "-", input=link)
        assert len(answer["added"]) == 1 and answer["duplicates"] == [] and answer["refused"] == [], answer
        return answer["added"][0]


def oathtool(secret, *options):
    return subprocess.run(["oathtool", "--base32", *options, secret], capture_output=True, text=True, check=True).stdout.strip()


def qr(path, text, size=6):
    subprocess.run(["qrencode", "-s", str(size), "-o", path], input=text, text=True, check=True)


def in_sandbox(kind="keychain"):
    """A story with a sandbox of its own and the program in it."""
    def mark(function):
        def told():
            with Sandbox() as sandbox:
                sandbox.start(kind)
                function(sandbox, Cli(sandbox))
        told.__name__ = function.__name__
        return story(told)
    return mark


@in_sandbox()
def accounts_are_added_listed_and_found_in_the_keychain(sandbox, cli):
    assert cli.json("list") == []
    first = cli.add(GITHUB)
    second = cli.add(COUNTED)
    third = cli.add(f"otpauth://steam/Steam:bob?secret={OTHER}&issuer=Steam")
    assert cli.json("list") == [
        {"id": first, "issuer": "GitHub", "name": "alice", "type": "totp", "algorithm": "SHA1", "digits": 6, "period": 30,
         "counter": None},
        {"id": second, "issuer": "Bank", "name": "carol", "type": "hotp", "algorithm": "SHA1", "digits": 6, "period": None,
         "counter": 5},
        {"id": third, "issuer": "Steam", "name": "bob", "type": "steam", "algorithm": "SHA1", "digits": 5, "period": 30,
         "counter": None}]
    assert "GitHub, alice" in cli("list").stdout
    for slot in "ab":
        stored = sandbox.run_tool("secret-tool", "lookup", "user", "watchword/accounts/" + slot, "server", "Watchword")
        assert SECRET in stored and OTHER in stored, "slot " + slot
    keyrings = os.path.join(sandbox.home, ".local/share/keyrings")
    assert find_secret(SECRET, [sandbox.home, sandbox.run, sandbox.temporary], skip=[keyrings]) == []


@in_sandbox()
def a_code_is_the_one_that_oathtool_gives(_, cli):
    number = cli.add(GITHUB)
    for moment in (0, 29, 30, 1234567890, 16725225600):
        expected = oathtool(SECRET, "--totp", f"--now=@{moment}")
        following = oathtool(SECRET, "--totp", f"--now=@{moment + 30}")
        assert cli("code", "GitHub", "--at", str(moment)).stdout == expected + "\n"
        assert cli("code", "github", f"--at={moment}", "--next").stdout == following + "\n"
        assert cli.json("code", "ALICE", "--at", str(moment)) == {
            "id": number, "issuer": "GitHub", "name": "alice", "type": "totp", "code": expected, "next": following,
            "valid_from": moment // 30 * 30, "valid_until": moment // 30 * 30 + 30}
    for name in (number, "GITHUB:alice", "alice", "GitHub"):
        before = oathtool(SECRET, "--totp")
        printed = cli("code", name).stdout.strip()
        assert printed in (before, oathtool(SECRET, "--totp")), name


@in_sandbox()
def a_counter_is_saved_before_its_code_is_printed(_, cli):
    number = cli.add(COUNTED)
    assert cli("code", "Bank").stdout.strip() == oathtool(OTHER, "--hotp", "--counter=5")
    assert cli.json("list")[0]["counter"] == 6
    assert cli.json("code", number) == {"id": number, "issuer": "Bank", "name": "carol", "type": "hotp",
                                        "code": oathtool(OTHER, "--hotp", "--counter=6"), "next": None,
                                        "valid_from": None, "valid_until": None}
    for options in (["--next"], ["--at", "59"]):
        cli.error("code", "Bank", *options, status=2)
    assert cli.json("list")[0]["counter"] == 7


@in_sandbox()
def a_counter_that_is_not_confirmed_in_time_is_said(sandbox, cli):
    number = cli.add(COUNTED)
    lock = os.path.join(sandbox.home, ".local/share/org.watchword.Watchword/vault.lock")

    def hold():
        with open(lock, "w", encoding="ascii") as file:
            file.write("4711\nwatchword\nanother-computer\n" + "0" * 32 + "\n" + "0" * 8 + "-0000" * 3 + "-" + "0" * 12 + "\n")
    hold()
    expected = oathtool(OTHER, "--hotp", "--counter=5")
    done = cli("--json", "code", "Bank")
    assert json.loads(done.stdout) == {"id": number, "issuer": "Bank", "name": "carol", "type": "hotp", "code": expected,
                                       "next": None, "valid_from": None, "valid_until": None}
    (line,) = done.stderr.splitlines()
    warning = json.loads(line)
    assert set(warning) == {"warning", "text", "do"} and warning["warning"] == "not-confirmed" and warning["do"], warning
    done = cli("code", "Bank")
    assert done.stdout == expected + "\n" and done.stderr.strip() == warning["text"] + " " + warning["do"], done
    os.unlink(lock)
    assert cli.json("code", "Bank")["code"] == expected, "nothing was saved"


@in_sandbox()
def an_ambiguous_name_lists_what_it_could_mean(_, cli):
    first = cli.add(GITHUB)
    second = cli.add(f"otpauth://totp/GitHub:bob?secret={OTHER}&issuer=GitHub")
    error = cli.error("code", "github", status=2)
    assert error["error"] == "ambiguous"
    assert error["matches"] == [{"id": first, "issuer": "GitHub", "name": "alice"},
                                {"id": second, "issuer": "GitHub", "name": "bob"}]
    shown = cli("code", "github", status=2)
    assert shown.stdout == "" and first in shown.stderr and second in shown.stderr
    assert cli.error("code", "nobody", status=3)["error"] == "not-found"
    assert cli("code", "github:bob", "--at", "59").stdout.strip() == oathtool(OTHER, "--totp", "--now=@59")


@in_sandbox()
def an_account_is_renamed_put_into_the_trash_and_taken_out(_, cli):
    number = cli.add(GITHUB)
    other = cli.add(COUNTED)
    assert cli.json("edit", "GitHub", "--name", " work ", "--issuer=Hub") == {"id": number, "issuer": "Hub", "name": "work"}
    assert cli("edit", "hub:work", "--name=").stdout == f"It is called Hub now ({number}).\n"
    first = cli.json("list")[0]
    assert (first["id"], first["issuer"], first["name"]) == (number, "Hub", ""), first
    assert cli("code", "Hub", "--at", "59").stdout.strip() == oathtool(SECRET, "--totp", "--now=@59")
    assert cli.error("edit", "Hub", "--issuer=", status=2)["text"].startswith("The account would be without a name")
    assert cli.error("edit", "nobody", "--name=x", status=3)["error"] == "not-found"
    cli.error("edit", "Hub", "--name", "x" * 201, status=2)
    assert cli.json("list")[0] == first, "bad input changed something"

    assert cli.json("remove", "Hub") == {"id": number, "issuer": "Hub", "name": ""}
    assert [one["id"] for one in cli.json("list")] == [other]
    assert cli.json("list", "--trash") == [first]
    for command in ("code", "remove"):
        assert cli.error(command, "Hub", status=3)["error"] == "not-found"
    assert "--trash" in cli.error("restore", "Bank", status=3)["do"]
    shown = cli("restore", number)
    assert shown.stdout == f"Hub is back ({number}).\n", shown
    assert cli.json("list", "--trash") == [] and "The trash is empty" in cli("list", "--trash").stderr
    assert cli.json("list")[0] == first
    assert f"restore {other}" in cli("remove", "Bank").stdout
    assert cli("code", number, "--at", "59").stdout.strip() == oathtool(SECRET, "--totp", "--now=@59")


@in_sandbox()
def the_same_account_is_said_and_not_added_again(_, cli):
    number = cli.add(GITHUB)
    again = cli.json("add", "-", input=GITHUB.replace("alice", "another"))
    assert again == {"added": [], "duplicates": [{"id": number, "issuer": "GitHub", "name": "alice"}], "refused": []}
    assert "already" in cli("add", GITHUB).stdout
    assert len(cli.json("list")) == 1


@in_sandbox()
def one_secret_in_two_links_is_added_once_and_said(_, cli):
    again = GITHUB.replace("alice", "another")
    answer = cli.json("add", "-", input="\n".join([GITHUB, COUNTED, again, COUNTED]))
    first, second = answer["added"]
    assert answer["duplicates"] == [{"id": first, "issuer": "GitHub", "name": "alice"},
                                    {"id": second, "issuer": "Bank", "name": "carol"}], answer
    assert answer["refused"] == [] and len(cli.json("list")) == 2
    answer = cli.json("add", "-", input=GITHUB + "\n" + again)
    assert [one["id"] for one in answer["duplicates"]] == [first, first] and answer["added"] == [], answer
    steam = f"otpauth://steam/Steam:bob?secret={OTHER}&issuer=Steam"
    shown = cli("add", "-", input=steam + "\n" + steam).stdout.splitlines()
    assert len(shown) == 2 and shown[0].startswith("Added") and "more than once" in shown[1], shown


@in_sandbox()
def each_refused_link_is_named_and_has_its_own_reason(sandbox, cli):
    broken = SECRET.replace("W", "1")
    export = "otpauth-migration://offline?data=CjEKCkhlbGxvId6tvu8"
    lines = ["# a comment, and an empty line", "", GITHUB, export, GITHUB.replace(SECRET, broken),
             f"otpauth://totp/{broken}?secret={broken}", f"otpauth://totp/secret={SECRET}",
             f"otpauth://totp/x?secret={OTHER}&algorithm=M%E2%80%AED5&issuer=Shop",
             f"otpauth://totp/y?secret={OTHER}&digits=99,{export}", "phonefactor://activate_account?code=123456789"]
    done = cli("--json", "add", "-", input="\r\n".join(lines), status=1)
    answer = json.loads(done.stdout)
    assert len(answer["added"]) == 1 and answer["duplicates"] == [], answer
    assert [one["what"] for one in answer["refused"]] == [
        "Line 4", "GitHub:alice", "Line 6", "Line 7", "Shop:x", "y", "Line 9", "Line 10"], answer
    reasons = [one["why"] for one in answer["refused"]]
    assert "damaged or cut off" in reasons[0] and reasons[6] == reasons[0], reasons
    assert "“1”" in reasons[1] and "“M\ufffdD5”" in reasons[4] and "Microsoft Authenticator" in reasons[7], reasons
    # A refused line beside good ones makes it a failure for a person too, who is told which it is.
    shown = cli("add", "-", input="\n".join(lines), status=1)
    assert shown.stderr.splitlines()[0].startswith("Line 4: This export of Google Authenticator is damaged"), shown.stderr
    for text in (done.stdout, done.stderr, shown.stdout, shown.stderr):
        for hidden in (SECRET, broken, OTHER, "otpauth-migration", "\u2068", "\\u2068", "\\u2069"):
            assert hidden not in text, (hidden, text)
    # Alone it is no less itself; a picture's name stands for its line.
    alone = json.loads(cli("--json", "add", "-", input=export, status=1).stdout)
    assert [one["what"] for one in alone["refused"]] == ["Line 1"] and alone["refused"][0]["why"] == reasons[0], alone
    web = json.loads(cli("--json", "add", "-", input="https://example.org/", status=1).stdout)["refused"]
    assert len(web) == 1 and "example.org" in web[0]["why"] and "\u2068" not in web[0]["why"], web
    picture = os.path.join(sandbox.home, "export.png")
    qr(picture, export)
    pictured = json.loads(cli("--json", "add", "--image", picture, status=1).stdout)["refused"]
    assert pictured == [{"what": picture, "why": reasons[0]}], pictured
    wide = GITHUB.encode("utf-16") + "\r\n".encode("utf-16-le") + export.encode("utf-16-le")
    done = subprocess.run([cli.program, "--json", "add", "-"], env=sandbox.environment, input=wide, capture_output=True,
                          timeout=60, check=False)
    assert done.returncode == 1 and len(json.loads(done.stdout)["refused"]) == 1, done
    assert len(json.loads(done.stdout)["duplicates"]) == 1 and len(cli.json("list")) == 1, done


@in_sandbox()
def an_export_of_google_authenticator_is_put_together(sandbox, cli):
    """Two exports mixed, repeated and out of order: as links, then as pictures with what is missing named."""
    keys = [bytes([number]) * 20 for number in range(5)]
    accounts = [{"secret": key, "name": f"Shop {number}:u{number}", "issuer": f"Shop {number}", "algorithm": number % 3 + 1,
                 "digits": number % 2 + 1, "type": 2} for number, key in enumerate(keys)]
    first, second, third = google_export.parts(accounts, 2, batch_id=-7)
    other = google_export.parts([{"secret": b"another key", "name": "Else:me"}, {"name": "No key:x"}], 1, version=2)
    answer = json.loads(cli("--json", "add", "-", input="\n".join([third, other[0], first, third, second, other[1]]),
                            status=1).stdout)
    assert len(answer["added"]) == 6 and answer["duplicates"] == [], answer
    assert [one["what"] for one in answer["refused"]] == ["No key:x"], answer
    assert [one["name"] for one in cli.json("list")] == ["u0", "u1", "u2", "u3", "u4", "me"]
    for number, key in enumerate(keys):
        expected = oathtool(base64.b32encode(key).decode(), f"--totp={('sha1', 'sha256', 'sha512')[number % 3]}",
                            f"--digits={(6, 8)[number % 2]}", "--now=@59")
        assert cli.json("code", f"Shop {number}", "--at", "59")["code"] == expected, number

    # Pictures: one of two exports is not whole.
    more = google_export.parts([dict(one, secret=one["secret"] * 2, name="v") for one in accounts], 2, batch_id=9)
    pictures = []
    for number, link in enumerate([more[2], more[0], first]):
        pictures.append(os.path.join(sandbox.home, f"{number}.png"))
        qr(pictures[-1], link)
    shown = cli("scan", *pictures, status=1)
    assert "part 3 of 3, with 1 account" in shown.stdout and "part 1 of 3, with 2 accounts" in shown.stdout, shown.stdout
    notes = shown.stderr.splitlines()
    assert len(notes) == 2 and notes[0].startswith("Part 2 of 3 is missing.") and notes[1].startswith(
        "Parts 2 and 3 of 3 are missing."), notes
    assert cli.error("scan", pictures[0], status=1)["error"] == "parts-missing"
    images = [word for picture in pictures[:2] for word in ("--image", picture)]
    shown = cli("add", *images, status=1)
    assert len(shown.stdout.splitlines()) == 3, shown.stdout
    assert shown.stderr.startswith("The export: Part 2 of 3 is missing."), shown.stderr
    qr(pictures[2], more[1])
    answer = cli.json("add", *images, "--image", pictures[2])
    assert len(answer["added"]) == 2 and len(answer["duplicates"]) == 3 and answer["refused"] == [], answer
    assert len(cli.json("list")) == 11
    for text in (shown.stdout, shown.stderr):
        assert "otpauth" not in text and not any(base64.b32encode(key).decode() in text for key in keys)


@in_sandbox()
def a_result_that_cannot_be_written_is_a_failure(sandbox, cli):
    cli.add(GITHUB)
    for arguments in (["code", "GitHub"], ["list"], ["help"], ["--version"], ["--json", "doctor"]):
        for where in (">/dev/full", ">&-"):
            done = subprocess.run(["sh", "-c", 'exec "$0" "$@" ' + where, cli.program, *arguments], env=sandbox.environment,
                                  text=True, capture_output=True, timeout=60, check=False)
            assert done.returncode == 1 and done.stdout == "", (arguments, where, done)
            assert len(done.stderr.splitlines()) == 1 and "standard output" in done.stderr, (arguments, where, done)
    assert json.loads(done.stderr)["error"] == "write-failed", done


@in_sandbox()
def bad_input_gets_one_sentence_and_changes_nothing(sandbox, cli):
    cli.add(GITHUB)
    before = cli.json("list")
    files = {name: os.path.join(sandbox.home, name) for name in ("large.png", "binary", "empty.png", "blank.png", "web.png")}
    with open(files["large.png"], "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + b"x" * 20_000_000)
    with open(files["binary"], "wb") as file:
        file.write(os.urandom(5000))
    open(files["empty.png"], "wb").close()
    subprocess.run(["convert", "-size", "300x300", "xc:white", files["blank.png"]], check=True)
    qr(files["web.png"], "https://example.org/login")
    fifo = os.path.join(sandbox.home, "fifo.png")
    os.mkfifo(fifo)
    for status, arguments, typed in (
            (1, ["add", "-"], "https://example.org/login"),
            (1, ["add", "-"], GITHUB.replace(SECRET, "JBSW1DPE")),
            (1, ["add", "-"], GITHUB.replace("SHA1", "MD5")),
            (1, ["add", "-"], GITHUB.replace("digits=6", "digits=66")),
            (1, ["add", "-"], ""),
            (1, ["add", "-"], "x" * 2_000_000),
            (1, ["add", "-"], "\u202ehello <img src=/etc/passwd>"),
            (1, ["add", "--image", files["large.png"]], ""),
            (1, ["add", "--image", files["binary"]], ""),
            (1, ["add", "--image", files["empty.png"]], ""),
            (1, ["add", "--image", files["web.png"]], ""),
            (1, ["add", "--image", os.path.join(sandbox.home, "missing.png")], ""),
            (1, ["add", "--image", sandbox.home], ""),
            (1, ["add", "--image", fifo], ""),
            (3, ["add", "--image", files["blank.png"]], ""),
            (1, ["add", "--screen"], "")):
        shown = cli(*arguments, input=typed, status=status)
        assert shown.stdout == "" and len(shown.stderr.strip().splitlines()) == 1, (arguments, typed[:60], shown)
        assert "\u202e" not in shown.stderr and SECRET not in shown.stderr, shown.stderr
        cli.error(*arguments, input=typed, status=status)
    sandbox.environment["WAYLAND_DISPLAY"] = "wayland-0"
    assert cli.error("add", "--screen", status=1)["error"] == "portal-missing"
    del sandbox.environment["WAYLAND_DISPLAY"]
    refused = json.loads(cli("--json", "add", "-", input="https://example.org/login", status=1).stdout)
    assert refused["added"] == [] and len(refused["refused"]) == 1 and set(refused["refused"][0]) == {"what", "why"}
    assert cli.json("list") == before


@in_sandbox()
def a_name_from_outside_shows_itself_and_does_nothing(_, cli):
    name = "<img src=/etc/passwd>\u202eevil"
    number = cli.add(f"otpauth://totp/%3Cimg%20src%3D%2Fetc%2Fpasswd%3E%E2%80%AEevil?secret={SECRET}")
    table = cli("list").stdout
    assert "<img src=/etc/passwd>" in table and "\u202e" not in table, table
    raw = cli("--json", "list").stdout
    assert "\u202e" not in raw and json.loads(raw)[0]["name"] == name
    assert cli("code", number, "--at", "59").stdout.strip() == oathtool(SECRET, "--totp", "--now=@59")


@in_sandbox("plain")
def wrong_use_ends_with_two(_, cli):
    for arguments in ([], ["dance"], ["list", "x"], ["code"], ["code", "a", "b"], ["code", "a", "--at"], ["code", "a", "--at", "soon"],
                      ["code", "a", "--at=-1"], ["code", "a", "--loud"], ["add"], ["add", "-", "--screen"], ["add", "--image"],
                      ["list", "--next"], ["scan"], ["doctor", "x"], ["help", "dance"], ["edit", "a"], ["edit", "--name=x"],
                      ["edit", "a", "--name"], ["edit", "a", "b", "--name=x"], ["remove"], ["remove", "a", "--trash"],
                      ["restore", "a", "b"]):
        cli(*arguments, status=2)
        if "--json" not in arguments:
            cli.error(*arguments, status=2)
    for arguments in (["--help"], ["help"], ["help", "add"], ["help", "edit"], ["help", "remove"], ["help", "restore"],
                      ["code", "--help"], ["--version"]):
        assert cli(*arguments).stdout.strip()
    assert "watchword-cli" in cli("add", "--help").stdout


@in_sandbox("plain")
def scan_says_what_codes_are_and_reveals_only_when_asked(sandbox, cli):
    account, web, blank = (os.path.join(sandbox.home, name) for name in ("account.png", "web.png", "blank.png"))
    qr(account, GITHUB)
    qr(web, "https://example.org/")
    subprocess.run(["convert", "-size", "300x300", "xc:white", blank], check=True)
    answer = cli.json("scan", account, web, blank)
    assert [one["file"] for one in answer] == [account, web, blank]
    assert [[code["kind"] for code in one["codes"]] for one in answer] == [["account"], ["other"], []]
    assert all(set(one) == {"file", "codes", "ms"} and isinstance(one["ms"], int) for one in answer)
    code = answer[0]["codes"][0]
    assert set(code) == {"kind", "corners"} and len(code["corners"]) == 4
    (left, top), (right, _), (_, bottom), _ = code["corners"]
    assert left < right and top < bottom, "clockwise from top left"
    assert cli.json("scan", "--reveal", account)[0]["codes"][0]["text"] == GITHUB
    shown = cli("scan", account)
    assert SECRET not in shown.stdout + shown.stderr
    assert SECRET in cli("scan", "--reveal", account).stdout
    unreadable = cli("--json", "scan", account, "/nowhere.png", status=1)
    listed = json.loads(unreadable.stdout)
    assert len(listed) == 2 and set(listed[1]) == {"file", "error"} and json.loads(unreadable.stderr)
    nothing = cli("--json", "scan", blank, status=3)
    assert json.loads(nothing.stdout)[0]["codes"] == []


@in_sandbox()
def a_picture_of_a_code_is_added(sandbox, cli):
    picture = os.path.join(sandbox.home, "code.png")
    qr(picture, GITHUB)
    assert len(cli.json("add", "--image", picture)["added"]) == 1
    assert cli("code", "alice", "--at", "59").stdout.strip() == oathtool(SECRET, "--totp", "--now=@59")


@in_sandbox()
def drawings_and_pdfs_are_scanned_and_added(sandbox, cli):
    code, blank, pages, many, locked = (os.path.join(sandbox.home, name) for name in
                                        ("code.svg", "blank.svg", "pages.pdf", "many.pdf", "locked.pdf"))
    subprocess.run(["qrencode", "-t", "SVG", "-o", code], input=GITHUB, text=True, check=True)
    with open(blank, "w", encoding="utf-8") as file:
        file.write('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 4"><text y="3">Dear Ms Example</text></svg>')
    for path, contents in ((pages, [blank, code]), (many, [code] + [blank] * 20)):
        subprocess.run(["rsvg-convert", "--format=pdf", "--output=" + path, *contents], check=True)
    subprocess.run(["qpdf", "--encrypt", "sesame", "owner", "256", "--", pages, locked], check=True)

    drawing, paged = cli.json("scan", code, pages)
    assert [one["kind"] for one in drawing["codes"]] == ["account"] and "page" not in drawing["codes"][0]
    assert [(one["page"], one["kind"]) for one in paged["codes"]] == [(2, "account")]
    assert "pages.pdf, page 2: An account." in cli("scan", pages).stdout
    first = cli("--json", "scan", many)
    assert json.loads(first.stderr)["warning"] == "pages-left-out" and len(json.loads(first.stdout)[0]["codes"]) == 1
    assert "Only the first 20 pages" in cli("scan", many).stderr

    assert len(cli.json("add", "--image", pages)["added"]) == 1
    assert cli("code", "alice", "--at", "59").stdout.strip() == oathtool(SECRET, "--totp", "--now=@59")
    added = cli("add", "--image", many)
    assert "there already" in added.stdout and "Only the first 20 pages" in added.stderr
    assert cli.error("add", "--image", locked, status=1)["error"] == "locked-document"
    assert cli.error("add", "--image", blank, status=3)["text"] == "There is no QR code in the picture."
    subprocess.run(["rsvg-convert", "--format=pdf", "--output=" + pages, *[blank] * 21], check=True)
    assert "first 20 pages" in cli.error("add", "--image", pages, status=3)["text"]
    assert "first 20 pages" in cli.error("scan", pages, status=3)["text"]


@in_sandbox()
def doctor_tells_a_locked_keychain_without_a_prompt(sandbox, cli):
    healthy = cli.json("doctor")
    assert set(healthy) == {"state", "provider", "protection", "accounts", "pushAccounts", "refusedRequests", "items", "problems"}, healthy
    assert (healthy["pushAccounts"], healthy["refusedRequests"]) == (0, 0)
    assert healthy["state"] == "empty" and healthy["accounts"] == 0 and healthy["provider"] == "gnome-keyring-d"
    cli.add(GITHUB)
    filled = cli.json("doctor")
    assert (filled["state"], filled["accounts"], filled["items"], filled["protection"]) == ("unlocked", 1, 2, "keychain"), filled
    keyring.lock(sandbox.bus.address)
    started = time.monotonic()
    locked = cli("--json", "doctor", status=4)
    assert time.monotonic() - started < 10, "it waited for something"
    report = json.loads(locked.stdout)
    assert report["state"] == "locked" and report["problems"][0]["id"] == "keychain-locked", report
    assert (report["pushAccounts"], report["refusedRequests"]) == (None, None), report
    assert set(report["problems"][0]) == {"id", "text", "do"}
    assert json.loads(locked.stderr)["error"] == "keychain-locked"
    assert keyring.is_locked(sandbox.bus.address), "something asked for the password"
    keyring.unlock("test", sandbox.bus.address)
    assert cli.json("doctor")["state"] == "unlocked"


def password_file(sandbox, content, mode=0o600):
    path = os.path.join(sandbox.home, "password")
    with open(path, "wb") as file:
        file.write(content)
    os.chmod(path, mode)
    return path


def on_terminal(sandbox, arguments, *typed):
    """(exit status, what the terminal showed, standard output) of the program on a terminal of its own; each answer is typed
    when it asks."""
    reading, writing = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(writing, 1)
        os.execve(os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli"), ["watchword-cli", *arguments], sandbox.environment)
    os.close(writing)
    shown, todo, asked = b"", list(typed), 0
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
        if todo and shown.count(b"not shown):") > asked:
            asked += 1
            os.write(terminal, todo.pop(0))
    with os.fdopen(reading, "rb") as pipe:
        output = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return status, shown.decode(), output.decode()


@in_sandbox()
def a_password_comes_from_a_file(sandbox, cli):
    folder = password_vaults.give(sandbox)
    right = password_file(sandbox, PASSWORD.encode() + b"\nmore\n")
    assert [one["name"] for one in cli.json("--password-file", right, "list")] == ["bob", "alice"]
    timed = cli("code", "GitHub", "--at", "59", "--password-file", right).stdout.strip()
    assert timed == "287082", timed
    counted = [cli("--password-file=" + right, "code", "Bank").stdout.strip() for _ in range(2)]
    assert counted == [oath_counted(OTHER, 42), oath_counted(OTHER, 43)], counted
    cli("add", "-", "--password-file", right, input=GITHUB)
    assert len(cli.json("--password-file", right, "list")) == 3
    report = cli.json("doctor", "--password-file", right)
    assert (report["state"], report["protection"], report["accounts"]) == ("unlocked", "password", 3), report
    assert stat.S_IMODE(os.stat(os.path.join(folder, "book")).st_mode) == 0o600
    crlf = password_file(sandbox, PASSWORD.encode() + b"\r\n")
    cli("list", "--password-file", crlf)
    assert keyring.items({"server": "Watchword"}, sandbox.bus.address)[0] == [], "something lies in the keychain"


@in_sandbox()
def a_file_that_others_may_read_gives_no_password(sandbox, cli):
    password_vaults.give(sandbox)
    for mode in (0o640, 0o604, 0o644, 0o660):
        path = password_file(sandbox, PASSWORD.encode(), mode)
        assert cli.error("list", "--password-file", path, status=5)["error"] == "password-file-unsafe"
    os.unlink(path)
    os.mkfifo(path, 0o600)
    assert cli.error("list", "--password-file", path, status=5)["error"] == "password-file-unsafe"  # and does not hang
    os.unlink(path)
    assert cli.error("list", "--password-file", path, status=5)["error"] == "file-not-found"
    assert cli.error("list", "--password-file", password_file(sandbox, b"\nsecond"), status=5)["error"] == "empty-input"
    assert cli.error("list", "--password-file", password_file(sandbox, b"x" * 5000), status=5)["error"] == "too-large"
    assert cli.error("list", "--password-file", password_file(sandbox, b"\xff\xfe"), status=1)["error"] == "not-text"
    for wrong in (PASSWORD.encode() + b" \n", b"x", PASSWORD.upper().encode()):
        assert cli.error("list", "--password-file", password_file(sandbox, wrong), status=5)["error"] == "wrong-password"


@in_sandbox()
def a_password_is_asked_for_on_the_terminal_and_not_shown(sandbox, cli):
    password_vaults.give(sandbox)
    right, wrong = PASSWORD.encode(), "fälsch".encode()
    status, shown, output = on_terminal(sandbox, ["list"], right + b"\n")
    assert status == 0 and "alice" in output, (status, shown, output)
    assert "staple" not in shown and "alice" not in shown, shown
    # Taken back by characters, not by bytes; and begun anew.
    status, shown, _ = on_terminal(sandbox, ["list"], "xä\x7f\x7fnonsense\x15".encode() + right + "ö".encode() + b"\x7f\r")
    assert status == 0, shown
    status, shown, _ = on_terminal(sandbox, ["list"], wrong + b"\n", b"another\n", right + b"\n")
    assert status == 0 and shown.count("That is not the password.") == 2, shown
    status, shown, output = on_terminal(sandbox, ["--json", "list"], *[wrong + b"\n"] * 4)
    assert status == 5 and shown.count("not shown):") == 3 and '"wrong-password"' in shown and output == "", shown
    for given_up in (b"abc\x03", b"\x04", b"\n"):
        status, shown, output = on_terminal(sandbox, ["--json", "list"], given_up)
        assert status == 5 and '"password-needed"' in shown and output == "", (given_up, status, shown)


@in_sandbox()
def without_anybody_to_ask_a_password_vault_stays_closed(sandbox, cli):
    folder = password_vaults.give(sandbox)
    environment = dict(sandbox.environment, WATCHWORD_PASSWORD=PASSWORD, PASSWORD=PASSWORD)
    program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
    done = subprocess.run([program, "--json", "list"], env=environment, input=PASSWORD + "\n", text=True, capture_output=True,
                          start_new_session=True, timeout=60, check=False)
    assert done.returncode == 5 and json.loads(done.stderr)["error"] == "password-needed", done
    done = subprocess.run([program, "list", "--password", PASSWORD], env=environment, text=True, capture_output=True,
                          start_new_session=True, timeout=60, check=False)
    assert done.returncode == 2, done  # there is no such option
    report = cli.json("doctor")  # which asks nobody
    assert (report["state"], report["protection"], report["accounts"]) == ("password", "password", 0), report
    assert not [one for one in report["problems"] if one["id"] == "password"], report
    # Damaged, with no copy of before: other words than for a wrong password.
    password_vaults.damage(folder)
    right = password_file(sandbox, PASSWORD.encode())
    assert cli.error("list", "--password-file", right, status=1)["error"] == "damaged"
    assert cli.error("list", "--password-file", password_file(sandbox, b"x"), status=5)["error"] == "wrong-password"


def oath_counted(secret, counter):
    return subprocess.run(["oathtool", "--hotp", "--base32", "--counter", str(counter), secret], capture_output=True, text=True,
                          check=True).stdout.strip()


@story
def a_keyring_without_a_password_is_said():
    for password, is_clear in ("", True), ("test", False):
        with Sandbox() as sandbox:
            sandbox.start_bus()
            sandbox.start_keyring(None)
            keyring.make_default(keyring.make(password, sandbox.bus.address), sandbox.bus.address)
            cli = Cli(sandbox)
            # Nothing of ours: gnome-keyring loses texts of several lines when it reads such a keyring again.
            subprocess.run(["secret-tool", "store", "--label=a key", "of", "another"], env=sandbox.environment, input=SECRET, text=True,
                           check=True, timeout=20)
            folder = os.path.join(sandbox.environment["XDG_DATA_HOME"], "keyrings")
            text = b"".join(open(os.path.join(folder, name), "rb").read() for name in os.listdir(folder))
            assert (SECRET.encode() in text) == is_clear, "gnome-keyring does otherwise than was measured"
            problems = [one["id"] for one in cli.json("doctor")["problems"]]
            assert ("keyring-in-clear" in problems) == is_clear, problems
            done = cli("add", "-", input=GITHUB, status=4 if is_clear else 0)
            assert ("no password" in done.stderr) == is_clear, done.stderr
            assert bool(keyring.items({"server": "Watchword"}, sandbox.bus.address)[0]) != is_clear
            # Another default keyring is another file; one that cannot be told is not spoken of.
            with open(os.path.join(folder, "default"), "w", encoding="ascii") as file:
                file.write("../login")
            assert "keyring-in-clear" not in str(cli.json("doctor"))


def exchange_secret(sandbox, slot, secret=None):
    """What lies in a slot of the keychain, after putting something else there."""
    (item, *_), _ = keyring.items({"user": "watchword/accounts/" + slot, "server": "Watchword"}, sandbox.bus.address)

    def talk(call):
        _, session = call(keyring.PATH, keyring.SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        (held,) = call(item, "org.freedesktop.Secret.Item", "GetSecret", GLib.Variant("(o)", (session,)))
        if secret is not None:
            call(item, "org.freedesktop.Secret.Item", "SetSecret",
                 GLib.Variant("((oayays))", ((session, b"", bytes(secret), "text/plain"),)))
        return held[2]
    return keyring._call(sandbox.bus.address, None, None, talk, None)


@in_sandbox()
def accounts_that_are_gone_or_doubled_promise_no_more_than_the_program_can(sandbox, cli):
    def said(state):
        report = json.loads(cli("--json", "doctor", status=1).stdout)
        problem = report["problems"][0]
        assert report["state"] == state and problem["id"] == state, report
        for word in ("restore", "backup", "asks what to do"):
            assert word not in problem["text"] + problem["do"], problem
        assert "Nothing was changed" in problem["do"], problem
        cli.error("list", status=1)
    cli.add(GITHUB)
    others = exchange_secret(sandbox, "b")
    for slot in "ab":
        sandbox.run_tool("secret-tool", "clear", "user", "watchword/accounts/" + slot, "server", "Watchword")
    said("gone")
    shutil.rmtree(os.path.join(sandbox.home, ".local/share/org.watchword.Watchword"))
    cli.add(COUNTED)
    exchange_secret(sandbox, "b", others)
    said("two-vaults")


@in_sandbox("plain")
def without_a_bus_everything_that_needs_the_keychain_ends_with_four(_, cli):
    assert cli.error("list", status=4)["error"] == "no-bus"
    cli.error("code", "GitHub", status=4)
    cli.error("add", "-", input=GITHUB, status=4)
    report = json.loads(cli("--json", "doctor", status=4).stdout)
    assert report["state"] == "unavailable" and report["problems"], report


@in_sandbox()
def another_data_directory_is_another_vault(sandbox, cli):
    cli.add(GITHUB)
    apart = os.path.join(sandbox.home, "apart")
    assert cli.json("--data-dir", apart, "list") == []
    assert len(cli.json("add", "-", "--data-dir=" + apart, input=COUNTED)["added"]) == 1
    assert [one["issuer"] for one in cli.json("list")] == ["GitHub"]
    assert [one["issuer"] for one in cli.json("list", "--data-dir", apart)] == ["Bank"]
    unsafe = os.path.join(sandbox.home, "unsafe")
    os.mkdir(unsafe)
    os.chmod(unsafe, 0o777)
    assert cli.error("list", "--data-dir", unsafe, status=1)["error"] == "unsafe-directory"


@in_sandbox("plain")
def a_link_as_an_argument_cannot_be_read_by_others(sandbox, cli):
    process = subprocess.Popen([cli.program, "add", "-", "--data-dir", GITHUB], env=sandbox.environment, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 10
        while True:
            with open(f"/proc/{process.pid}/cmdline", "rb") as file:
                line = file.read()
            if line and SECRET.encode() not in line:
                break
            assert time.monotonic() < deadline, line
            time.sleep(0.01)
        assert line.startswith(cli.program.encode())
    finally:
        process.kill()
        process.communicate()


if __name__ == "__main__":
    run()
