#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in each look: light, dark, 360 px wide, twice the size, twice the text, German.

The pictures go to $WATCHWORD_SCREENSHOTS, to be looked at, when that is set. What a program can judge is judged here.
"""
# time limit: 900 s
import os
import re
import shutil
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from support import odd_vaults  # noqa: E402
from support.app import GONE, at_rest  # noqa: E402
from support.password_vaults import give as give_password_vault  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402
from support.story import run, story  # noqa: E402

ACCOUNTS = (
    "otpauth://totp/Nextcloud:alice%40cloud.example?secret=MFRGGZDFMZTWQ2LK&issuer=Nextcloud",
    "otpauth://totp/Rechenzentrum%20der%20Universit%C3%A4t%20Nordhafen:maximiliane.oberhuber%40rz-bibliothek.example"
    "?secret=NFRGGZDFMZTWQ2LK&issuer=Rechenzentrum%20der%20Universit%C3%A4t%20Nordhafen",
    "otpauth://totp/Harbour%20VPN:alice?secret=PFRGGZDFMZTWQ2LK&issuer=Harbour%20VPN&period=15",
    "otpauth://hotp/Nordhaven%20Bank:?secret=GEZDGNBVGY3TQOJQ&issuer=Nordhaven%20Bank&counter=42",
    "otpauth://totp/%D9%85%D9%83%D8%AA%D8%A8%D8%A9:%D9%84%D9%8A%D9%84%D9%89?secret=QFRGGZDFMZTWQ2LK&issuer=%D9%85%D9%83%D8%AA%D8%A8%D8%A9",
    "otpauth://totp/Fastmail:alice%40fastmail.example?secret=RFRGGZDFMZTWQ2LK&issuer=Fastmail&digits=8",
)


ANOTHER = ("otpauth://totp/Kreisverwaltung%20Nordhafen%20Personalportal:maximiliane.oberhuber%40kreis-nordhafen.example"
           "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Kreisverwaltung%20Nordhafen%20Personalportal&algorithm=SHA256&digits=8")


def fill(desktop):
    for link in ACCOUNTS:
        assert desktop.cli("add", "-", input=link)[0] == 0


def window(app):
    return app.find("frame", None).extents


def seen(desktop, name):
    """What is on the screen now: the path of a picture, which is also kept where somebody wants to look at them."""
    path = os.path.join(desktop.temporary, name + ".png")
    desktop.screenshot(path)
    folder = os.environ.get("WATCHWORD_SCREENSHOTS")
    if folder:
        os.makedirs(folder, exist_ok=True)
        shutil.copy(path, folder)
    return path


def brightness(desktop, path, x, y):
    """0 to 1, of one pixel."""
    return float(desktop.run_tool("convert", path, "-crop", f"1x1+{x}+{y}", "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"))


def ground(desktop, app, path):
    """The brightness beside the menu, where the window's own ground is."""
    x, y, width, _ = window(app)
    return brightness(desktop, path, x + width - 4, y + 90)


def rows_fit(app, shown=len(ACCOUNTS), height=40):
    def check():
        rows = app.all("list item")
        assert len(rows) >= shown, f"{len(rows)} rows are shown"
        places = lie_within(app.find("frame"), rows)
        assert all(its_height >= height for *_, its_height in places), "a row is too low"
        return places
    at_rest(check)


@story
def light(desktop):
    fill(desktop)
    app = desktop.start_app()
    app.find("list item", re.compile("Nextcloud"))
    path = seen(desktop, "light")
    rows_fit(app)
    assert ground(desktop, app, path) > 0.85


def choose_dark(desktop):
    folder = os.path.join(desktop.environment["XDG_CONFIG_HOME"], "org.watchword.Watchword")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
        file.write("[look]\ntheme=dark\n")


@story
def dark(desktop):
    fill(desktop)
    choose_dark(desktop)
    app = desktop.start_app()
    app.find("list item", re.compile("Nextcloud"))
    path = seen(desktop, "dark")
    rows_fit(app)
    assert ground(desktop, app, path) < 0.15


