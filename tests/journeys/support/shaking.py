# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a busy machine of a quiet one: with WATCHWORD_SHAKING=SEED the program under test stands still again and again, and
so does who looks at it. A story that then fails looks at something while it changes, or is in too much of a hurry."""
import os
import random
import signal
import threading
import time

_seed = os.environ.get("WATCHWORD_SHAKING")
_chance = random.Random(_seed)


def shake(process):
    """Stops this process (a Popen) for 10 to 300 ms at a time, two thirds of the time, for as long as it runs."""
    if _seed is not None:
        threading.Thread(target=_stop_and_go, args=(process, random.Random(f"{_seed} {process.pid}")), daemon=True).start()


def hesitate():
    """Before a look: one in fifty takes up to 0.2 s."""
    if _seed is not None and _chance.random() < 0.02:
        time.sleep(_chance.uniform(0, 0.2))


def _stop_and_go(process, chance):
    while process.returncode is None:
        for number, most in ((signal.SIGSTOP, 0.3), (signal.SIGCONT, 0.15)):
            process.send_signal(number)
            time.sleep(chance.uniform(0.01, most))
