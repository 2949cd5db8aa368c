// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tools/screens/code_class.h"

namespace watchword::screens {

const char *nameOf(CodeClass one)
{
    static constexpr std::array<const char *, codeClassCount> names{
        "plain",          "inverted",       "coloured",     "round modules",   "round finders", "logo",
        "quiet zone 0-1", "quiet zone 2-3", "low contrast", "tiny modules",    "large modules", "zoom, nearest",
        "zoom, bilinear", "zoom, bicubic",  "JPEG",         "blurred",         "noisy",         "turned",
        "dense",          "several",        "overlaid",     "on a photograph", "of paper",      "of a phone",
        "of a monitor",   "tilt to 20",     "tilt 20-35",   "tilt 35-50",      "upright",       "any way up",
        "unsharp",        "grainy",         "moire",        "glare",           "JPEG 60-70",    "small"};
    return names[std::size_t(one)];
}

} // namespace watchword::screens
