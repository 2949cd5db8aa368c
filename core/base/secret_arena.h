// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

namespace watchword {

/// One stretch of memory for secrets: mapped, locked and kept out of core dumps once, because locking object by object
/// runs out of lockable pages and unlocking one object unlocks its neighbours. Safe to use from several threads.
class SecretArena
{
public:
    /// What a block's size is rounded up to, and how blocks are aligned.
    static constexpr std::size_t granule = 32;

    /// Maps and locks `size` bytes (rounded up to whole pages). A failed lock or map is no error: see isLocked().
    explicit SecretArena(std::size_t size);
    ~SecretArena();
    SecretArena(const SecretArena &) = delete;
    SecretArena &operator=(const SecretArena &) = delete;

    /// The arena of this process, which lives until its end.
    static SecretArena &ofProcess();

    /// At least `size` zero bytes; the span's size is the room given. When the arena is full they come from the heap,
    /// unlocked. `size` 0 gives an empty span.
    std::span<std::byte> allocate(std::size_t size);
    /// Wipes a block and takes it back; `block` is exactly what allocate() gave.
    void release(std::span<std::byte> block) noexcept;

    /// Whether a block lies in the arena and not on the heap.
    bool contains(const std::byte *place) const noexcept;
    /// False when locking failed, or when a block had to be given from the heap.
    bool isLocked() const noexcept;
    std::size_t size() const noexcept { return m_size; }

private:
    std::size_t findFree(std::size_t count) const noexcept;
    std::size_t findFree(std::size_t count, std::size_t from, std::size_t end) const noexcept;
    void mark(std::size_t first, std::size_t count, bool isUsed) noexcept;

    mutable std::mutex m_mutex;
    std::byte *m_start = nullptr;
    std::size_t m_size = 0;
    std::size_t m_granules = 0;
    std::vector<std::uint64_t> m_used; // one bit for each granule
    std::size_t m_searchFrom = 0;
    bool m_locked = false;
    bool m_overflowed = false;
};

} // namespace watchword
