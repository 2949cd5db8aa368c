# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From something that holds an account to the saved account, and what must be true of it then."""
import base64
import os
import re
import subprocess
import time

from .processes import PATIENCE, wait_until
from .search import find_secret

# What the person sees; one place to follow the window's words.
SCAN = re.compile("^Scan the QR code on my screen")
COPY = re.compile("^Copy code")
ACCEPTED = re.compile("^The site accepted it")
DONE = "Done"
CODE = re.compile(r"code ((?:[0-9] ?)+)")


def new_secret():
    return base64.b32encode(os.urandom(20)).decode()


def link_to(secret, issuer="Acme", name="alice@example.com", more="", kind="totp"):
    label = f"{issuer}:{name}".replace("@", "%40").replace(" ", "%20")
    return f"otpauth://{kind}/{label}?secret={secret}&issuer={issuer.replace(' ', '%20')}{more}"


def shown_code(text):
    found = CODE.search(text)
    return found.group(1).replace(" ", "") if found else None


def check_code(desktop, secret, read, **parameters):
    """What `read` gives is what oathtool gives for the same secret, at the time before or after reading. Just after a change of
    the codes a busy window may not have painted them yet: it is read again for some seconds."""
    def is_right():
        before = int(time.time() - 1)
        code = read()
        return code in {desktop.oathtool(secret, at, **parameters) for at in (before, int(time.time()))}
    wait_until("the code is oathtool's", is_right, 5, pause=0.2)  # neither is printed: one belongs to a secret


def row(app, name="Acme", seconds=PATIENCE):
    return app.find("list item", re.compile(re.escape(name)), seconds)


def accept_card(app, seconds=20):
    """The card is there; the account is kept."""
    app.find("push button", COPY, seconds)
    close_accepted(app)


def close_accepted(app):
    """The site took the code, and what is said then is read."""
    app.press(ACCEPTED)
    app.press(DONE)
    app.wait_gone("push button", DONE)


def nothing_leaked(desktop, *secrets):
    """In no file and no file name; the keychain's own file is the place where it belongs, encrypted or not."""
    keyrings = os.path.join(desktop.environment["XDG_DATA_HOME"], "keyrings")
    for secret in secrets:
        found = find_secret(secret, [desktop.home, desktop.run, desktop.temporary], skip=(keyrings,))
        assert not found, f"a secret lies in {[(path, dress) for path, dress in found]}"
        log = desktop.log("watchword")
        assert not find_secret(secret, [os.path.dirname(log)]), "a secret lies in a log"


def document(desktop):
    """What the keychain holds, found the way a person would with the desktop's own tools."""
    text = "".join(desktop.secret_tool(user=f"watchword/accounts/{slot}", server="Watchword")
                   for slot in "ab")
    if not text:
        text = subprocess.run(["secret-tool", "search", "--all", "--unlock", "xdg:schema", "org.qt.keychain"],
                              env=desktop.environment, capture_output=True, text=True, check=False).stdout
    return text
