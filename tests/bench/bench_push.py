#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_push.py [prompt|background]…: what Approve / Deny costs, on the built program over TLS, with a real keychain.

prompt      milliseconds from a challenge, and from the poll that fetches it, to the prompt on the screen; from Approve to the answer
            at the server; medians of 50 (WATCHWORD_BENCH_ROUNDS)
background  ten enrolments at two servers, without a window, for an hour (WATCHWORD_BENCH_SECONDS): processor, of which signing; memory

WATCHWORD_BIN is the folder with the programs of a release build, and with tests/enrol_push.
"""
import os
import re
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))

from bench_program import judged, program, quiet_desktop, ticks  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import stop_on_signals  # noqa: E402
from support.sign_in import SignInServer  # noqa: E402

ROUNDS = int(os.environ.get("WATCHWORD_BENCH_ROUNDS", "50"))
SECONDS = int(os.environ.get("WATCHWORD_BENCH_SECONDS", "3600"))
SETTLES = 180  # after an enrolment servers are asked more often for two minutes
LOGGED = re.compile(r"^ *([0-9.]+) watchword\.signin (the prompt is shown|approved)", re.M)


def logged_start(desktop):
    environment = dict(desktop.environment, QT_LOGGING_RULES="watchword.signin.debug=true",
                       QT_MESSAGE_PATTERN="%{time boot} %{category} %{message}")
    return desktop.start_program(program("watchword"), environment=environment, log="watchword-signin")


def steps(desktop):
    """(seconds by the clock of `time.monotonic`, what) of each step so far."""
    with open(desktop.log("watchword-signin"), encoding="utf-8") as file:
        return [(float(at), what) for at, what in LOGGED.findall(file.read())]


def windows(desktop, app, name):
    return desktop.run_tool("xdotool", "search", "--all", "--onlyvisible", "--pid", str(app.pid), "--name", name, check=False).split()


def approve_once(desktop, server, app, number):
    """{"whole", "shown", "sent"}: milliseconds."""
    asked = time.monotonic()
    challenge = server.challenge()
    shown = wait_until("the prompt is shown",
                       lambda: [at for at, what in steps(desktop) if what == "the prompt is shown"][number:], 30)[0]
    window = windows(desktop, app, "^Sign-in request")[-1]
    desktop.run_tool("xdotool", "windowactivate", "--sync", window)
    time.sleep(1.5)  # Approve waits for a steady look
    desktop.keys("Tab")
    desktop.keys("space")
    wait_until("the server has the answer", lambda: server.state(challenge) == "accept", 20)
    approved = [at for at, what in steps(desktop) if what == "approved"][-1]
    requests = server.ask("seen")["requests"]
    answered = [one["time"] for one in requests if challenge["nonce"] in one["body"]][-1]
    polled = max(one["time"] for one in requests if one["method"] == "GET" and one["time"] < shown)

    def has_gone():
        desktop.keys("Escape")  # which it takes only after a while too
        return not windows(desktop, app, "^Sign-in request")
    wait_until("the prompt has gone", has_gone, 20, pause=0.5)
    return {"whole": 1000 * (shown - asked), "shown": 1000 * (shown - polled),
            "sent": 1000 * (answered - approved)}


def prompt():
    with quiet_desktop() as desktop:
        server = SignInServer(desktop)
        server.enrol()
        app = logged_start(desktop)
        main = desktop.run_tool("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(app.pid)).split()[-1]
        desktop.run_tool("xdotool", "windowactivate", "--sync", main)
        took = [approve_once(desktop, server, app, number) for number in range(ROUNDS)]
        app.terminate()
        app.wait(10)
        server.close()
    median = {what: statistics.median(one[what] for one in took) for what in took[0]}
    print(f"challenge → prompt, waiting for the next poll: {median['whole']:.0f} ms", flush=True)
    return [judged("poll → prompt", median["shown"], 150, "ms"), judged("Approve → answer at the server", median["sent"], 100, "ms")]


def memory(pid):
    """Proportional set size in bytes."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        return int(re.search(r"^Pss: +(\d+)", file.read(), re.M).group(1)) * 1024


def signing_seconds():
    """What one signature with RSA 4096 takes, by OpenSSL itself."""
    said = subprocess.run(["openssl", "speed", "-seconds", "3", "rsa4096"], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"rsa 4096 bits ([0-9.]+)s", said).group(1))


def polls_of(servers):
    return sum(one["method"] == "GET" for server in servers for one in server.ask("seen")["requests"])


def background():
    with quiet_desktop() as desktop:
        servers = [SignInServer(desktop, title=title) for title in ("Nextcloud", "Library")]
        for server in servers:
            for _ in range(5):
                server.enrol()
        app = desktop.start_program(program("watchword"), "--hidden")
        time.sleep(SETTLES)
        before, polls, size = ticks(app.pid), polls_of(servers), memory(app.pid)
        time.sleep(SECONDS)
        used = (ticks(app.pid) - before) / os.sysconf("SC_CLK_TCK")
        count, growth = polls_of(servers) - polls, memory(app.pid) - size
        each = signing_seconds()
        app.terminate()
        app.wait(10)
        for server in servers:
            server.close()
    print(f"{SECONDS} s: {used:.2f} s of a processor for {count} polls, of which signing takes {count * each:.2f} s "
          f"({1000 * each:.1f} ms each)", flush=True)
    return [judged("processor", 100 * used / SECONDS, 0.8, "%"), judged("memory growth", growth / 1e6, 1, "MB")]


def main():
    stop_on_signals()
    wanted = sys.argv[1:] or ["prompt", "background"]
    results = [result for one in wanted for result in {"prompt": prompt, "background": background}[one]()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
