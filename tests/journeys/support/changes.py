# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes to a vault and the two states that each may leave: the old one, and the new one. There is no third."""
import base64
import hashlib
import hmac
import json
import struct

from . import slots


def hotp(secret, counter):
    """RFC 4226, six digits, by somebody else than the program."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, at)[0] & 0x7fffffff) % 10**6:06}"


def random_secret(chance):
    return base64.b32encode(bytes(chance.randrange(256) for _ in range(20))).decode()


class Change:
    """One change to the Account `target`, as the command line is asked for it: `arguments`, `input`."""

    def __init__(self, kind, arguments, wanted, target=None, input=""):
        self.kind = kind
        self.arguments = ["--json", *arguments]
        self.input = input
        self.target = target
        self.wanted = wanted  # the Account that there is afterwards; the id of an added one is None

    def outcome(self, before, after):
        """"old state" or "new state", by the Documents before and after; else an AssertionError. No words of secrets."""
        assert after is not None, f"{self.kind}: no slot is whole"
        if after.lines == before.lines:
            return "old state"
        places = [place for place, line in enumerate(before.lines) if place >= len(after.lines) or after.lines[place] != line]
        if self.target is None:
            assert not places and len(after.lines) == len(before.lines) + 1, f"{self.kind}: other lines than the new one"
            place = len(before.lines)
            new = slots.account(after.lines[place])._replace(id=None)
        else:
            assert len(places) == 1 and len(after.lines) == len(before.lines), f"{self.kind}: other lines than the one"
            place = places[0]
            new = slots.account(after.lines[place])
        slots.accounts(after)
        differing = [name for name, is_same in zip(new._fields, map(lambda one, other: one == other, new, self.wanted))
                     if not is_same]
        assert not differing, f"{self.kind}: neither the old account nor the new one, in " + ", ".join(differing)
        return "new state"

    def answer(self, output):
        """Whether the program said that it is saved: its whole answer, and the right one."""
        try:
            said = json.loads(output)
        except ValueError:
            return False
        if self.kind == "add":
            assert len(said["added"]) == 1 and not said["refused"] and not said["duplicates"], said
        else:
            assert said["id"] == self.target.id, (said, self.target.id)
        if self.kind == "code":
            assert said["code"] == hotp(self.target.secret, self.target.counter), "the code of another counter"
        return True


def added(chance, number, counted=None):  # names of one length: none is the beginning of another
    """A new account, counted or timed."""
    counted = chance.random() < 0.4 if counted is None else counted
    kind, secret = ("hotp" if counted else "totp"), random_secret(chance)
    name = f"n{number:03}"
    link = f"otpauth://{kind}/Site:{name}?secret={secret}&issuer=Site" + ("&counter=0" if counted else "")
    wanted = slots.Account(None, kind, "Site", name, secret, 0 if counted else None, False)
    return Change("add", ["add", "-"], wanted, input=link + "\n")


def renamed(account, name):
    return Change("edit", ["edit", account.id, "--name", name], account._replace(name=name), account)


def removed(account):
    return Change("remove", ["remove", account.id], account._replace(trashed=True), account)


def restored(account):
    return Change("restore", ["restore", account.id], account._replace(trashed=False), account)


def counted_on(account):
    return Change("code", ["code", account.id], account._replace(counter=account.counter + 1), account)


def refusal(status, words):
    """Why a change is not saved, by its name; None when it is. libsecret has words of its own there."""
    lines = [json.loads(line) for line in words.splitlines() if line.startswith("{")]
    lines = [line for line in lines if line.get("warning") not in ("book-not-saved", "book-forbidden")]  # saved all the same
    assert len(lines) < 2 and status in (0, 1, 4), (status, words)
    assert bool(lines) or status == 0, "it failed without a word"
    return (lines[0].get("error") or lines[0]["warning"]) if lines else None


KINDS = ("add", "add", "edit", "remove", "restore", "code", "code")


def drawn(chance, number, before, kinds=KINDS):
    """Some change that the Document `before` allows."""
    return drawn_among(chance, number, slots.accounts(before).values(), kinds)


def drawn_among(chance, number, all_accounts, kinds=KINDS):
    """Some change that these Accounts allow."""
    current = [one for one in all_accounts if not one.trashed]
    trashed = [one for one in all_accounts if one.trashed]
    counters = [one for one in current if one.counter is not None]
    while True:
        kind = chance.choice(kinds)
        if kind == "edit" and current:
            return renamed(chance.choice(current), f"r{number:03}")
        if kind == "remove" and len(current) > 2:
            return removed(chance.choice(current))
        if kind == "restore" and trashed:
            return restored(chance.choice(trashed))
        if kind == "code" and counters:
            return counted_on(chance.choice(counters))
        if kind == "add":
            return added(chance, number)


def listed(document):
    """What `list --json` has to say of a Document: (id, issuer, name, type, counter) outside the trash."""
    return [(one.id, one.issuer, one.name, one.kind, one.counter) for one in slots.accounts(document).values()
            if not one.trashed]
