// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_arena.h"

#include "core/base/secret_bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace watchword {

namespace {

constexpr std::size_t wordBits = 64;
constexpr std::size_t processArenaSize = std::size_t{1024} * 1024;

std::size_t roundedUpTo(std::size_t size, std::size_t unit)
{
    return (size + unit - 1) / unit * unit;
}

} // namespace

SecretArena::SecretArena(std::size_t size)
{
    const std::size_t pageSize = std::size_t(::sysconf(_SC_PAGESIZE));
    const std::size_t wanted = roundedUpTo(size, pageSize);
    void *place = ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED)
        return;
    m_start = static_cast<std::byte *>(place);
    m_size = wanted;
    m_granules = wanted / granule;
    m_used.assign(roundedUpTo(m_granules, wordBits) / wordBits, 0);
    m_locked = ::mlock(place, wanted) == 0;
#ifdef MADV_DONTDUMP
    ::madvise(place, wanted, MADV_DONTDUMP);
#endif
}

SecretArena::~SecretArena()
{
    if (!m_start)
        return;
    wipe(std::span(m_start, m_size));
    ::munmap(m_start, m_size);
}

SecretArena &SecretArena::ofProcess()
{
    // Never destroyed: secrets in static objects may outlive any order of destruction.
    static SecretArena *const arena = new SecretArena(processArenaSize);
    return *arena;
}

std::span<std::byte> SecretArena::allocate(std::size_t size)
{
    if (size == 0)
        return {};
    const std::size_t room = roundedUpTo(size, granule);
    {
        const std::scoped_lock lock(m_mutex);
        const std::size_t count = room / granule;
        const std::size_t first = findFree(count);
        if (first != m_granules) {
            mark(first, count, true);
            m_searchFrom = first + count;
            return {m_start + first * granule, room};
        }
        m_overflowed = true;
    }
    auto *block = static_cast<std::byte *>(::operator new(room, std::align_val_t(granule)));
    std::memset(block, 0, room);
    return {block, room};
}

void SecretArena::release(std::span<std::byte> block) noexcept
{
    if (block.empty())
        return;
    wipe(block);
    if (!contains(block.data())) {
        ::operator delete(block.data(), std::align_val_t(granule));
        return;
    }
    const std::scoped_lock lock(m_mutex);
    const auto first = std::size_t(block.data() - m_start) / granule;
    mark(first, block.size() / granule, false);
    m_searchFrom = std::min(m_searchFrom, first);
}

bool SecretArena::contains(const std::byte *place) const noexcept
{
    const auto start = reinterpret_cast<std::uintptr_t>(m_start);
    const auto address = reinterpret_cast<std::uintptr_t>(place);
    return address >= start && address - start < m_size;
}

bool SecretArena::isLocked() const noexcept
{
    const std::scoped_lock lock(m_mutex);
    return m_locked && !m_overflowed;
}

// First fit from where the last search ended, then from the start; m_granules: nothing.
std::size_t SecretArena::findFree(std::size_t count) const noexcept
{
    if (count > m_granules)
        return m_granules;
    const std::size_t found = findFree(count, m_searchFrom, m_granules);
    return found != m_granules ? found : findFree(count, 0, m_granules);
}

// Goes from run to run of equal bits, not from bit to bit: a full arena is asked for every secret that it cannot hold.
std::size_t SecretArena::findFree(std::size_t count, std::size_t from, std::size_t end) const noexcept
{
    const auto runFrom = [this](std::size_t start, std::size_t limit, bool isUsed) {
        std::size_t at = start;
        while (at < limit) {
            const std::uint64_t word = (isUsed ? ~m_used[at / wordBits] : m_used[at / wordBits]) >> (at % wordBits);
            if (word != 0)
                return std::min(limit, at + std::size_t(std::countr_zero(word)));
            at += wordBits - at % wordBits;
        }
        return limit;
    };
    while (from < end) {
        const std::size_t first = runFrom(from, end, true);
        const std::size_t past = runFrom(first, std::min(end, first + count), false); // no further than is wanted
        if (past - first >= count)
            return first;
        from = past;
    }
    return m_granules;
}

void SecretArena::mark(std::size_t first, std::size_t count, bool isUsed) noexcept
{
    for (std::size_t at = first; at < first + count;) {
        const std::size_t bits = std::min(wordBits - at % wordBits, first + count - at);
        const std::uint64_t mask = (bits == wordBits ? ~std::uint64_t{0} : (std::uint64_t{1} << bits) - 1)
            << (at % wordBits);
        m_used[at / wordBits] = isUsed ? m_used[at / wordBits] | mask : m_used[at / wordBits] & ~mask;
        at += bits;
    }
}

} // namespace watchword
