// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/random.h"

#include "core/crypto/openssl.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <limits>

namespace watchword::crypto {

namespace {

/// Calls that have returned leave what was in their frames: names of accounts were found there, of JSON that was read.
[[gnu::noinline]] void clearStack()
{
    std::array<std::byte, 65'536> frames; // NOLINT(cppcoreguidelines-pro-type-member-init)
    OPENSSL_cleanse(frames.data(), frames.size());
}

} // namespace

Result<void> randomBytes(std::span<std::byte> memory)
{
    if (memory.empty())
        return {};
    if (memory.size() > std::size_t(std::numeric_limits<int>::max())
        || RAND_priv_bytes(outputTo(memory), int(memory.size())) != 1) {
        wipe(memory);
        return opensslFailure(QStringLiteral("random numbers"));
    }
    return {};
}

void releaseThread()
{
    OPENSSL_thread_stop();
    clearStack();
}

} // namespace watchword::crypto
