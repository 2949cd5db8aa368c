#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_program.py [start|idle|memory|large|save|filter|scan]…: what the built program costs, with accounts in a real keychain.

start   milliseconds from the start to the codes on the screen, against an empty window, started alternately; 50 accounts
large   the same with 1,000 and 10,000 accounts
save    one save with 50, 1,000 and 10,000 accounts, median of 20
filter  one keystroke in the search with 10,000 accounts, from the key to the painted list
scan    a scan of the screen, step by step, the first one of a program and later ones; medians of ten
idle    processor time with the window shown, and hidden, over 120 seconds each (WATCHWORD_BENCH_SECONDS)
memory  proportional set size, shown

WATCHWORD_BIN is the folder with the programs of a release build and the bench programs.
"""
import os
import re
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))

from support.desktop import Desktop  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import stop_on_signals  # noqa: E402

ACCOUNTS = 50
ROUNDS = 20


def program(name):
    return os.path.join(os.environ["WATCHWORD_BIN"], name)


def add_accounts(desktop, count=ACCOUNTS):
    """By the program's own core: thousands in one go, as an import has them."""
    subprocess.run([program("bench_save"), "fill", str(count)], env=desktop.environment, check=True)


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


def quiet_desktop(width=1280, height=900):
    """Without the accessibility bus, which costs every program something while a screen reader listens."""
    desktop = Desktop(width=width, height=height)
    del desktop.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
    return desktop


def large():
    results = []
    for count in (1_000, 10_000):
        with quiet_desktop() as desktop:
            add_accounts(desktop, count)
            results.append(start(desktop, count, 500, 5))
    return all(results)


# What the program logs of a scan, in order, and the step that has ended then.
STEPS = {"asked for": None, "our windows are gone": "hide", "captured": "capture", "searched": "find",
         "the card is shown": "card"}
LOGGED = re.compile(r"^ *([0-9.]+) watchword\.scan (" + "|".join(STEPS) + ")", re.M)


def scan_once(desktop, number):
    """Milliseconds of each step of the program's scan of this number (from 0), by the program's own log."""
    log = desktop.log("watchword-scan")

    def logged():
        with open(log, encoding="utf-8") as file:
            return LOGGED.findall(file.read())
    desktop.keys("ctrl+shift+s")
    wait_until("the card is shown", lambda: sum(what == "the card is shown" for _, what in logged()) > number, 20)
    steps = logged()
    last = max(place for place, (_, what) in enumerate(steps) if what == "asked for")
    took, before = dict.fromkeys(filter(None, STEPS.values()), 0), float(steps[last][0])
    for at, what in steps[last + 1:]:
        took[STEPS[what]] += 1000 * (float(at) - before)  # a second look counts into the same steps
        before = float(at)
    return took


def scans_of_a_program(desktop, count=2):
    """The steps of the first scan of a fresh program, and of those after it."""
    environment = dict(desktop.environment, QT_LOGGING_RULES="watchword.scan.debug=true",
                       QT_MESSAGE_PATTERN="%{time boot} %{category} %{message}")
    open(desktop.log("watchword-scan"), "w", encoding="utf-8").close()
    app = desktop.start_program(program("watchword"), environment=environment, log="watchword-scan")

    def windows():
        return desktop.run_tool("xdotool", "search", "--onlyvisible", "--pid", str(app.pid), check=False).split()
    window = wait_until("the window is there", windows, 20)[-1]
    found = []
    for number in range(count):
        desktop.run_tool("xdotool", "windowactivate", "--sync", window)
        time.sleep(1.5)  # it has settled
        found.append(scan_once(desktop, number))
        for key, count_then in (("Escape", 3), ("Tab", 3), ("Return", 1)):  # the question whether to keep it: no
            time.sleep(0.3)
            desktop.keys(key)
            wait_until("the next window is there", lambda wanted=count_then: len(windows()) == wanted)
    app.terminate()
    app.wait(10)
    return found[0], found[1:]


def scan():
    results = []
    for width, height in ((1920, 1080), (3840, 2160)):
        with quiet_desktop(width, height) as desktop:
            for monitor in ("left", "right"):
                desktop.run_tool("xrandr", "--delmonitor", monitor)
            picture = os.path.join(desktop.outside, "desktop.png")
            subprocess.run([program("bench_qr"), "--write", picture, str(width), str(height)],
                           env=dict(desktop.environment, QT_QPA_PLATFORM="offscreen"), check=True)
            desktop.show_picture(picture, 0, 0)
            first, later = [], []
            for _ in range(10):
                one, others = scans_of_a_program(desktop)
                first.append(one)
                later += others
        for name, scans in (("first", first), ("later", later)):
            medians = {step: statistics.median(one[step] for one in scans) for step in scans[0]}
            print(f"{width} × {height}, {name} scan: " + ", ".join(f"{step} {ms:.0f}" for step, ms in medians.items())
                  + f", together {statistics.median(sum(one.values()) for one in scans):.0f} ms", flush=True)
            if width == 3840:
                results.append(judged(f"find and card at 4K, {name} scan",
                                      statistics.median(one["find"] + one["card"] for one in scans), 80, "ms"))
    return all(results)


def main():
    stop_on_signals()
    wanted = sys.argv[1:] or ["start", "memory", "idle", "large", "save", "filter", "scan"]
    with_accounts = {"start": start, "idle": idle, "memory": memory}
    alone = {"large": large, "scan": scan, "save": lambda: bench_program("bench_save"),
             "filter": lambda: bench_program("bench_filter")}
    results = [alone[one]() for one in wanted if one in alone]
    if set(wanted) & set(with_accounts):
        with quiet_desktop() as desktop:
            add_accounts(desktop)
            results += [with_accounts[one](desktop) for one in wanted if one in with_accounts]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
