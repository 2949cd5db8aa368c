# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ as a row of tokens, so that a check of the source is fooled by no comment, string, line break or macro line."""
import bisect
import re

_TOKEN = re.compile(r"""
      (?P<space>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))
    | (?P<raw>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\((?P<inside>.*?)\)(?P=mark)")
    | (?P<string>(?:u8|[uUL])?"(?P<text>(?:\\.|[^"\\\n])*)")
    | (?P<char>(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')
    | (?P<number>\.?\d(?:[eEpP][+-]|'(?=\w)|[\w.])*)
    | (?P<word>[A-Za-z_]\w*)
    | (?P<mark2>::|->|<<|>>|==|!=|<=|>=|&&|\|\|)
    | (?P<other>.)
    """, re.VERBOSE | re.DOTALL)
_SPLICE = re.compile(r"\\\r?\n")


class Source:
    """`flat` is the text with one blank between any two tokens and every string as `""`; `strings` holds, by its place in
    `flat`, what was in it. Strings beside each other are one, as the compiler sees them."""

    def __init__(self, text):
        cuts = [match.start() for match in _SPLICE.finditer(text)]
        spliced = _SPLICE.sub("", text)
        breaks = [match.start() for match in re.finditer("\n", spliced)]
        # Where a line was spliced, counted in the text after it.
        lost = [cut - sum(len(match[0]) for match in list(_SPLICE.finditer(text))[:number])
                for number, cut in enumerate(cuts)]
        self.strings = {}
        self._places, self._lines = [], []
        parts, length, last = [], 0, None
        for match in _TOKEN.finditer(spliced):
            if match.lastgroup == "space":
                continue
            inside = match["inside"] if match["raw"] is not None else match["text"] if match["string"] is not None else None
            if inside is not None and last is not None and self._ends_with(last, length):
                self.strings[last] += inside
                continue
            token = '""' if inside is not None else "''" if match["char"] is not None else match[0]
            if inside is not None:
                last = length
                self.strings[length] = inside
            self._places.append(length)
            self._lines.append(1 + bisect.bisect_left(breaks, match.start()) + bisect.bisect_right(lost, match.start()))
            parts.append(token)
            length += len(token) + 1
        self.flat = " ".join(parts)

    @staticmethod
    def _ends_with(last, length):
        return last + 3 == length

    def line(self, place):
        """The line, from 1, of what stands at a place in `flat`."""
        return self._lines[bisect.bisect_right(self._places, place) - 1]
