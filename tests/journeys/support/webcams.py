# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Webcams of a desktop (tests/cameras), what is held up to them, and the program that films."""
import os
import shutil
import subprocess

from . import secrets
from .processes import programs_below, wait_until

_PLUGIN = "libgstwatchwordtestcameras.so"


class Webcams:
    """For programs that are started from now on; none is plugged in at first."""

    def __init__(self, desktop):
        self._desktop = desktop
        self._folder = os.path.join(desktop.base, "webcams")
        os.mkdir(self._folder)
        shutil.copy(os.path.join(os.environ["WATCHWORD_BIN"], "tests", _PLUGIN), self._folder)
        desktop.environment["GST_PLUGIN_PATH"] = self._folder

    def show(self, picture, name="Webcam"):
        """Plugs a camera in, or holds something else up to it."""
        new = os.path.join(self._folder, "new")
        shutil.copy(picture, new)
        os.rename(new, os.path.join(self._folder, name + ".png"))

    def unplug(self, name="Webcam"):
        os.unlink(os.path.join(self._folder, name + ".png"))


# What a camera of 640 × 480 may see

_ROOM = ("-size", "640x480", "gradient:#9a948c-#4b4742", "-attenuate", "0.25", "+noise", "Gaussian")


def plain(desktop, ground, name="plain.png"):
    """One colour, or whatever ImageMagick makes of `ground`, with some noise."""
    path = os.path.join(desktop.outside, name)
    desktop.run_tool("convert", "-size", "640x480", ground, "-attenuate", "0.1", "+noise", "Gaussian", path)
    return path


def bars(desktop, name="bars.png"):
    """The test pattern of television."""
    path = os.path.join(desktop.outside, name)
    colours = ("#c0c0c0", "#c0c000", "#00c0c0", "#00c000", "#c000c0", "#c00000", "#0000c0")
    drawn = [word for number, colour in enumerate(colours)
             for word in ("-fill", colour, "-draw", f"rectangle {number * 640 // 7},0 {(number + 1) * 640 // 7},320")]
    desktop.run_tool("convert", "-size", "640x480", "xc:black", *drawn, path)
    return path


def room(desktop, name="room.png"):
    """Nothing held up."""
    path = os.path.join(desktop.outside, name)
    desktop.run_tool("convert", *_ROOM, path)
    return path


def held_up(desktop, text, *how, carrier=(), side=213, name="held.png"):
    """A code that fills a third of the picture's width. `how`: what becomes of the code, in ImageMagick's words; `carrier`: what
    it is on, in the same."""
    secrets.note(text)
    path = os.path.join(desktop.outside, name)
    code = os.path.join(desktop.outside, "code-" + name)
    subprocess.run(["qrencode", "-o", code, "-s", "6", "-m", "4", "-l", "M"], input=text.encode(), env=desktop.environment,
                   check=True)
    desktop.run_tool("convert", *_ROOM, "(", code, "-filter", "triangle", "-resize", f"{side}x{side}", *carrier,
                     "-background", "none", *how, ")", "-gravity", "center", "-composite", "-blur", "0x0.6", path)
    return path


MIRRORED = ("-flop",)
ROTATED = ("-rotate", "20")
# A phone with a black edge, and the lamp above it in its glass.
PHONE = ("-bordercolor", "white", "-border", "6x40", "-bordercolor", "black", "-border", "10x24",
         "(", "-size", "150x150", "radial-gradient:#ffffffc0-#ffffff00", ")",
         "-gravity", "NorthWest", "-geometry", "+16+50", "-composite", "-geometry", "+0+0")


def filming(pid):
    """Process ids of programs with a camera that this program has started."""
    return programs_below(pid, "watchword-camera")


def filming_program(pid):
    return wait_until("the camera's program runs", lambda: filming(pid), pause=0.01)[0]
