// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/taken_arguments.h"

#include <cstring>

namespace watchword::app {

std::vector<SecretBytes> takeArguments(int argc, char **argv)
{
    std::vector<SecretBytes> taken;
    for (int i = 1; i < argc; ++i) {
        const std::span<char> argument(argv[i], std::strlen(argv[i]));
        taken.push_back(SecretBytes::copyOf(std::as_bytes(argument)));
        wipe(std::as_writable_bytes(argument));
    }
    return taken;
}

} // namespace watchword::app
