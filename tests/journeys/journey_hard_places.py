#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder that may not be used, things that lie where files should be, and a full disk: what the program says, that nothing is
lost, and that all is well again afterwards. On a real keychain, which lives elsewhere."""
import json
import os
import re
import shutil
import socket
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import hard_places, keyring, secrets, slots  # noqa: E402
from support.desktop import Desktop  # noqa: E402
from support.sandbox import Sandbox  # noqa: E402
from support.story import run, story  # noqa: E402

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GITHUB = f"otpauth://totp/GitHub:alice?secret={SECRET}&issuer=GitHub"
COUNTED = f"otpauth://hotp/Bank:carol?secret={OTHER}&issuer=Bank&counter=5"
PERMISSIONS = {"no-permission", "unsafe-directory"}


def fresh(number):
    """A link that is not there yet."""
    return f"otpauth://totp/Shop:user{number}?secret={OTHER[:24]}{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}" \
           f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number // 26]}{OTHER[:6]}&issuer=Shop"


class Watchword:
    """The command line, and what the vault looks like from outside."""

    def __init__(self, sandbox, folder=None):
        self.sandbox = sandbox
        self.folder = folder or os.path.join(sandbox.environment["XDG_DATA_HOME"], "org.watchword.Watchword")
        self.more = ["--data-dir", folder] if folder else []
        self.program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
        assert os.access(self.program, os.X_OK), f"user {os.geteuid()} may not start {self.program}"

    def __call__(self, *arguments, input="", json=True):
        return subprocess.run([self.program, *(["--json"] if json else []), *self.more, *arguments],
                              env=self.sandbox.environment, input=input, capture_output=True, text=True, timeout=60, check=False)

    def add(self, number):
        return self("add", "-", input=fresh(number))

    def names(self):
        done = self("list")
        assert done.returncode == 0, done.stderr
        return [f"{one['issuer']}:{one['name']}" for one in json.loads(done.stdout)]

    def stored(self):
        """The newest whole document in the keychain, and whether both slots hold it; read past the program."""
        reader = slots.Slots(self.sandbox.bus)
        texts = reader.read()
        reader.close()
        return slots.newest(texts), texts[0] == texts[1]

    def files(self):
        """Every file of the folder, with what is in it."""
        found = {}
        for name in sorted(os.listdir(self.folder)):
            path = os.path.join(self.folder, name)
            if name != "filler" and os.path.isfile(path) and not os.path.islink(path):
                with open(path, "rb") as file:
                    found[name] = file.read()
        return found


def said(done):
    """The names of the errors and warnings that it says, each with a sentence and with what to do."""
    found = []
    for line in done.stderr.splitlines():
        one = json.loads(line)
        assert one["text"].endswith(".") and one["do"].endswith("."), one
        found.append(one.get("error") or one["warning"])
    return found


def somewhere(prepare, kind="keychain"):
    """A story in a sandbox of its own, after `prepare` changed what this process may do or where."""
    def mark(function):
        def told():
            secrets.note(GITHUB, COUNTED, *(fresh(number) for number in range(60)))
            if os.geteuid() == 0 and prepare is hard_places.become_nobody_special:
                for name in ("WATCHWORD_KEPT_LOGS", "WATCHWORD_NOTED_SECRETS", "WATCHWORD_ARTIFACTS"):
                    os.environ.pop(name, None)  # root's
            prepare()
            if kind == "desktop":
                with Desktop() as desktop:
                    function(desktop)
                return
            with Sandbox() as sandbox:
                sandbox.start(kind)
                function(sandbox)
        told.__name__ = function.__name__
        return story(told)
    return mark


# As a user who may not do everything

@somewhere(hard_places.become_nobody_special)
def rights_that_are_missing_are_said_and_change_nothing(sandbox):
    watchword = Watchword(sandbox)
    assert watchword("add", "-", input=GITHUB).returncode == 0
    assert watchword("add", "-", input=COUNTED).returncode == 0
    folder, above = watchword.folder, os.path.dirname(watchword.folder)
    book, mark = os.path.join(folder, "book"), os.path.join(folder, "vault.id")
    lock = os.path.join(folder, "vault.lock")
    names = ["GitHub:alice", "Bank:carol"]
    number = 0
    open(lock, "w", encoding="ascii").close()
    for what, path, mode, reads, saves in (
            # what the list and what an added account answer: names of errors and warnings; None when it goes well
            ("the folder cannot be written to", folder, 0o500, None, "no-permission"),
            ("the folder cannot be listed", folder, 0o300, None, "book-forbidden"),
            ("the folder cannot be entered", folder, 0o600, "no-permission", "no-permission"),
            ("the folder has no rights", folder, 0o000, "no-permission", "no-permission"),
            ("the folder above cannot be entered", above, 0o600, "no-permission", "no-permission"),
            ("the group may write to the folder", folder, 0o770, "unsafe-directory", "unsafe-directory"),
            ("all may write to the folder", folder, 0o707, "unsafe-directory", "unsafe-directory"),
            ("the book cannot be read", book, 0o000, "book-forbidden", "book-forbidden"),
            ("the mark cannot be read", mark, 0o000, "no-permission", "no-permission"),
            ("the lock cannot be read", lock, 0o000, None, "no-permission")):
        if path != lock and os.path.exists(lock):
            os.unlink(lock)
        elif path == lock:
            open(lock, "w", encoding="ascii").close()
        before, files, right = watchword.stored(), watchword.files(), os.stat(path).st_mode & 0o7777
        os.chmod(path, mode)
        listed = watchword("list")
        added = watchword.add(number)
        person = watchword("list", json=False)
        os.chmod(path, right)
        print(f"INFO   : {what} | list: {reads or 'goes well'} | add: {saves} | {added.stderr.strip()}", flush=True)
        assert said(listed) == ([reads] if reads else []), (what, listed)
        assert said(added) == [saves], (what, added)
        assert len(person.stderr.strip().splitlines()) == (1 if reads else 0), (what, person)
        if reads in PERMISSIONS:
            assert listed.returncode == 1 and listed.stdout == "", (what, listed)
        else:
            assert listed.returncode == 0 and len(json.loads(listed.stdout)) == len(names), (what, listed)
        if saves == "book-forbidden":
            assert added.returncode == 0 and watchword.stored()[1], (what, added)
            names.append(f"Shop:user{number}")
        else:
            assert added.returncode == 1 and watchword.stored() == before, (what, added)
            assert watchword.files() == files, f"{what}: files changed"
        if path == book:
            assert watchword.files() == files, "a book that may not be read was replaced"
        if path in (folder, above) and reads in PERMISSIONS:
            assert folder in json.loads(added.stderr)["do"], "which folder it is, is not said"
        number += 1
        assert watchword.names() == names, what
        done = watchword.add(number)
        assert done.returncode == 0 and said(done) == [], (what, done)
        names.append(f"Shop:user{number}")
        number += 1
        assert not [name for name in watchword.files() if "new-" in name or "damaged" in name], watchword.files().keys()


@somewhere(hard_places.become_nobody_special)
def a_folder_of_another_user_is_not_used(sandbox):
    for folder in ("/usr/share", "/"):
        watchword = Watchword(sandbox, folder)
        for done in (watchword("list"), watchword.add(1)):
            assert done.returncode == 1 and said(done) == ["unsafe-directory"], done
    watchword = Watchword(sandbox, "/usr/share/watchword-of-nobody")
    done = watchword("list")
    assert done.returncode == 1 and said(done) == ["no-permission"] and not os.path.exists(watchword.folder), done
    assert keyring.items({"server": "Watchword"}, sandbox.bus.address) == ([], []), "something was saved"


@somewhere(hard_places.become_nobody_special)
def what_is_no_file_does_not_stop_it(sandbox):
    """A folder, a pipe, a device and links where files should be: nothing is waited for, and no account is lost."""
    watchword = Watchword(sandbox)
    assert watchword("add", "-", input=GITHUB).returncode == 0
    names, number = ["GitHub:alice"], 0
    elsewhere = os.path.join(sandbox.home, "elsewhere")

    def listener(path):
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path)

    def full_folder(path):
        os.makedirs(os.path.join(path, "x"))

    things = {"a folder": full_folder, "a pipe": os.mkfifo, "a socket": listener,
              "a link to nothing": lambda path: os.symlink("/nowhere/at/all", path),
              "a link to a device": lambda path: os.symlink("/dev/zero", path),
              "a link to a file": lambda path: os.symlink(elsewhere, path)}
    for name in ("book", "book.1", "vault.id", "vault.lock"):
        for what, make in things.items():
            if what not in {"book": things, "book.1": ("a folder",)}.get(name, ("a folder", "a pipe", "a link to a file")):
                continue
            path, aside = os.path.join(watchword.folder, name), os.path.join(sandbox.home, "aside")
            with open(elsewhere, "wb") as file:
                file.write(b"mine")
            if os.path.exists(path):
                os.rename(path, aside)
            make(path)
            before = watchword.stored()
            listed, added = watchword("list"), watchword.add(number)
            print(f"INFO   : {name}, {what} | list: {said(listed) or 'goes well'} | add: {said(added) or 'goes well'}", flush=True)
            with open(elsewhere, "rb") as file:
                assert file.read() == b"mine", f"{name}, {what}: it was written through the link"
            if name in ("book", "book.1"):
                assert listed.returncode == 0 and added.returncode == 0, (name, what, listed, added)
                assert said(added) == (["book-not-saved"] if name == "book.1" else []), (name, what, added)
                names.append(f"Shop:user{number}")
            elif name == "vault.lock":
                assert listed.returncode == 0 and said(added) == ["write-failed"], (what, listed, added)
            elif what == "a link to nothing":
                assert listed.returncode == 0 and added.returncode == 0, (what, listed, added)
                names.append(f"Shop:user{number}")
            else:
                assert said(listed) == ["damaged"] and said(added) == ["damaged"], (what, listed, added)
                assert "vault.id" in json.loads(listed.stderr)["text"], listed
            if added.returncode != 0:
                assert watchword.stored() == before, (name, what)
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            elif os.path.lexists(path) and (added.returncode != 0 or os.path.exists(aside) and name != "book"):
                os.unlink(path)
            if os.path.exists(aside):
                if os.path.lexists(path):
                    os.unlink(aside)
                else:
                    os.rename(aside, path)
            number += 1
            assert watchword.names() == names, (name, what)
    done = watchword.add(number)
    assert done.returncode == 0 and said(done) == [], done


# On a full disk

def changes(number):
    """One of each kind; the codes of a counter are saved too."""
    return (("add", ["add", "-"], fresh(number)), ("edit", ["edit", "GitHub", f"--name=n{number}"], ""),
            ("remove", ["remove", "Shop:user0"], ""), ("restore", ["restore", "Shop:user1"], ""), ("code", ["code", "Bank"], ""))


def put_back(watchword):
    """One to be removed, and one to be taken out of the trash."""
    names = watchword.names()
    if "Shop:user0" not in names:
        assert watchword("restore", "Shop:user0").returncode == 0
    if "Shop:user1" in names:
        assert watchword("remove", "Shop:user1").returncode == 0


def tried(watchword, what, room, rows):
    """Each kind of change with so much room: saved and said, or refused and nothing changed."""
    for kind, arguments, typed in changes(len(rows) + 3):
        before, _ = watchword.stored()
        files = watchword.files()
        done = watchword(*arguments, input=typed)
        after, agree = watchword.stored()
        assert agree, f"{kind}, {what}: the slots differ"
        now = watchword.files()
        if done.returncode == 0:
            assert after.generation == before.generation + 1 and said(done) in ([], ["book-not-saved"]), (kind, what, done)
            if said(done):
                assert {name: now.get(name) for name in ("book", "book.1")} == \
                    {name: files.get(name) for name in ("book", "book.1")}, f"{kind}, {what}: the old book does not stand"
        else:
            assert said(done) == ["disk-full"] and done.returncode == 1 and done.stdout == "", (kind, what, done)
            assert after == before and now == files, f"{kind}, {what}: something changed"
        assert not [name for name in now if "new-" in name or "lock" in name or "damaged" in name], now.keys()
        outcome = "refused" if done.returncode else "saved, the book not" if said(done) else "saved"
        rows.append((room, kind, outcome))


@somewhere(hard_places.have_own_mounts)
def a_full_disk_costs_nothing(sandbox):
    watchword = Watchword(sandbox)
    disk = hard_places.SmallDisk(watchword.folder)
    for link in (GITHUB, COUNTED, fresh(0), fresh(1)):
        assert watchword("add", "-", input=link).returncode == 0
    rows = []
    for count in (0, 1, 3):
        put_back(watchword)
        disk.leave(count)
        tried(watchword, f"{count} pages free", count, rows)
        names = watchword.names()
        disk.clear()
        done = watchword.add(50 + count)
        assert done.returncode == 0 and said(done) == [], done
        assert watchword.names() == names + [f"Shop:user{50 + count}"]
    for count in (0, 1):
        put_back(watchword)
        disk.leave_files(count)
        tried(watchword, f"{count} files possible", f"{count} files", rows)
        disk.clear()
    done = watchword.add(58)
    assert done.returncode == 0 and said(done) == [], done
    for room in dict.fromkeys(room for room, _, _ in rows):
        outcomes = {kind: outcome for its_room, kind, outcome in rows if its_room == room}
        print(f"INFO   : room for {room}: " + "; ".join(f"{kind}: {outcome}" for kind, outcome in outcomes.items()), flush=True)
    assert {outcome for _, _, outcome in rows} == {"refused", "saved", "saved, the book not"}, "not all ends were met"
    disk.leave(0)
    shown = watchword("add", "-", input=fresh(59), json=False)
    assert len(shown.stderr.splitlines()) == 1 and shown.stderr.startswith("The disk is full."), shown
    disk.leave(1)
    shown = watchword("add", "-", input=fresh(59), json=False)
    assert shown.stdout.startswith("Added") and "no account is lost" in shown.stderr and "disk is full" in shown.stderr, shown


@somewhere(hard_places.have_own_mounts)
def a_first_start_on_a_full_disk_promises_nothing_that_it_cannot_keep(sandbox):
    watchword = Watchword(sandbox)
    disk = hard_places.SmallDisk(watchword.folder)
    disk.leave(0)
    done = watchword.add(1)
    assert done.returncode == 1 and said(done) == ["disk-full"] and watchword.names() == [], done
    assert watchword.stored()[0] is None and watchword.files() == {}
    disk.leave(1)
    done = watchword.add(1)
    assert done.returncode == 0 and said(done) == ["book-not-saved"] and watchword.names() == ["Shop:user1"], done
    disk.clear()
    done = watchword.add(2)
    assert done.returncode == 0 and said(done) == [] and watchword.names() == ["Shop:user1", "Shop:user2"], done
    assert {"book", "vault.id"} <= set(watchword.files()), watchword.files().keys()

    # Another folder needs a file to be told from the first.
    apart = Watchword(sandbox, os.path.join(sandbox.home, "apart"))
    disk = hard_places.SmallDisk(apart.folder)
    for leave in (disk.leave, disk.leave_files):
        leave(0)
        for done in (apart("list"), apart.add(3)):
            assert done.returncode == 1 and said(done) == ["disk-full"] and apart.files() == {}, done
    disk.clear()
    assert apart.names() == []
    done = apart.add(3)
    assert done.returncode == 0 and apart.names() == ["Shop:user3"] and len(watchword.names()) == 2, done


@somewhere(hard_places.have_own_mounts, kind="desktop")
def the_window_says_that_the_disk_is_full(desktop):
    watchword = Watchword(desktop)
    disk = hard_places.SmallDisk(watchword.folder)
    assert watchword("add", "-", input=GITHUB).returncode == 0
    disk.leave(1)
    app = desktop.start_app(fresh(0))
    app.press("The site accepted it")
    app.says("Look whether the disk is full")
    desktop.picture("full-disk-book")
    assert watchword.names() == ["GitHub:alice", "Shop:user0"]
    disk.leave(0)
    desktop.start_app(fresh(1), wait=False).process.wait(20)
    app.press("The site accepted it")
    app.says("The disk is full")
    desktop.picture("full-disk")
    disk.clear()
    assert watchword.names() == ["GitHub:alice", "Shop:user0"]
    app.press("The site accepted it")
    app.find("list item", re.compile("user1"))
    assert watchword.names() == ["GitHub:alice", "Shop:user0", "Shop:user1"]
    app.quit()


if __name__ == "__main__":
    run()
