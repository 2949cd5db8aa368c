// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// libFuzzer: build/fuzz/bin/fuzz/fuzz_push_enrolment NEW_CORPUS tests/data/fuzz/push_enrolment
#include "tests/fuzz/targets.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    watchword::fuzz::pushEnrolment(std::as_bytes(std::span(data, size)));
    return 0;
}