@story
def dark_while_the_desktop_wishes_it(desktop):
    fill(desktop)
    desktop.environment.update(XDG_CURRENT_DESKTOP="GNOME", GSETTINGS_BACKEND="keyfile")

    def wish(scheme):
        desktop.run_tool("gsettings", "set", "org.gnome.desktop.interface", "color-scheme", scheme)

    wish("prefer-dark")
    for part, name in (("-gtk", "org.freedesktop.impl.portal.desktop.gtk"), ("", "org.freedesktop.portal.Desktop")):
        desktop.start_program("/usr/libexec/xdg-desktop-portal" + part, log="portal" + part)
        desktop.run_tool("gdbus", "wait", "--session", "--timeout", "20", name)
    app = desktop.start_app()
    app.find("list item", re.compile("Nextcloud"))
    wait_until("the window is dark", lambda: ground(desktop, app, seen(desktop, "dark-by-desktop")) < 0.15)
    wish("default")
    wait_until("the window is light", lambda: ground(desktop, app, seen(desktop, "light-again")) > 0.85)


@story
def narrow(desktop):
    fill(desktop)
    app = desktop.start_app()
    app.find("list item", re.compile("Nextcloud"))
    number = desktop.run_tool("xdotool", "search", "--name", "^Watchword$").split()[-1]
    desktop.run_tool("xdotool", "windowsize", number, "360", "700")
    wait_until("the window is 360 px wide", lambda: window(app)[2] == 360)
    desktop.picture("narrow")
    rows_fit(app)
    app.find("push button", "Add an account")  # without its text it keeps its name


@story
def twice_the_size(desktop):
    fill(desktop)
    app = desktop.start_app(environment={"QT_SCALE_FACTOR": "2"})
    app.find("list item", re.compile("Nextcloud"))
    desktop.picture("twice")
    rows_fit(app)


def twice_the_text_of(desktop):
    """The environment of a desktop whose person has chosen large letters."""
    with open(os.path.join(desktop.environment["XDG_CONFIG_HOME"], "kdeglobals"), "w", encoding="utf-8") as file:
        file.write("[General]\nfont=Noto Sans,20,-1,5,50,0,0,0,0,0\n")
    return {"QT_QPA_PLATFORMTHEME": "kde", "KDE_SESSION_VERSION": "5"}


@story
def twice_the_text(desktop):
    fill(desktop)
    app = desktop.start_app(environment=twice_the_text_of(desktop))
    app.find("list item", re.compile("Nextcloud"))
    desktop.picture("large-text")
    rows_fit(app, shown=3, height=80)  # the others are below, to be scrolled to; rows grow with the text


def lie_within(outer, nodes, also_upright=False):
    """None is cut off by the left or right edge of `outer`, or by any of its edges. The answer: where they lie."""
    left, top, width, height = outer.extents
    places = [node.extents for node in nodes]
    for node, (x, y, w, h) in zip(nodes, places):
        assert left <= x and x + w <= left + width, f"{node} is cut off"
        assert not also_upright or top <= y and y + h <= top + height, f"{node} is cut off"
    return places


def everything_is_named(app):
    """A screen reader has a word for all that can be used."""
    roles = {"push button", "text", "password text", "check box", "radio button", "combo box", "spin button", "list", "list item",
             "dialog"}
    for node in app.all():
        assert node.name or node.role not in roles, f"a {node.role} has no name:\n{app.tree()}"


def dialog_fits(desktop, app, name):
    """The last dialog lies on the screen, and its buttons in it."""
    def check():
        dialog = app.all("dialog")[-1]
        left, top, _, height = dialog.extents
        assert left >= 0 and top >= 0 and top + height <= 1440, f"{name} does not fit on the screen: {dialog.extents}"
        everything_is_named(app)
        buttons = app.all("push button", within=dialog)
        assert buttons, "it has no button yet"
        return lie_within(dialog, buttons, also_upright=True)
    at_rest(check)
    desktop.picture(name, 0.3)


