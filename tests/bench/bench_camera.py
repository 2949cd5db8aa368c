#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_camera.py [recall|program]…: what the webcam's way costs and finds.

recall   200 made-up frames of a webcam (WATCHWORD_BENCH_FRAMES), by our reader and by zbarimg
program  from the button to the first frame, median of 10; processor time with the picture shown, over ten seconds, with a code of
         others and with none; memory of the program itself before and after a scan

WATCHWORD_BIN is the folder with the programs of a release build, bench_webcam, and the cameras of the tests.
"""
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "journeys"))

from support.adding import accept_card, link_to, new_secret  # noqa: E402
from support.desktop import Desktop  # noqa: E402
from support.processes import wait_until  # noqa: E402
from support.sandbox import stop_on_signals  # noqa: E402
from support.webcams import Webcams, filming, filming_program, held_up, room  # noqa: E402

FIRST_SEED = 300_001  # that nobody has looked at


def recall():
    count = int(os.environ.get("WATCHWORD_BENCH_FRAMES", "200"))
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([os.path.join(os.environ["WATCHWORD_BIN"], "bench_webcam"), str(FIRST_SEED), str(count), folder],
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=True)
        rows = [line.split() for line in done.stdout.splitlines()]
        ours = {int(seed) for seed, how, _ in rows if how == "read"}
        times = sorted(int(row[2]) for row in rows)
        theirs = {int(seed) for seed, *_ in rows if zbarimg(folder, seed)}
    print(f"ours: {len(ours)} of {count} ({len(ours) / count:.1%}), {statistics.median(times):g} ms a frame, "
          f"95 of 100 within {times[len(times) * 95 // 100]} ms, at most {times[-1]} ms")
    print(f"zbarimg: {len(theirs)} of {count} ({len(theirs) / count:.1%}); both {len(ours & theirs)}, only zbarimg "
          f"{len(theirs - ours)}", flush=True)


def zbarimg(folder, seed):
    path = os.path.join(folder, seed)
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", path + ".png"],
                          capture_output=True, check=False)
    with open(path + ".txt", "rb") as file:
        return done.stdout.strip() == file.read().strip()


def seconds_used(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def proportional_kb(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.MULTILINE)[1])


def open_camera(app):
    app.press("Use the webcam")
    return filming_program(app.process.pid)


def close_camera(app):
    app.press("Close")
    app.wait_gone("push button", "Close")
    wait_until("the camera is off", lambda: not filming(app.process.pid))


def first_frames(app):
    return [int(number) for number in re.findall(r"camera: first frame after (\d+) ms", app.output())]


def program():
    with Desktop() as desktop:
        cameras = Webcams(desktop)
        cameras.show(room(desktop))
        desktop.environment.update(QT_LOGGING_RULES="watchword.scan.debug=true", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
        app = desktop.start_app()
        for number in range(11):
            open_camera(app)
            wait_until("there is a picture", lambda: len(first_frames(app)) > number, 30)
            close_camera(app)
        took = first_frames(app)[1:]  # the first of all looks for plug-ins
        print(f"first frame: median {statistics.median(took):g} ms, {min(took)} to {max(took)} ms; the first of all "
              f"{first_frames(app)[0]} ms", flush=True)

        child = open_camera(app)
        for what, picture in (("no code", room(desktop)),
                              ("a code of others", held_up(desktop, "phonefactor://activate?code=1&url=https://example.org"))):
            cameras.show(picture)
            time.sleep(2)
            before = seconds_used(app.process.pid), seconds_used(child)
            time.sleep(10)
            after = seconds_used(app.process.pid), seconds_used(child)
            print(f"shown, {what}: {(after[0] - before[0]) * 10:.1f} % of a processor, its child {(after[1] - before[1]) * 10:.1f} %",
                  flush=True)
        close_camera(app)

        time.sleep(5)
        before = proportional_kb(app.process.pid)
        cameras.show(held_up(desktop, link_to(new_secret())))
        app.press("Use the webcam")
        accept_card(app)
        time.sleep(35)  # threads that have nothing to do go after 30 s
        after = proportional_kb(app.process.pid)
        print(f"memory (PSS): {before / 1024:.1f} MiB before a scan, {after / 1024:.1f} MiB after it", flush=True)


if __name__ == "__main__":
    stop_on_signals()
    for name in sys.argv[1:] or ("recall", "program"):
        {"recall": recall, "program": program}[name]()
