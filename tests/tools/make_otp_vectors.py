#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes one-time codes made with Python's own hmac, to compare Watchword's with.

    make_otp_vectors.py > tests/data/otp/vectors.csv      what is committed
    make_otp_vectors.py --seed N --count N                others, drawn from a seed (tst_otp asks for them live)

Columns: kind (totp, hotp, steam), algorithm, secret in hex, digits, period, moment (UNIX seconds, or the counter of
hotp), code. Written from the words of RFC 4226 and RFC 6238, not from Watchword's code.
"""
import argparse
import calendar
import csv
import hmac
import random
import sys

ALGORITHMS = ("SHA1", "SHA224", "SHA256", "SHA384", "SHA512")
STEAM_LETTERS = "23456789BCDFGHJKMNPQRTVWXY"
YEAR_2500 = calendar.timegm((2500, 12, 31, 23, 59, 59))


def truncated(secret: bytes, counter: int, algorithm: str) -> int:
    digest = hmac.new(secret, counter.to_bytes(8, "big"), algorithm.lower()).digest()
    offset = digest[-1] & 0x0F
    return int.from_bytes(digest[offset:offset + 4], "big") & 0x7FFFFFFF


def decimal_code(secret: bytes, counter: int, algorithm: str, digits: int) -> str:
    return str(truncated(secret, counter, algorithm) % 10**digits).zfill(digits)


def steam_code(secret: bytes, counter: int) -> str:
    value = truncated(secret, counter, "SHA1")
    letters = ""
    for _ in range(5):
        value, place = divmod(value, len(STEAM_LETTERS))
        letters += STEAM_LETTERS[place]
    return letters


def row(kind: str, algorithm: str, secret: bytes, digits: int, period: int, moment: int) -> list:
    if kind == "steam":
        code = steam_code(secret, moment // 30)
    else:
        code = decimal_code(secret, moment if kind == "hotp" else moment // period, algorithm, digits)
    return [kind, algorithm, secret.hex(), digits, period, moment, code]


def committed_rows(draw: random.Random):
    """Each algorithm with each number of digits, each year, each kind of edge."""
    for algorithm in ALGORITHMS:
        for digits in range(1, 11):
            secret = draw.randbytes(draw.randint(1, 140))
            yield row("totp", algorithm, secret, digits, 30, draw.randint(0, YEAR_2500))
            yield row("hotp", algorithm, secret, digits, 0, draw.randint(0, 2**64 - 1))
    secret = draw.randbytes(20)
    for year in range(1970, 2501):
        first_second = calendar.timegm((year, 1, 1, 0, 0, 0))
        yield row("totp", "SHA1", secret, 8, 30, first_second)
        if year > 1970:
            yield row("totp", "SHA1", secret, 8, 30, first_second - 1)
    for counter in (0, 1, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63 - 1, 2**63, 2**64 - 1):
        yield row("hotp", "SHA256", secret, 6, 0, counter)
    for period in (1, 2, 7, 10, 15, 30, 60, 90, 3600, 86399, 86400):
        for moment in (0, period - 1, period, 2 * period - 1, 1234567890, YEAR_2500):
            yield row("totp", "SHA512", secret, 10, period, moment)
    for size in (1, 2, 10, 20, 63, 64, 65, 127, 128, 129, 1000):  # around the block sizes of the hash functions
        for algorithm in ALGORITHMS:
            yield row("totp", algorithm, draw.randbytes(size), 10, 30, 1234567890)
    for _ in range(30):
        yield row("steam", "SHA1", draw.randbytes(20), 5, 30, draw.randint(0, YEAR_2500))


def drawn_rows(draw: random.Random, count: int):
    for _ in range(count):
        kind = draw.choice(("totp", "totp", "hotp", "steam"))
        algorithm = "SHA1" if kind == "steam" else draw.choice(ALGORITHMS)
        digits = 5 if kind == "steam" else draw.randint(1, 10)
        period = {"totp": draw.randint(1, 86400), "hotp": 0, "steam": 30}[kind]
        moment = draw.randint(0, 2**64 - 1 if kind == "hotp" else YEAR_2500)
        yield row(kind, algorithm, draw.randbytes(draw.randint(1, 200)), digits, period, moment)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=4226)
    arguments.add_argument("--count", type=int, default=0, help="that many drawn rows instead of the committed ones")
    chosen = arguments.parse_args()
    draw = random.Random(chosen.seed)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["kind", "algorithm", "secret", "digits", "period", "moment", "code"])
    writer.writerows(drawn_rows(draw, chosen.count) if chosen.count else committed_rows(draw))
    return 0


if __name__ == "__main__":
    sys.exit(main())
