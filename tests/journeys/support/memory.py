# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks for a secret in the memory of a running program."""
import base64
import re

_CHUNK = 1 << 20


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
    """{what it is called: bytes} of all that a secret may look like: raw, hex, base32, base64, and as text in UTF-8 and UTF-16.
    `text` is what people type, or None. What is cut in half is found by its second half."""
    def written(given):
        base32, base64_ = base64.b32encode(given).decode().rstrip("="), base64.b64encode(given).decode().rstrip("=")
        return {"hex": given.hex(), "HEX": given.hex().upper(), "base32": base32, "base32, small": base32.lower(), "base64": base64_}
    found = {"raw": value, "raw, second half": value[len(value) // 2:]}
    words = written(value) | ({"text": text, "text, second half": text[len(text) // 2:]} if text is not None else {})
    for name, one in words.items():
        found[name + " in UTF-8"] = one.encode()
        found[name + " in UTF-16"] = one.encode("utf-16-le")
    return found


def _full_pieces(memory, start, end, overlap):
    """What was ever written to, in pieces; each begins with the end of the one before, if that was beside it."""
    before = b""
    for at in range(start, end, _CHUNK):
        try:
            memory.seek(at)
            content = memory.read(min(_CHUNK, end - at))
        except (OSError, ValueError, OverflowError):
            before = b""
            continue
        if content.count(0) != len(content):
            yield before + content
        before = content[-overlap:]


def count_in_memory(pid, pieces):
    """({name: how often}, {(mapping, name)}) of all pieces (name: bytes)."""
    names = {}
    for name, piece in pieces.items():
        names.setdefault(piece, []).append(name)
    counts, places = dict.fromkeys(pieces, 0), set()
    overlap = max(map(len, names)) - 1
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, mapping in _mappings(pid):
            for content in _full_pieces(memory, start, end, overlap):
                for piece in names:
                    if times := content.count(piece):
                        for name in names[piece]:
                            counts[name] += times
                            places.add((mapping, name))
    return counts, places
