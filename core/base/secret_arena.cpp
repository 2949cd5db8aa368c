// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret_arena.h"

#include "core/base/secret_bytes.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <sys/mman.h>
#include <unistd.h>

namespace watchword {

namespace {

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
    m_used.assign(wanted / granule, false);
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
        if (first != m_used.size()) {
            std::fill_n(m_used.begin() + std::ptrdiff_t(first), count, true);
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
    std::fill_n(m_used.begin() + std::ptrdiff_t(first), block.size() / granule, false);
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

// First fit from where the last search ended, then from the start; size of m_used: nothing.
std::size_t SecretArena::findFree(std::size_t count) const noexcept
{
    const auto search = [&](std::size_t from, std::size_t end) {
        std::size_t run = 0;
        for (std::size_t i = from; i < end; ++i) {
            run = m_used[i] ? 0 : run + 1;
            if (run == count)
                return i + 1 - count;
        }
        return m_used.size();
    };
    const std::size_t found = search(m_searchFrom, m_used.size());
    return found != m_used.size() ? found : search(0, m_used.size());
}

} // namespace watchword