def every_dialog(desktop, look, environment):
    """Opened one after the other; each lies on the screen and its buttons lie in it."""
    app = desktop.start_app(environment=environment)
    app.find("list item", re.compile("Nextcloud"))
    ways = {"type-key": ("ctrl+n", *["Down"] * 6, "Return"), "camera": ("ctrl+n", *["Down"] * 3, "Return"), "settings": ("ctrl+comma",),
            "shortcuts": ("ctrl+question",), "edit": ("Down", "F2")}
    for name, keys in ways.items():
        print(f"INFO   : {name}", flush=True)
        app.keys(*keys)
        dialog = app.find("dialog")
        if name == "camera":  # there is none: it has most to say then
            app.find("push button", re.compile("^(Type the key|Schlüssel eingeben)"), 30, within=dialog)
        dialog_fits(desktop, app, f"{look}-{name}")
        if name == "settings":
            app.press(re.compile("^(Use a password|Ein Passwort verwenden) ?…"))
            app.find("password text")
            dialog_fits(desktop, app, f"{look}-protection")
            app.keys("Escape")
            app.wait_gone("password text")
        app.keys("Escape")
        app.wait_gone("dialog")
    app.quit()
    app = desktop.start_app(ANOTHER, environment=environment)
    app.find("push button", re.compile("^(Copy code|Code kopieren)"))
    everything_is_named(app)
    desktop.picture(f"{look}-card")


@story
def dialogs(desktop):
    fill(desktop)
    every_dialog(desktop, "dialogs", {})


@story
def dialogs_with_twice_the_text(desktop):
    fill(desktop)
    every_dialog(desktop, "dialogs-large-text", twice_the_text_of(desktop))


@story
def dialogs_in_german(desktop):
    fill(desktop)
    every_dialog(desktop, "dialogs-german", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"})


@story
def german(desktop):
    app = desktop.start_app(environment={"LANG": "de_DE.UTF-8", "LANGUAGE": "de"})
    app.find("push button", "QR-Code auf meinem Bildschirm scannen")
    desktop.picture("german-empty")
    fill(desktop)
    app.find("list item", re.compile("Nextcloud, alice@cloud.example, Code [0-9 ]+, noch [0-9]+ Sekunden?"))
    rows_fit(app)
    desktop.picture("german")
    app.find("push button", "Konto hinzufügen")


def shown_in_the_window(desktop, app, name, sentence):
    """Once it says so: nothing is wider than the window, and everything has a name."""
    app.says(sentence)
    fits_the_window(app, "label", "push button", "list")
    desktop.picture(name)


def fits_the_window(app, *roles):
    """Nothing of these roles is wider than the window, and everything has a name."""
    def check():
        everything_is_named(app)
        return lie_within(app.find("frame"), [node for role in roles for node in app.all(role)])
    at_rest(check)


@story
def odd_vaults_narrow_in_large_german_text(desktop):
    """Two vaults, one that is not the book's, one of a newer version, one that is gone, and what is not understood."""
    life = odd_vaults.Life(desktop)
    odd_vaults.two_vaults(life)
    app = desktop.start_app(environment={**twice_the_text_of(desktop), "LANG": "de_DE.UTF-8", "LANGUAGE": "de"})
    two = "Zwei Sammlungen von Konten gefunden"
    app.says(two)
    desktop.run_tool("xdotool", "windowsize", "--sync", desktop.windows_of(app.process.pid)[0], "360", "720")
    shown_in_the_window(desktop, app, "odd-two-vaults", two)
    for make, name, sentence in ((odd_vaults.another_vaults_book, "odd-one-vault", "Das sind nicht die Konten von vorher"),
                                 (odd_vaults.newer_slot, "odd-newer", "Hier war eine neuere Version von Watchword"),
                                 (odd_vaults.deleted_items, "odd-gone", "Ihre Konten fehlen im Schlüsselbund"),
                                 (odd_vaults.all_kinds, "odd-banner", re.compile("^Unter Ihren Konten ist etwas"))):
        life.begin()
        make(life)
        app.press("Noch einmal versuchen")
        shown_in_the_window(desktop, app, name, sentence)
        if make is odd_vaults.deleted_items:
            app.press("Neu anfangen …")
            page_fits(desktop, app, "odd", "start-again", "Abbrechen")
            app.press("Abbrechen")
            wait_until("the page is closed", lambda: not app.all("dialog"))
    app.press("Ansehen, was nicht verstanden wird")
    page_fits(desktop, app, "odd", "lines", "Schließen")


def asking_for_the_password(desktop, look, environment=None, forgot="Forgot the password?"):
    """The page with a wrong password and Caps Lock on, and what is said to who forgot it."""
    app = desktop.start_app(environment=environment)
    app.find("password text")
    if look == "password-narrow":
        desktop.run_tool("xdotool", "windowsize", desktop.windows_of(app.process.pid)[-1], "360", "700")
        wait_until("the window is 360 px wide", lambda: window(app)[2] == 360)
    app.keys("Q", "x", "Return")
    app.find("label", re.compile("^(That isn’t the password|Das ist nicht)"))
    desktop.run_tool("xdotool", "key", "Caps_Lock")
    app.find("label", re.compile("^(Caps Lock is on|Die Feststelltaste)"))
    fits_the_window(app, "label", "push button", "password text")
    desktop.picture(look)
    desktop.run_tool("xdotool", "key", "Caps_Lock")
    app.press(forgot)
    page_fits(desktop, app, look, "forgotten", re.compile("^(Close|Schließen)"))
    app.quit()


@story
def the_password_is_asked_for(desktop):
    give_password_vault(desktop)
    german = {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}
    asking_for_the_password(desktop, "password")
    asking_for_the_password(desktop, "password-narrow")
    asking_for_the_password(desktop, "password-german", german, "Passwort vergessen?")
    asking_for_the_password(desktop, "password-twice", {"QT_SCALE_FACTOR": "2"})
    choose_dark(desktop)
    asking_for_the_password(desktop, "password-dark")
    asking_for_the_password(desktop, "password-large-text", twice_the_text_of(desktop))


def approving(desktop, look, environment=None, check="Check now", narrow=False):
    """The row and the page of an account that approves sign-ins: one that was asked, and one whose server is gone."""
    from support.sign_in import SignInServer
    fill(desktop)
    server = SignInServer(desktop)
    gone = SignInServer(desktop, title="Rechenzentrum der Universität Nordhafen")
    for one in (server, gone):
        one.enrol()
    gone.close()
    app = desktop.start_app(environment=environment)
    if narrow:
        desktop.run_tool("xdotool", "windowsize", desktop.windows_of(app.process.pid)[-1], "360", "700")
    app.activate()
    app.keys("ctrl+f", "Down", "End")
    app.find("list item", re.compile("^Nextcloud, PIPU.*(Last contact|Letzter Kontakt)"), 60)
    app.find("list item", re.compile("^Rechenzentrum.*(cannot be reached|nicht (zu )?erreich)"), 60)
    rows_fit(app, shown=2)
    desktop.picture(f"{look}-rows")
    for name, keys in (("page-of-trouble", ("Return",)), ("page", ("Up", "Return"))):
        app.keys(*keys)
        page_fits(desktop, app, look, name, check)
        app.keys("Escape")
        app.wait_gone("dialog")
    app.quit()
    server.close()


@story
def approving_accounts(desktop):
    approving(desktop, "approving")


@story
def approving_accounts_dark_and_narrow(desktop):
    choose_dark(desktop)
    approving(desktop, "approving-dark", narrow=True)


@story
def approving_accounts_with_twice_the_text(desktop):
    approving(desktop, "approving-large-text", twice_the_text_of(desktop))


@story
def approving_accounts_in_german(desktop):
    approving(desktop, "approving-german", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}, "Jetzt prüfen")


