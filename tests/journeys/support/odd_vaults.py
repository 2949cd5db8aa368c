# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Vaults as life leaves them: copied, restored from before, synchronised, cut off, of a later version. What causes them is done to
the real keychain and the real files."""
import hashlib
import json
import os
import re
import shutil
import subprocess

from . import secrets
from .slots import Slots, document

FIRST = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GITHUB = f"otpauth://totp/GitHub:alice?secret={FIRST}&issuer=GitHub"
GITLAB = "otpauth://totp/GitLab:bob?secret=MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK&issuer=GitLab"
BANK = "otpauth://hotp/Bank:eve?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Bank&counter=5"
DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))), "data", "vault")
PASSWORD = "correct horse bättery staple"  # of the vaults in tests/data/vault


class Life:
    """Vaults in one keychain and one folder, taken away and brought back as by copies, backups and synchronised disks."""

    def __init__(self, sandbox, before=None):
        self.sandbox = sandbox
        self.slots = Slots(sandbox.bus)
        self.folder = os.path.join(sandbox.environment["XDG_DATA_HOME"], "org.watchword.Watchword")
        if before is not None:
            return  # the same, after the keychain began anew
        self._copies = os.path.join(sandbox.base, "copies")
        os.mkdir(self._copies)
        # What most rows begin with, and how it was one account before.
        self.add(GITHUB)
        self.one = self.copy()
        self.add(GITLAB)
        self.two = self.copy()
        self.begin()

    def cli(self, *arguments, input=""):
        secrets.note(*arguments, input)
        program = os.path.join(os.environ["WATCHWORD_BIN"], "watchword-cli")
        return subprocess.run([program, *arguments], env=self.sandbox.environment, input=input, capture_output=True, text=True,
                              timeout=60, check=False)

    def add(self, *links):
        for link in links:
            done = self.cli("add", "-", input=link + "\n")
            assert done.returncode == 0, done.stderr

    def doctor(self, *more):
        done = self.cli("--json", "doctor", *more)
        if done.stdout:
            return json.loads(done.stdout)
        error = json.loads(done.stderr)  # of the password that was given
        return {"state": "refused", "problems": [{"id": error["error"], "text": error["text"]}]}

    def names(self, *more):
        """Whose accounts are told; None when the list is refused."""
        done = self.cli("--json", "list", *more)
        return sorted(one["issuer"] for one in json.loads(done.stdout)) if done.returncode == 0 else None

    # The keychain

    def items(self):
        return [item for item in self.slots.items().values() if item.attributes.get("server") == "Watchword"]

    def slot(self, name):
        return self.slots.read()["ab".index(name)]

    def bring_items(self, items):
        self.slots.remove()
        for item in items:
            self.slots.create(item)

    def garble(self, name, change):
        self.slots.write(name, change(self.slot(name)))

    # The folder

    def file(self, name):
        return os.path.join(self.folder, name)

    def bring_folder(self, copy):
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(copy, self.folder)

    def copy(self):
        """(what lies in the keychain, a copy of the folder)"""
        copy = os.path.join(self._copies, str(len(os.listdir(self._copies))))
        shutil.copytree(self.folder, copy)
        return self.items(), copy

    def bring(self, copy):
        self.bring_items(copy[0])
        self.bring_folder(copy[1])

    def change_file(self, name, change):
        with open(self.file(name), "rb") as file:
            content = file.read()
        with open(self.file(name), "wb") as file:
            file.write(change(content))

    def give_password_vault(self):
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        for name in ("book", "book.1"):
            shutil.copyfile(os.path.join(DATA, "password-vault-15"), self.file(name))

    def begin(self):
        """As if there never was a vault."""
        self.slots.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def everything(self):
        """All that is stored: of nothing of it a byte may change where nothing can be read."""
        files = {}
        for name in os.listdir(self.folder) if os.path.isdir(self.folder) else ():
            if name != "vault.lock":
                with open(self.file(name), "rb") as file:
                    files[name] = file.read()
        return files, sorted((item.attributes["user"], item.secret) for item in self.items())


# What causes each row; each begins with no vault.

def two_accounts(life):
    life.bring(life.two)


def one_slot(life):
    two_accounts(life)
    life.bring_items([item for item in life.items() if item.attributes["user"].endswith("/b")])


def older_book(life):
    two_accounts(life)
    life.bring_folder(life.one[1])


def newer_book(life):
    two_accounts(life)
    life.bring_items(life.one[0])


def no_book(life):
    two_accounts(life)
    shutil.rmtree(life.folder)


def flipped(content):
    return content[:300] + bytes([content[300] ^ 1]) + content[301:]


def damaged_book(life):
    two_accounts(life)
    for name in ("book", "book.1"):
        life.change_file(name, flipped)


def cut_book(life):
    two_accounts(life)
    for name in ("book", "book.1"):
        life.change_file(name, lambda content: content[:100])


def diverged(life):
    """The same folder and keychain on two computers, each with one more account, and then synchronised."""
    life.bring(life.one)
    life.add(BANK)
    ours = life.slots.read()
    theirs = next(item.secret for item in life.two[0] if item.attributes["user"].endswith("/b"))
    life.slots.write("b", theirs)
    assert document(theirs).generation == document(ours[0]).generation and theirs != ours[0]


def two_vaults(life):
    """Two keychains that are synchronised item by item: each has one slot that was written last."""
    life.add(BANK)
    ours = life.slot("a")
    two_accounts(life)
    life.slots.write("a", ours)


def another_vaults_book(life):
    """Somebody copies the folder to a computer whose keychain has accounts already."""
    life.add(BANK)
    life.bring_folder(life.two[1])


def damaged_slots(life):
    two_accounts(life)
    life.garble("a", lambda text: text[:-10])
    life.garble("b", lambda text: text.replace(b"GitHub", b"GitHup"))


def of_newer_version(text):
    """Whole, with its checksum, in a format that is not known yet."""
    text = re.sub(rb"sha256=[0-9a-f]{64}", b"sha256=" + b"0" * 64, text.replace(b"format=1", b"format=2"))
    return text.replace(b"0" * 64, hashlib.sha256(text).hexdigest().encode())


def newer_slot(life):
    two_accounts(life)
    life.garble("b", of_newer_version)


def format_2(content):
    """A sealed file's header of a later version, whole."""
    head = content[:8] + b"\0\2" + content[10:128]
    return head + hashlib.sha256(head).digest() + content[160:]


def newer_book_format(life):
    two_accounts(life)
    life.change_file("book", format_2)


def newer_password_vault(life):
    life.give_password_vault()
    life.change_file("book", format_2)


def all_kinds(life):
    """A vault with lines of each kind, four of which this version does not understand."""
    two_accounts(life)
    with open(os.path.join(DATA, "document-all-kinds.txt"), "rb") as file:
        text = file.read()
    for name in "ab":
        life.slots.write(name, text)
    shutil.rmtree(life.folder)


def deleted_items(life):
    two_accounts(life)
    life.slots.remove()


def deleted_all_but_the_mark(life):
    deleted_items(life)
    for name in ("book", "book.1"):
        os.unlink(life.file(name))


def nothing(_):
    pass


def password_vault(life):
    life.give_password_vault()


def damaged_password_vault(life):
    life.give_password_vault()
    for name in ("book", "book.1"):
        life.change_file(name, flipped)


def half_damaged_password_vault(life):
    life.give_password_vault()
    life.change_file("book", lambda content: content[:1000])
