# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for a secret in the memory of a running program."""
import base64
import re

_CHUNK = 1 << 24


def _mappings(pid):
    """(start, end, name) of everything that can be read and written."""
    with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as maps:
        for line in maps:
            place, rights, *_ = fields = line.split(maxsplit=5)
            if rights.startswith("rw"):
                start, end = (int(part, 16) for part in place.split("-"))
                yield start, end, fields[5].strip() if len(fields) > 5 else "(heap of a thread or mapped)"


def _pieces(secret):
    """Halves too: a buffer that grew while it was typed into was left with a part."""
    key = base64.b32decode(secret)
    found = {"the key": key, "half of the key": key[len(key) // 2:]}
    for what, text in (("text", secret), ("first half", secret[:len(secret) // 2]), ("second half", secret[len(secret) // 2:])):
        for dress, value in (("UTF-8", text.encode()), ("UTF-16", text.encode("utf-16-le"))):
            found[f"{what} in {dress}"] = value
    return {what: re.compile(re.escape(value), 0 if "key" in what else re.IGNORECASE) for what, value in found.items()}


def find_in_memory(pid, secret):
    """[(mapping, what)] for a base32 secret."""
    pieces, found = _pieces(secret), []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name in _mappings(pid):
            for at in range(start, end, _CHUNK):
                try:
                    memory.seek(at)
                    content = memory.read(min(_CHUNK + 256, end - at))
                except (OSError, ValueError, OverflowError):
                    continue
                found += [(name, what) for what, piece in pieces.items() if piece.search(content)]
    return sorted(set(found))


def flags_of_mappings(pid):
    """[(kilobytes, set of flags)] of every mapping, as in smaps: `lo` is locked, `dd` is left out of core dumps."""
    found, size = [], 0
    with open(f"/proc/{pid}/smaps", encoding="utf-8", errors="replace") as smaps:
        for line in smaps:
            if line.startswith("Size:"):
                size = int(line.split()[1])
            elif line.startswith("VmFlags:"):
                found.append((size, set(line.split()[1:])))
    return found


def dresses(value, text):
    """{what it is called: bytes} of all that a secret may look like: raw, hex, base32, base64, and as text in UTF-8 and UTF-16, in
    either case and cut in half. `text` is what people type, or None."""
    found = {}

    def put(name, piece):
        if len(piece) >= 6:
            found[name] = piece
    for part, its_bytes in (("", value), ("first half, ", value[:len(value) // 2]), ("second half, ", value[len(value) // 2:])):
        put(part + "raw", its_bytes)
        written = {"hex": its_bytes.hex(), "HEX": its_bytes.hex().upper(), "base32": base64.b32encode(its_bytes).decode().rstrip("="),
                   "base64": base64.b64encode(its_bytes).decode().rstrip("=")}
        written["base32, small"] = written["base32"].lower()
        for name, words in written.items():
            words = words[:len(words) - 1] if part.startswith("first") else words  # the last sign depends on what follows
            put(f"{part}{name} in UTF-8", words.encode())
            put(f"{part}{name} in UTF-16", words.encode("utf-16-le"))
    if text is not None:
        half = len(text) // 2
        for part, words in (("", text), ("first half, ", text[:half]), ("second half, ", text[half:])):
            put(part + "text in UTF-8", words.encode())
            put(part + "text in UTF-16", words.encode("utf-16-le"))
    return found


def count_in_memory(pid, pieces):
    """{name: how often} of all pieces (name: bytes), in one pass; and where, for those that are there."""
    counts, places = dict.fromkeys(pieces, 0), set()
    overlap = max(map(len, pieces.values()))
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name in _mappings(pid):
            for at in range(start, end, _CHUNK):
                try:
                    memory.seek(at)
                    content = memory.read(min(_CHUNK + overlap, end - at))
                except (OSError, ValueError, OverflowError):
                    continue
                for what, piece in pieces.items():
                    times = content.count(piece)
                    counts[what] += times
                    if times:
                        places.add((name, what))
    return counts, sorted(places)
