// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_bytes.h"

#include "core/base/secret_arena.h"

#include <openssl/crypto.h>

#include <QString>
#include <QStringEncoder>

#include <algorithm>
#include <cstring>
#include <utility>

namespace watchword {

SecretBytes::SecretBytes(std::size_t size)
{
    resize(size);
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes()
{
    clear();
}

SecretBytes SecretBytes::copyOf(ByteView bytes)
{
    SecretBytes copy;
    copy.append(bytes);
    return copy;
}

SecretBytes SecretBytes::takeFrom(QByteArray &source)
{
    SecretBytes taken = copyOf(bytesOf(source));
    wipe(source);
    return taken;
}

SecretBytes SecretBytes::takeFrom(QString &source)
{
    SecretBytes taken;
    if (!source.isEmpty()) {
        QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
        taken.resize(std::size_t(encoder.requiredSpace(source.size())));
        char *const start = reinterpret_cast<char *>(taken.m_data);
        taken.resize(std::size_t(encoder.appendToBuffer(start, source) - start));
    }
    wipe(source);
    return taken;
}

QByteArrayView SecretBytes::text() const noexcept
{
    return {reinterpret_cast<const char *>(m_data), qsizetype(m_size)};
}

void SecretBytes::append(ByteView bytes)
{
    if (bytes.empty())
        return;
    if (m_size + bytes.size() <= m_capacity) {
        std::memmove(m_data + m_size, bytes.data(), bytes.size());
        m_size += bytes.size();
        return;
    }
    // The old place is released last: `bytes` may lie in it.
    const std::size_t wanted = std::max(m_size + bytes.size(), m_capacity * 2);
    const std::span<std::byte> block = SecretArena::ofProcess().allocate(wanted);
    std::ranges::copy(view(), block.begin());
    std::ranges::copy(bytes, block.begin() + std::ptrdiff_t(m_size));
    const std::size_t size = m_size + bytes.size();
    clear();
    m_data = block.data();
    m_size = size;
    m_capacity = block.size();
}

void SecretBytes::reserve(std::size_t capacity)
{
    if (capacity <= m_capacity)
        return;
    const std::span<std::byte> block = SecretArena::ofProcess().allocate(capacity);
    std::ranges::copy(view(), block.begin());
    const std::size_t size = m_size;
    clear();
    m_data = block.data();
    m_size = size;
    m_capacity = block.size();
}

void SecretBytes::resize(std::size_t size)
{
    if (size < m_size)
        wipe(std::span(m_data + size, m_size - size));
    else
        reserve(size);
    // What lies between size and capacity is always zero.
    m_size = size;
}

void SecretBytes::clear() noexcept
{
    SecretArena::ofProcess().release({m_data, m_capacity});
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

bool operator==(const SecretBytes &a, const SecretBytes &b) noexcept
{
    return a.m_size == b.m_size && (a.m_size == 0 || CRYPTO_memcmp(a.m_data, b.m_data, a.m_size) == 0);
}

void wipe(std::span<std::byte> memory) noexcept
{
    if (!memory.empty())
        OPENSSL_cleanse(memory.data(), memory.size());
}

// Shared and static buffers are left alone: writing there would change other strings.
void wipe(QByteArray &bytes) noexcept
{
    if (bytes.isDetached())
        wipe(std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.capacity()))));
    bytes = QByteArray();
}

void wipe(QString &text) noexcept
{
    if (text.isDetached())
        wipe(std::as_writable_bytes(std::span(text.data(), std::size_t(text.capacity()))));
    text = QString();
}

bool secretsAreLocked() noexcept
{
    return SecretArena::ofProcess().isLocked();
}

} // namespace watchword
