#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Watchword authors
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz_one.sh PROGRAM: SECONDS_EACH seconds from the target's stored inputs; what fails is written below the folder FOUND and
# its output shown. Fails when something was found or nothing was tried.
set -u
name=${1##*/fuzz_}
data=$(dirname "${BASH_SOURCE[0]}")/../data/fuzz/$name
[ -d "$data" ] || { echo "fuzz: no stored inputs in tests/data/fuzz/$name"; exit 1; }
mkdir "$FOUND/$name"
"$1" -seed=1 -max_total_time="$SECONDS_EACH" -timeout=10 -artifact_prefix="$FOUND/" "$FOUND/$name" "$data" >"$FOUND/$name.log" 2>&1 ||
    { tail -n 40 "$FOUND/$name.log"; exit 1; }
sed -n "s/^Done \\([0-9]*\\) runs in \\([0-9]*\\) second.*/fuzz: $name: \\1 inputs in \\2 s/p" "$FOUND/$name.log" | grep . || exit 1
