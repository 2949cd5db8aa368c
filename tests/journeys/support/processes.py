# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting programs so that every one of them, and whatever they start, can be stopped again by its process id."""
import ctypes
import os
import signal
import subprocess
import time

PATIENCE = 30  # seconds: what takes a moment, on a busy machine

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def adopt_orphans():
    """Daemons that detach themselves become children of this process instead of init's, so that we can find them."""
    _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _die_with_parent():
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def start(arguments, environment, log=None, **more):
    """Starts a program in a process group of its own that does not outlive this process. Output goes to `log`, a file
    name, or stays where ours goes."""
    if log is not None:
        with open(log, "ab") as output:
            return subprocess.Popen(arguments, env=environment, stdout=more.pop("stdout", output), stderr=output,
                                    start_new_session=True, preexec_fn=_die_with_parent, **more)
    return subprocess.Popen(arguments, env=environment, start_new_session=True, preexec_fn=_die_with_parent, **more)


def _parents():
    """{process id: parent's id} of every live process."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                rest = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if rest[0] not in "ZX":
            found[int(name)] = int(rest[1])
    return found


def descendants(of):
    """Process ids of everything that `of` started, directly or not, and that still runs."""
    parents = _parents()
    found, todo = [], [of]
    while todo:
        parent = todo.pop()
        children = [pid for pid, its_parent in parents.items() if its_parent == parent]
        found += children
        todo += children
    return found


def programs_below(pid, name):
    """Process ids of what `pid` started, directly or not, and that is the program of this name by now."""
    found = []
    for child in descendants(pid):
        try:
            if os.path.basename(os.readlink(f"/proc/{child}/exe")) == name:
                found.append(child)
        except OSError:
            continue  # it ended
    return found


def is_alive(pid):
    """It runs; what only waits to be reaped does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def _send(pids, number):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def _reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def stop_tree(root, seconds=2.0):
    """Ends a process and everything below it: asked first, then killed."""
    pids = [root] + descendants(root)
    _send(pids, signal.SIGTERM)
    _send(pids, signal.SIGCONT)
    _wait_gone(pids, seconds)
    _send(pids, signal.SIGKILL)
    _wait_gone(pids, 2.0)


def stop_all_descendants(seconds=2.0):
    """Ends everything this process started, directly or through others. The last thing it does: it reaps them too."""
    for number, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 2.0), (signal.SIGKILL, 2.0)):
        pids = descendants(os.getpid())
        if not pids:
            break
        _send(pids, number)
        _send(pids, signal.SIGCONT)
        _wait_gone(pids, patience, reap=True)
    _reap()


def _wait_gone(pids, seconds, reap=False):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if reap:
            _reap()
        alive = _parents()
        if not any(pid in alive for pid in pids):
            return
        time.sleep(0.02)


def wait_until(what, condition, seconds=PATIENCE, pause=0.05):
    """The first true answer of `condition`; AssertionError naming `what` when the time is up."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds:g} s: {what}")
        time.sleep(pause)
