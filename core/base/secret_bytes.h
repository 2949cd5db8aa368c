// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstring>
#include <span>

namespace watchword {

using ByteView = std::span<const std::byte>;

/// The bytes of a QByteArray, a string literal or any contiguous bytes, without a copy.
inline ByteView bytesOf(QByteArrayView view)
{
    return std::as_bytes(std::span(view.data(), std::size_t(view.size())));
}

/// Compares as fast as it can, in a time that depends on the content: for texts, not for proofs.
inline bool sameBytes(ByteView a, ByteView b) noexcept
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

/// A secret: bytes in the process's one locked arena (`secret_arena.h`), move-only, wiped when destroyed, moved from,
/// shrunk or grown out of their place. What the arena cannot hold is still given, unlocked but wiped all the same, and
/// `doctor` says so.
class SecretBytes
{
public:
    SecretBytes() noexcept = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes();

    /// A copy of bytes that live elsewhere; wiping those is the caller's.
    static SecretBytes copyOf(ByteView bytes);
    /// Takes the bytes out of `source` and wipes and clears it (its buffer must not be shared).
    static SecretBytes takeFrom(QByteArray &source);
    /// UTF-8 of `source`, which is wiped and cleared (its buffer must not be shared).
    static SecretBytes takeFrom(QString &source);

    SecretBytes clone() const { return copyOf(view()); }

    ByteView view() const noexcept { return {m_data, m_size}; }
    std::span<std::byte> data() noexcept { return {m_data, m_size}; }
    /// The bytes as UTF-8/ASCII text, without a copy.
    QByteArrayView text() const noexcept;
    std::size_t size() const noexcept { return m_size; }
    bool isEmpty() const noexcept { return m_size == 0; }

    /// Adds at the end; an old place that was left is wiped.
    void append(ByteView bytes);
    /// Makes room so that appends up to `capacity` bytes do not move.
    void reserve(std::size_t capacity);
    /// Cuts or adds zero bytes; what is cut is wiped.
    void resize(std::size_t size);
    void clear() noexcept;

    /// Compares without a time that depends on the content.
    friend bool operator==(const SecretBytes &a, const SecretBytes &b) noexcept;

private:
    std::byte *m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Overwrites memory in a way that is not optimised away.
void wipe(std::span<std::byte> memory) noexcept;
/// Overwrites and clears; only of use on an unshared buffer.
void wipe(QByteArray &bytes) noexcept;
void wipe(QString &text) noexcept;

/// Whether the arena is locked in memory, for the doctor.
bool secretsAreLocked() noexcept;

} // namespace watchword