IN_GERMAN = {"Scan the QR code on my screen": "QR-Code auf meinem Bildschirm scannen", "Choose an area": "Bereich wählen",
             "Try again in 3 seconds": "Erneut in 3 Sekunden", "Cancel": "Abbrechen", "Search here": "Hier suchen",
             "Choose another area": "Anderen Bereich wählen", "Choose an area instead": "Stattdessen einen Bereich wählen"}


def place_of(desktop, *window):
    """x, y, width, height, as the X server says."""
    words = desktop.run_tool("xwininfo", *window)
    return [int(re.search(label + r": +(-?\d+)", words).group(1)) for label in
            ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")]


def page_fits(desktop, app, look, name, button, seconds=0.8, patience=10):
    """The page with this button, which lies in it as all others do; the page, as the X server has it, lies on one monitor."""
    _, _, wide, high = place_of(desktop, "-root")

    def check():
        app.find("push button", button, 0)
        dialogs = app.all("dialog")
        assert len(dialogs) == 1, "more than one page is open"
        places = lie_within(dialogs[0], app.all("push button", within=dialogs[0]), also_upright=True)
        places += lie_within(dialogs[0], app.all("label", within=dialogs[0]))
        x, y, width, height = place_of(desktop, "-id", desktop.windows_of(app.process.pid)[-1])
        half = wide // 2
        assert x // half == (x + width - 1) // half and 0 <= y and y + height <= high, f"{name} does not fit: {x},{y} {width}x{height}"
        everything_is_named(app)
        return places
    app.find("push button", button, 30)
    at_rest(check, patience)
    desktop.picture(f"{look}-{name}", seconds)  # pictures that are made smaller elsewhere are there too then


def countdown_fits(desktop, app, look, word):
    """It is there for three seconds: on a busy machine that may be too short for a look, which is then taken again."""
    for chance in range(10, 0, -1):
        app.press(word("Try again in 3 seconds"), seconds=30)
        try:
            return page_fits(desktop, app, look, "countdown", word("Cancel"), seconds=0.2, patience=0)
        except (AssertionError, *GONE):
            if app.all("push button", word("Cancel")) or chance == 1:
                raise


def pages_of_a_scan(desktop, look, environment=None, words=None, at=None):
    """All but the card, in the order in which a person meets them."""
    def word(english):
        return (words or {}).get(english, english)
    half = place_of(desktop, "-root")[2] // 2
    meadow = os.path.join(desktop.outside, "meadow.png")
    desktop.run_tool("convert", "-size", f"{half - 60}x300", "gradient:#305070-#d0e0c0", meadow)
    desktop.show_picture(meadow, 20, 20)
    desktop.show_picture(meadow, half + 20, 20)
    app = desktop.start_app(environment=environment)
    if at:
        desktop.run_tool("xdotool", "windowmove", "--sync", desktop.windows_of(app.process.pid)[-1], *map(str, at))
    app.press(word("Scan the QR code on my screen"))
    page_fits(desktop, app, look, "nothing-found", word("Choose an area"))
    countdown_fits(desktop, app, look, word)
    page_fits(desktop, app, look, "nothing-found-again", word("Choose an area"))
    app.press(word("Choose an area"))
    page_fits(desktop, app, look, "area", word("Search here"))
    app.press(word("Search here"))
    page_fits(desktop, app, look, "area-without-a-code", word("Choose another area"))
    app.keys("Escape")
    app.wait_gone("dialog")
    for number, text in enumerate((ANOTHER, ACCOUNTS[0], ACCOUNTS[1], "https://example.org/download", ACCOUNTS[2])):
        code = desktop.write_qr(text, module=4 if half > 1000 else 2, name=f"code{number}.png")
        desktop.show_picture(code, half * (number % 2) + 40 + half // 2 * (number // 2 % 2), 320 + 240 * (number // 4))
    app.press(word("Scan the QR code on my screen"))
    page_fits(desktop, app, look, "several", word("Choose an area instead"))


@story
def scan_light(desktop):
    pages_of_a_scan(desktop, "scan-light")


@story(width=2 * 376, height=760)  # where a page with its frame is 360 px wide
def scan_dark_and_narrow(desktop):
    choose_dark(desktop)
    pages_of_a_scan(desktop, "scan-dark")


@story
def scan_twice_the_size(desktop):
    pages_of_a_scan(desktop, "scan-twice", {"QT_SCALE_FACTOR": "2"})


@story
def scan_twice_the_text(desktop):
    pages_of_a_scan(desktop, "scan-large-text", twice_the_text_of(desktop))


@story
def scan_in_german(desktop):
    pages_of_a_scan(desktop, "scan-german", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}, IN_GERMAN)


@story
def scan_on_a_monitor_of_twice_the_scale(desktop):
    pages_of_a_scan(desktop, "scan-second-monitor", {"QT_SCREEN_SCALE_FACTORS": "1;2"}, at=(2500, 40))


SIGN_IN_IN_GERMAN = {"Deny": "Ablehnen", "Show choices": "Auswahl zeigen", "It wasn’t me": "Ich war es nicht", "Close": "Schließen"}


def sign_in_request(desktop, server, look, environment, words=None):
    """The prompt with a number, its choices, the question why, and what is said after a denial."""
    say = (words or {}).get
    app = desktop.start_app(environment=environment)
    challenge = server.challenge("require_presence")
    app.find("push button", say("Deny", "Deny"), 40)
    page_fits(desktop, app, look, "number", say("Show choices", "Show choices"))
    app.press(say("Show choices", "Show choices"))
    app.find("radio button")
    page_fits(desktop, app, look, "choices", say("Deny", "Deny"))
    app.press(say("Deny", "Deny"))
    page_fits(desktop, app, look, "why", say("It wasn’t me", "It wasn’t me"))
    app.press(say("It wasn’t me", "It wasn’t me"))
    wait_until("the server knows", lambda: server.state(challenge) == "declined")
    page_fits(desktop, app, look, "denied", say("Close", "Close"))
    app.quit()


@story
def sign_in_requests(desktop):
    fill(desktop)
    server = SignInServer(desktop, "Rechenzentrum der Universität Nordhafen")
    server.enrol()
    sign_in_request(desktop, server, "sign-in", {})
    sign_in_request(desktop, server, "sign-in-german", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}, SIGN_IN_IN_GERMAN)
    sign_in_request(desktop, server, "sign-in-twice", {"QT_SCALE_FACTOR": "2"})
    choose_dark(desktop)
    sign_in_request(desktop, server, "sign-in-dark-large-text", twice_the_text_of(desktop))


