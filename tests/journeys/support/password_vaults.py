# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Vaults that have a password, for journeys; and another program that gives one a new password."""
import os
import shutil
import subprocess

PASSWORD = "correct horse bättery staple"  # of the vaults in tests/data/vault
FOLDER = ".local/share/org.watchword.Watchword"

DATA = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..", "data", "vault", "password-vault-15")


def give(sandbox):
    """The data directory of somebody who protects the accounts with PASSWORD: three, one of them in the trash."""
    folder = os.path.join(sandbox.home, FOLDER)
    os.makedirs(folder, mode=0o700)
    shutil.copyfile(DATA, os.path.join(folder, "book"))
    return folder


def change_password(sandbox, folder, new, old=PASSWORD):
    mover = os.path.join(os.environ["WATCHWORD_BIN"], "tests", "vault_mover")
    done = subprocess.run([mover, folder, "password", new, old], env=sandbox.environment, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("done"), done


def damage(folder):
    """No copy of before is there."""
    with open(os.path.join(folder, "book"), "r+b") as file:
        file.seek(2000)
        file.write(b"damage")
