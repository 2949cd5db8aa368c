// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <vector>

namespace watchword::app {

/// Copies the arguments of `main` (without the program's name) and overwrites them where they stood: a link among them
/// holds a secret, and every user of the computer can read a process's arguments. The first thing a program does.
std::vector<SecretBytes> takeArguments(int argc, char **argv);

} // namespace watchword::app
