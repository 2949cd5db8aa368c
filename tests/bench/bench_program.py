#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_program.py [start|idle|memory|large|save|filter]…: what the built program costs, with accounts in a real keychain.

start   milliseconds from the start to the codes on the screen, against an empty window, started alternately; 50 accounts
large   the same with 1,000 and 10,000 accounts
save    one save with 50, 1,000 and 10,000 accounts, median of 20
filter  one keystroke in the search with 10,000 accounts, from the key to the painted list
idle    processor time with the window shown, and hidden, over 120 seconds each (WATCHWORD_BENCH_SECONDS)
memory  proportional set size, shown, before the camera was ever opened

WATCHWORD_BIN is the folder with the programs of a release build and the bench programs.
"""
import base64
import os
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))

from support.desktop import Desktop  # noqa: E402
from support.sandbox import stop_on_signals  # noqa: E402

ACCOUNTS = 50
ROUNDS = 20


def program(name):
    return os.path.join(os.environ["WATCHWORD_BIN"], name)


def add_accounts(desktop, count=ACCOUNTS):
    links = []
    for number in range(count):
        key = base64.b32encode(os.urandom(20)).decode()
        links.append(f"otpauth://totp/Service%20{number}:person{number}%40example.org?secret={key}&issuer=Service%20{number}\n")
    for first in range(0, count, 1000):  # the command line takes a limited text
        status, _, trouble = desktop.cli("add", "-", input="".join(links[first:first + 1000]))
        if status != 0:
            sys.exit(f"the accounts could not be added: {trouble}")


def judged(what, value, limit, unit):
    print(f"{what}: {value:.4g} {unit}, at most {limit:g} wanted: {'yes' if value <= limit else 'NO'}", flush=True)
    return value <= limit


def start(desktop, count=ACCOUNTS, wanted=150, rounds=ROUNDS):
    took = {"watchword": [], "bench_empty_window": []}
    for number in range(rounds + 1):
        for name, times in took.items():
            done = subprocess.run([program("bench_start"), program(name)], env=desktop.environment, capture_output=True,
                                  text=True, check=True)
            if number > 0:  # the first of each warms the disk
                times.append(int(done.stdout))
    for name, times in took.items():
        print(f"{name}: median {statistics.median(times):g} ms, {min(times)} to {max(times)} ms", flush=True)
    over = statistics.median(took["watchword"]) - statistics.median(took["bench_empty_window"])
    return judged(f"start to the codes of {count} accounts on the screen, over an empty window", over, wanted, "ms")


def processor_seconds(pid):
    """What every thread has used, to the nanosecond; threads that have ended count as no more than a tick each."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total / 1e9


def ticks(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def share(pid, seconds):
    """Per cent of one processor."""
    before, ticks_before = processor_seconds(pid), ticks(pid)
    time.sleep(seconds)
    used, used_ticks = processor_seconds(pid) - before, ticks(pid) - ticks_before
    print(f"  {used * 1000:.1f} ms in {seconds} s ({used_ticks} ticks by /proc/PID/stat)", flush=True)
    return 100 * used / seconds


def idle(desktop):
    seconds = int(os.environ.get("WATCHWORD_BENCH_SECONDS", "120"))
    app = desktop.start_program(program("watchword"))
    window = desktop.run_tool("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(app.pid)).split()[-1]
    time.sleep(5)
    shown = judged("idle, window shown", share(app.pid, seconds), 0.3, "% of a processor")
    desktop.run_tool("xdotool", "windowminimize", window)
    time.sleep(3)
    hidden = judged("idle, window hidden", share(app.pid, seconds), 0.02, "% of a processor")
    app.terminate()
    app.wait(10)
    return shown and hidden


def memory(desktop):
    app = desktop.start_program(program("watchword"))
    desktop.run_tool("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(app.pid))
    time.sleep(5)
    with open(f"/proc/{app.pid}/smaps_rollup", encoding="ascii") as file:
        sizes = {line.split(":")[0]: int(line.split()[1]) for line in file if line.endswith("kB\n")}
    app.terminate()
    app.wait(10)
    return judged("proportional set size", sizes["Pss"] / 1024, 40, "MiB")


def bench_program(name):
    with quiet_desktop() as desktop:
        return subprocess.run([program(name)], env=desktop.environment, check=False).returncode == 0


def quiet_desktop():
    """Without the accessibility bus, which costs every program something while a screen reader listens."""
    desktop = Desktop(width=1280, height=900)
    del desktop.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
    return desktop


def large():
    results = []
    for count in (1_000, 10_000):
        with quiet_desktop() as desktop:
            add_accounts(desktop, count)
            results.append(start(desktop, count, 500, 5))
    return all(results)


def main():
    stop_on_signals()
    wanted = sys.argv[1:] or ["start", "memory", "idle", "large", "save", "filter"]
    with_accounts = {"start": start, "idle": idle, "memory": memory}
    alone = {"large": large, "save": lambda: bench_program("bench_save"), "filter": lambda: bench_program("bench_filter")}
    results = [alone[one]() for one in wanted if one in alone]
    if set(wanted) & set(with_accounts):
        with quiet_desktop() as desktop:
            add_accounts(desktop)
            results += [with_accounts[one](desktop) for one in wanted if one in with_accounts]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