ENROL_IN_GERMAN = {"Set it up": "Einrichten", "Open the authority’s certificate…": "Zertifikat der Stelle öffnen …",
                   "Open": "Öffnen", "Trust it for this server": "Für diesen Server vertrauen", "Skip the test": "Test überspringen",
                   "Cancel": "Abbrechen", "Use a password…": "Ein Passwort verwenden …"}


def pages_of_an_enrolment(desktop, look, environment=None, words=None):
    """Sign-ins to approve, from the card to the approved test. The server's certificate is its own, so there is more to be said."""
    def word(english):
        return (words or {}).get(english, english)
    server = SignInServer(desktop, title="Rechenzentrum der Universität Nordhafen", certificate="self_signed")
    server.ask("link", sslverify="0")
    app = desktop.start_app(server.ask("token")["link"], environment=environment)
    page_fits(desktop, app, look, "card", word("Set it up"))
    app.press(word("Set it up"))
    page_fits(desktop, app, look, "certificate", word("Open the authority’s certificate…"))
    app.keys("Escape")
    app.wait_gone("dialog")
    server.ask("certificate", name="good")
    token = server.ask("token")
    server.serial = token["serial"]
    desktop.set_clipboard(token["link"])
    app.keys("ctrl+v")
    app.press(word("Set it up"))
    app.press(word("Open the authority’s certificate…"), seconds=60)
    app.find("text", re.compile("^(File name|Dateiname)")).set_text(server.authority)
    app.press(re.compile(f"^({word('Open')}|&?Open)$"))
    page_fits(desktop, app, look, "authority", word("Trust it for this server"))
    server.ask("fault", name="drip")
    app.press(word("Trust it for this server"))
    app.wait_gone("push button", word("Trust it for this server"))  # whose page can be cancelled too
    page_fits(desktop, app, look, "progress", word("Cancel"))
    server.ask("fault", name="")
    app.press(word("Cancel"))
    app.wait_gone("dialog")
    server.ask("link", pin="True")
    desktop.set_clipboard(server.ask("token")["link"])
    app.keys("ctrl+v")
    page_fits(desktop, app, look, "lock", word("Use a password…"))
    app.keys("Escape")
    app.wait_gone("dialog")
    server.ask("link")
    token = server.ask("token")
    server.serial = token["serial"]
    desktop.set_clipboard(token["link"])
    app.keys("ctrl+v")
    app.press(word("Set it up"))
    app.press(word("Open the authority’s certificate…"), seconds=60)
    app.find("text", re.compile("^(File name|Dateiname)")).set_text(server.authority)
    app.press(re.compile(f"^({word('Open')}|&?Open)$"))
    app.press(word("Trust it for this server"))
    page_fits(desktop, app, look, "test", word("Skip the test"), seconds=2)


@story
def enrol_light(desktop):
    pages_of_an_enrolment(desktop, "enrol-light")


@story(width=2 * 376, height=760)
def enrol_dark_and_narrow(desktop):
    choose_dark(desktop)
    pages_of_an_enrolment(desktop, "enrol-dark")


@story
def enrol_twice_the_text(desktop):
    pages_of_an_enrolment(desktop, "enrol-large-text", twice_the_text_of(desktop))


@story
def enrol_in_german(desktop):
    pages_of_an_enrolment(desktop, "enrol-german", {"LANG": "de_DE.UTF-8", "LANGUAGE": "de"}, ENROL_IN_GERMAN)


if __name__ == "__main__":
    run()
