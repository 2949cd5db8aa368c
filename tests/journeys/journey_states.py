#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Odd and old data: every state of the table in core/vault/README.md section 3, reached by what causes it in life, with a real
keychain and real files; two vaults, and what is not understood, in the window."""
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import keyring, processes, secrets  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import PASSWORD, SECRETS, Sandbox  # noqa: E402
from support.slots import Slots, document  # noqa: E402
from support.story import run, story  # noqa: E402

FIRST = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GITHUB = f"otpauth://totp/GitHub:alice?secret={FIRST}&issuer=GitHub"
GITLAB = "otpauth://totp/GitLab:bob?secret=MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK&issuer=GitLab"
BANK = "otpauth://hotp/Bank:eve?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Bank&counter=5"
OTHERS = {"clock-not-synchronised", "secrets-not-locked"}  # of the machine, not of the vault
DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "data", "vault")
VAULT_PASSWORD = "correct horse bättery staple"  # of the vaults in tests/data/vault


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


# row of the table, what happened, how, how long the state is said to be, what is said beside, whose accounts
ROWS = (
    ("whole, book ≤ newest", "two accounts saved", two_accounts, "unlocked", [], ["GitHub", "GitLab"]),
    ("", "one item deleted by hand", one_slot, "unlocked", [], ["GitHub", "GitLab"]),
    ("", "the folder restored from before", older_book, "unlocked", [], ["GitHub", "GitLab"]),
    ("whole, book > newest", "the keyring restored from before", newer_book, "unlocked", ["older-copy", "secret-missing"],
     ["GitHub"]),
    ("whole, no book", "the folder deleted", no_book, "unlocked", [], ["GitHub", "GitLab"]),
    ("whole, book damaged", "a flipped bit in book and book.1", damaged_book, "unlocked", ["book-damaged"], ["GitHub", "GitLab"]),
    ("", "both cut off", cut_book, "unlocked", ["book-damaged"], ["GitHub", "GitLab"]),
    ("one generation, two texts", "two computers synchronised", diverged, "unlocked", [], ["Bank", "GitHub", "GitLab"]),
    ("two vaults in the slots", "two keychains synchronised", two_vaults, "two-vaults", ["two-vaults"], None),
    ("two vaults, slot and book", "another computer’s folder", another_vaults_book, "two-vaults", ["two-vaults"], None),
    ("none whole", "one slot cut, one changed", damaged_slots, "damaged", ["damaged"], None),
    ("format higher in a slot", "saved by a newer version", newer_slot, "newer", ["newer"], None),
    ("format higher in the book", "saved by a newer version", newer_book_format, "newer", ["newer"], None),
    ("", "the same of a password vault", newer_password_vault, "newer", ["newer"], None),
    ("none, book there", "items deleted by hand", deleted_items, "gone", ["gone"], None),
    ("none, mark there", "items and book deleted", deleted_all_but_the_mark, "gone", ["gone"], None),
    ("none, never had one", "first start", nothing, "empty", [], []),
    ("password vault", "not given", password_vault, "password", [], None),
)
PASSWORD_ROWS = (
    ("", "given", password_vault, "unlocked", ["needs-attention"] * 3, ["Bank", "GitHub"]),
    ("", "book cut off", half_damaged_password_vault, "unlocked", ["previous-copy-used"] + ["needs-attention"] * 3,
     ["Bank", "GitHub"]),
    ("", "both files damaged", damaged_password_vault, "refused", ["damaged"], None),
)
READ_ONLY = {"two-vaults", "damaged", "newer", "gone", "password", "refused"}
ANOTHER = "otpauth://totp/Another:x?secret=GEZDGNBVGY3TQOJQMFRGGZDFMZTWQ2LK&issuer=Another\n"


def tell(row, cause, report):
    words = " ".join(one["text"] for one in report["problems"] if one["id"] not in OTHERS)
    print(f"{row:27}| {cause:36}| {report['state']:11}| {words or '-'}", flush=True)


def check(life, row, cause, state, said, names, *more):
    """What doctor says of it, and that nothing is written where nothing may be, nothing lost where something may."""
    before = life.everything()
    report = life.doctor(*more)
    tell(row, cause, report)
    assert report["state"] == state, report
    found = [one["id"] for one in report["problems"] if one["id"] not in OTHERS]
    assert sorted(found) == sorted(said), (cause, found)
    added = life.cli("add", "-", *more, input=ANOTHER)
    if state in READ_ONLY:
        assert added.returncode != 0 and life.everything() == before, f"{cause}: something was written"
    elif names is not None:
        # What is saved next makes all of it good.
        assert added.returncode == 0, added.stderr
        assert life.names(*more) == sorted([*names, "Another"]), cause


@story
def each_row_of_the_table_has_its_cause():
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        life = Life(sandbox)
        for row, cause, make, state, said, names in ROWS:
            make(life)
            check(life, row, cause, state, said, names)
            if names is not None:
                texts = life.slots.read()
                assert texts[0] == texts[1] and document(texts[0]), cause
            if said == ["book-damaged"]:
                assert [name for name in os.listdir(life.folder) if name.startswith("book.damaged-")]
            life.begin()
        given = os.path.join(sandbox.home, "password")
        for words, name in ((VAULT_PASSWORD, given), ("wrong", given + ".wrong")):
            with open(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
                file.write(words + "\n")
        for row, cause, make, state, said, names in PASSWORD_ROWS:
            make(life)
            check(life, row, cause, state, said, names, "--password-file", given)
            life.begin()
        password_vault(life)
        check(life, "", "a wrong one", "refused", ["wrong-password"], None, "--password-file", given + ".wrong")
        assert keyring.items({"server": "Watchword"}, sandbox.bus.address) == ([], []), "the keychain was used"


def end_keychain(sandbox):
    pid = sandbox.bus.owner(SECRETS)
    os.kill(pid, signal.SIGKILL)
    wait_until("the keychain is gone", lambda: sandbox.bus.owner(SECRETS) != pid)


def start_other_keychain(sandbox):
    """A keychain of another name, with a collection of its own."""
    place = os.path.join(sandbox.base, "other")
    for folder in ("data/keyrings", "run"):
        os.makedirs(os.path.join(place, folder), mode=0o700)
    program = os.path.join(place, "keepassxc")
    shutil.copyfile("/usr/bin/gnome-keyring-daemon", program)
    os.chmod(program, 0o700)
    environment = {**sandbox.environment, "XDG_DATA_HOME": os.path.join(place, "data"),
                   "XDG_RUNTIME_DIR": os.path.join(place, "run")}
    daemon = processes.start([program, "--foreground", "--components=secrets", "--unlock"], environment,
                             log=sandbox.log("other-keychain"), stdin=subprocess.PIPE)
    daemon.stdin.write(PASSWORD.encode())
    daemon.stdin.close()
    wait_until("the other keychain is on the bus", lambda: sandbox.bus.owner(SECRETS), 20)


def refuse_the_keychain(sandbox):
    """A bus whose rules keep programs from the keychain."""
    path = os.path.join(sandbox.base, "bus.conf")
    with open(path, encoding="utf-8") as file:
        rules = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(rules.replace("</policy>", f'<deny send_destination="{SECRETS}"/></policy>'))
    sandbox.bus.ask("ReloadConfig")
    return lambda: open(path, "w", encoding="utf-8").write(rules) and sandbox.bus.ask("ReloadConfig")


@story
def a_keychain_that_is_reset_replaced_or_away_is_told():
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        life = Life(sandbox)
        two_accounts(life)

        def told(row, cause, state, said):
            report = life.doctor()
            tell(row, cause, report)
            assert report["state"] == state and said == [one["id"] for one in report["problems"] if one["id"] not in OTHERS], report
            assert life.cli("add", "-", input=ANOTHER).returncode != 0
        keyring.lock(sandbox.bus.address)
        report = life.doctor()
        tell("locked", "locked", report)
        assert (report["state"], report["problems"][0]["id"]) == ("locked", "keychain-locked"), report
        keyring.unlock(PASSWORD, sandbox.bus.address)
        allow = refuse_the_keychain(sandbox)
        told("refused", "the bus's rules", "unavailable", ["keychain-refused"])
        allow()
        os.kill(sandbox.bus.owner(SECRETS), signal.SIGSTOP)
        told("hung", "the daemon stopped", "unavailable", ["keychain-hung"])
        os.kill(sandbox.bus.owner(SECRETS), signal.SIGCONT)
        # The keyring reset: its file is away, and a new one made at the next start.
        file = os.path.join(sandbox.environment["XDG_DATA_HOME"], "keyrings/login.keyring")
        os.rename(file, file + ".kept")
        end_keychain(sandbox)
        sandbox.start_keyring()
        told("none, book there", "the keyring reset", "gone", ["gone"])
        end_keychain(sandbox)
        start_other_keychain(sandbox)
        told("", "another program is the keychain", "gone", ["gone"])
        end_keychain(sandbox)
        sandbox.withdraw_keyring()
        told("no service", "none installed", "unavailable", ["no-keychain"])
        os.rename(file + ".kept", file)
        sandbox.offer_keyring()
        sandbox.start_keyring()
        assert life.names() == ["GitHub", "GitLab"], "an account was lost"
        sandbox.stop_bus()
        told("no bus", "none runs", "unavailable", ["no-bus"])


@story
def a_keychain_that_was_never_used_is_empty_unless_a_vault_was_there():
    with Sandbox() as sandbox:
        sandbox.start("keychain")
        life = Life(sandbox)
        keyrings = os.path.join(sandbox.environment["XDG_DATA_HOME"], "keyrings")
        end_keychain(sandbox)
        shutil.rmtree(keyrings)
        os.mkdir(keyrings, 0o700)
        sandbox.start_keyring(None)
        report = life.doctor()
        tell("no default collection", "a keychain that was never used", report)
        assert report["state"] == "empty", report
        life.bring_folder(life.two[1])
        report = life.doctor()
        tell("", "the same, and a book", report)
        assert report["state"] == "gone", report


def window_says(app, title, button="Try again"):
    app.press(button)
    app.says(title)


@story
def each_state_has_its_page(desktop):
    """One window, which is told to look again after each change."""
    life = Life(desktop)
    damaged_slots(life)
    app = desktop.start_app()
    app.says("Your accounts can’t be read")
    pages = ((newer_slot, "A newer Watchword was here"), (deleted_items, "Your accounts are missing from the keychain"),
             (newer_password_vault, "A newer Watchword was here"), (deleted_all_but_the_mark, "Your accounts are missing"),
             (two_vaults, "Two sets of accounts were found"), (another_vaults_book, "These are not the accounts of before"))
    for make, title in pages:
        life.begin()
        make(life)
        before = life.everything()
        app.press("Try again")
        app.says(title)
        app.keys("ctrl+v")  # nothing can be added, nor is anything written
        assert life.everything() == before, title
    life.begin()
    two_accounts(life)
    desktop.lock_keychain()
    app.press("Try again")
    desktop.cancel_prompt()
    app.says("Your keychain is locked")
    app.press("Unlock and try again")
    desktop.answer_prompt()
    app.find("list item", re.compile("GitHub"), 20)
    app.find("list item", re.compile("GitLab"))


def choose(app, name):
    """As the keyboard does it."""
    node = app.find("push button", name)
    node.focus()
    wait_until(f"{name} has the focus", lambda: node.has("focused"))
    app.keys("space")


@story
def two_vaults_are_put_together(desktop):
    life = Life(desktop)
    two_vaults(life)
    app = desktop.start_app()
    app.says("Two sets of accounts were found")
    wait_until("the recommended way has the focus", lambda: app.find("push button", "Put both together").has("focused"))
    assert "nothing is lost" in app.find("push button", "Put both together").description
    lists = [[item.name for item in app.find("list", f"Accounts of the {name} set").children()] for name in ("first", "second")]
    shown = [re.sub("[\u2068\u2069]", "", " ".join(names)) for names in lists]
    assert shown == ["GitHub, alice GitLab, bob", "Bank, eve"], shown
    app.says("It is the first since Watchword used it here last.")
    app.keys("space")
    for issuer in ("GitHub", "GitLab", "Bank"):
        app.find("list item", re.compile(issuer), 20)
    app.says("Nothing was lost.")
    wait_until("both slots hold all", lambda: life.slots.read()[0] == life.slots.read()[1])
    wait_until("nothing is kept", lambda: not [name for name in os.listdir(life.folder) if name.startswith("kept-")])
    assert life.names() == ["Bank", "GitHub", "GitLab"]
    assert life.cli("code", "GitHub", "--at", "59").stdout.strip() == desktop.oathtool(FIRST, 59)


@story
def one_of_two_vaults_is_used_and_the_other_kept(desktop):
    life = Life(desktop)
    two_vaults(life)
    before = life.everything()
    app = desktop.start_app()
    # Later: the window goes, and with it the program; nothing is changed.
    choose(app, "Decide later")
    wait_until("the program has ended", lambda: not app.is_running)
    assert life.everything() == before
    app = desktop.start_app()
    app.says("Two sets of accounts were found")
    # The keychain ends just then: said on the page, where it can be tried again.
    desktop.withdraw_keyring()
    desktop.kill_keychain()
    choose(app, "Use the second set")
    app.says("No keychain is running.", 20)
    wait_until("it can be tried again", lambda: app.find("push button", "Use the second set").has("focused"))
    desktop.offer_keyring()
    desktop.start_keyring()
    life = Life(desktop, life)
    assert life.everything() == before
    choose(app, "Use the second set")
    app.says("The other set is kept as a file", 20)
    (kept,) = [name for name in os.listdir(life.folder) if name.startswith("kept-")]
    app.says(kept)
    app.says(re.compile("org.watchword.Watchword"))
    app.press("Close")
    app.find("list item", re.compile("Bank"))
    assert life.names() == ["Bank"]
    with open(life.file(kept), "rb") as file:
        assert file.read(11)[10] == 3
    app.quit()
    assert life.names() == ["Bank"]


@story
def the_book_of_another_vault_is_put_aside(desktop):
    life = Life(desktop)
    another_vaults_book(life)
    app = desktop.start_app()
    app.says("These are not the accounts of before")
    assert not app.all("push button", "Use the second set")
    choose(app, "Use these accounts")
    app.find("list item", re.compile("Bank"), 20)
    assert [name for name in os.listdir(life.folder) if name.startswith("book.damaged-")]
    assert life.names() == ["Bank"]


@story
def what_is_not_understood_is_kept_and_told(desktop):
    life = Life(desktop)
    with open(os.path.join(DATA, "document-all-kinds.txt"), "rb") as file:
        text = file.read()
    two_accounts(life)
    for name in "ab":
        life.slots.write(name, text)
    shutil.rmtree(life.folder)
    app = desktop.start_app()
    app.find("list item", re.compile("GitHub"), 20)
    app.press("Look at what is not understood")
    app.says(re.compile("does not understand 4"))
    facts = [line for line in app.lines() if line.startswith("Line ")]
    assert any("Token" in line and "kind of code" in line for line in facts), facts
    app.says("Line 10: An entry of a newer version.")
    assert not any(FIRST in line for line in app.lines())
    app.press("Close")
    app.press("I have seen it")
    life.add(BANK)
    app.find("list item", re.compile("eve"), 20)
    lines = life.slot("a").split(b"\n")
    for line in text.split(b"\n")[1:]:
        assert line in lines, line
    said = [one["text"] for one in life.doctor()["problems"] if one["id"] == "needs-attention"]
    assert len(said) == 4 and said[0].startswith("Line 10 of the accounts"), said


if __name__ == "__main__":
    run()
