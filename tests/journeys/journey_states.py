#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Odd and old data: every state of the table in core/vault/README.md section 3, reached by what causes it in life, with a real
keychain and real files; two vaults, and what is not understood, in the window."""
import os
import re
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import keyring, odd_vaults, processes  # noqa: E402
from support.odd_vaults import Life  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import PASSWORD, SECRETS, Sandbox  # noqa: E402
from support.slots import document  # noqa: E402
from support.story import run, story  # noqa: E402

OTHERS = {"clock-not-synchronised", "secrets-not-locked"}  # of the machine, not of the vault
ANOTHER = "otpauth://totp/Another:x?secret=GEZDGNBVGY3TQOJQMFRGGZDFMZTWQ2LK&issuer=Another\n"

# row of the table, what happened, how, which state is said, what is said beside, whose accounts
ROWS = (
    ("whole, book ≤ newest", "two accounts saved", odd_vaults.two_accounts, "unlocked", [], ["GitHub", "GitLab"]),
    ("", "one item deleted by hand", odd_vaults.one_slot, "unlocked", [], ["GitHub", "GitLab"]),
    ("", "the folder restored from before", odd_vaults.older_book, "unlocked", [], ["GitHub", "GitLab"]),
    ("whole, book > newest", "the keyring restored from before", odd_vaults.newer_book, "unlocked", ["older-copy", "secret-missing"],
     ["GitHub"]),
    ("whole, no book", "the folder deleted", odd_vaults.no_book, "unlocked", [], ["GitHub", "GitLab"]),
    ("whole, book damaged", "a flipped bit in book and book.1", odd_vaults.damaged_book, "unlocked", ["book-damaged"], ["GitHub", "GitLab"]),
    ("", "both cut off", odd_vaults.cut_book, "unlocked", ["book-damaged"], ["GitHub", "GitLab"]),
    ("one generation, two texts", "two computers synchronised", odd_vaults.diverged, "unlocked", [], ["Bank", "GitHub", "GitLab"]),
    ("two vaults in the slots", "two keychains synchronised", odd_vaults.two_vaults, "two-vaults", ["two-vaults"], None),
    ("two vaults, slot and book", "another computer’s folder", odd_vaults.another_vaults_book, "two-vaults", ["two-vaults"], None),
    ("none whole", "one slot cut, one changed", odd_vaults.damaged_slots, "damaged", ["damaged"], None),
    ("format higher in a slot", "saved by a newer version", odd_vaults.newer_slot, "newer", ["newer"], None),
    ("format higher in the book", "saved by a newer version", odd_vaults.newer_book_format, "newer", ["newer"], None),
    ("", "the same of a password vault", odd_vaults.newer_password_vault, "newer", ["newer"], None),
    ("none, book there", "items deleted by hand", odd_vaults.deleted_items, "gone", ["gone"], None),
    ("none, mark there", "items and book deleted", odd_vaults.deleted_all_but_the_mark, "gone", ["gone"], None),
    ("none, never had one", "first start", odd_vaults.nothing, "empty", [], []),
    ("password vault", "not given", odd_vaults.password_vault, "password", [], None),
)
PASSWORD_ROWS = (
    ("", "given", odd_vaults.password_vault, "unlocked", ["needs-attention"] * 3, ["Bank", "GitHub"]),
    ("", "book cut off", odd_vaults.half_damaged_password_vault, "unlocked", ["previous-copy-used"] + ["needs-attention"] * 3,
     ["Bank", "GitHub"]),
    ("", "both files damaged", odd_vaults.damaged_password_vault, "refused", ["damaged"], None),
)
READ_ONLY = {"two-vaults", "damaged", "newer", "gone", "password", "refused"}


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
                wait_until("it is put aside", lambda: [name for name in os.listdir(life.folder) if name.startswith("book.damaged-")])
            life.begin()
        given = os.path.join(sandbox.home, "password")
        for words, name in ((odd_vaults.PASSWORD, given), ("wrong", given + ".wrong")):
            with open(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
                file.write(words + "\n")
        for row, cause, make, state, said, names in PASSWORD_ROWS:
            make(life)
            check(life, row, cause, state, said, names, "--password-file", given)
            life.begin()
        odd_vaults.password_vault(life)
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
        odd_vaults.two_accounts(life)

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
    odd_vaults.damaged_slots(life)
    app = desktop.start_app()
    app.says("Your accounts can’t be read")
    pages = ((odd_vaults.newer_slot, "A newer Watchword was here"), (odd_vaults.deleted_items, "Your accounts are missing from the keychain"),
             (odd_vaults.newer_password_vault, "A newer Watchword was here"), (odd_vaults.deleted_all_but_the_mark, "Your accounts are missing"),
             (odd_vaults.two_vaults, "Two sets of accounts were found"), (odd_vaults.another_vaults_book, "These are not the accounts of before"))
    for make, title in pages:
        life.begin()
        make(life)
        before = life.everything()
        app.press("Try again")
        app.says(title)
        app.keys("ctrl+v")  # nothing can be added, nor is anything written
        assert life.everything() == before, title
    life.begin()
    odd_vaults.two_accounts(life)
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
    odd_vaults.two_vaults(life)
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
    assert life.cli("code", "GitHub", "--at", "59").stdout.strip() == desktop.oathtool(odd_vaults.FIRST, 59)


@story
def one_of_two_vaults_is_used_and_the_other_kept(desktop):
    life = Life(desktop)
    odd_vaults.two_vaults(life)
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
    odd_vaults.another_vaults_book(life)
    app = desktop.start_app()
    app.says("These are not the accounts of before")
    assert not app.all("push button", "Use the second set")
    choose(app, "Use these accounts")
    app.find("list item", re.compile("Bank"), 20)
    wait_until("it is put aside", lambda: [name for name in os.listdir(life.folder) if name.startswith("book.damaged-")])
    assert life.names() == ["Bank"]


@story
def a_keyring_that_was_reset_is_no_dead_end(desktop):
    life = Life(desktop)
    odd_vaults.two_accounts(life)
    lost = life.items()
    before = life.everything()[0]
    life.slots.remove()
    app = desktop.start_app()
    app.says("Your accounts are missing from the keychain")
    # Cancel is what Enter does.
    choose(app, "Start again…")
    app.says("Start again without these accounts?")
    wait_until("Cancel has the focus", lambda: app.find("push button", "Cancel").has("focused"))
    app.keys("Return")
    wait_until("the question is gone", lambda: not app.all("push button", "Cancel"))
    assert life.everything() == (before, [])
    choose(app, "Start again…")
    choose(app, "Start again")
    app.says("Watchword begins anew. Nothing was deleted.", 20)
    app.find("push button", re.compile("Paste"))
    files = life.everything()[0]
    for name in ("book", "book.1"):
        assert name not in files, name
        (kept,) = [one for one in files if one.startswith(name + ".lost-")]
        assert files[kept] == before[name], name
    assert life.doctor()["state"] == "empty" and not life.items()
    life.add(odd_vaults.BANK)
    app.find("list item", re.compile("Bank"), 20)
    app.quit()
    assert life.names() == ["Bank"]
    # The keychain of before comes back: its accounts are found.
    life.bring_items(lost)
    app = desktop.start_app()
    app.says("These are not the accounts of before")
    choose(app, "Use these accounts")
    app.find("list item", re.compile("GitHub"), 20)
    assert life.names() == ["GitHub", "GitLab"]


@story
def what_is_not_understood_is_kept_and_told(desktop):
    life = Life(desktop)
    odd_vaults.all_kinds(life)
    text = life.slot("a")
    app = desktop.start_app()
    app.find("list item", re.compile("GitHub"), 20)
    app.press("Look at what is not understood")
    app.says(re.compile("does not understand 4"))
    facts = [line for line in app.lines() if line.startswith("Line ")]
    assert any("Token" in line and "kind of code" in line for line in facts), facts
    app.says("Line 10: An entry of a newer version.")
    assert not any(odd_vaults.FIRST in line for line in app.lines())
    app.press("Close")
    app.press("I have seen it")
    life.add(odd_vaults.BANK)
    app.find("list item", re.compile("eve"), 20)
    lines = life.slot("a").split(b"\n")
    for line in text.split(b"\n")[1:]:
        assert line in lines, line
    said = [one["text"] for one in life.doctor()["problems"] if one["id"] == "needs-attention"]
    assert len(said) == 4 and said[0].startswith("Line 10 of the accounts"), said


if __name__ == "__main__":
    run()
