// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later

// `free`, `realloc` and `reallocarray` of a program that clear what they give back, for every library in it: a line edit,
// the text of a message, a buffer of the message bus leave copies of what was typed behind them otherwise. It is a part of
// the programs themselves (`watchword_clearing_heap`), since only their symbols come before the C library's.
// The memory is the C library's own all the while, so whatever else allocates (posix_memalign, calloc) goes on as before.
#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#ifdef __GLIBC__

#include <malloc.h>

#pragma GCC visibility push(default)

extern "C" {

// Under these names the C library offers its own ones to those who replace them.
void __libc_free(void *block);         // NOLINT(bugprone-reserved-identifier)
void *__libc_malloc(std::size_t size); // NOLINT(bugprone-reserved-identifier)

void free(void *block) noexcept
{
    if (!block)
        return;
    explicit_bzero(block, ::malloc_usable_size(block));
    __libc_free(block);
}

void *realloc(void *block, std::size_t size) noexcept
{
    if (!block)
        return __libc_malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    // In place where that wastes no memory; elsewhere by hand, so that the old place is cleared.
    const std::size_t room = ::malloc_usable_size(block);
    if (size <= room && size >= room / 2) {
        explicit_bzero(static_cast<std::byte *>(block) + size, room - size);
        return block;
    }
    void *const moved = __libc_malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, block, std::min(size, room));
    free(block);
    return moved;
}

void *reallocarray(void *block, std::size_t count, std::size_t size) noexcept
{
    std::size_t total = 0;
    if (__builtin_mul_overflow(count, size, &total)) {
        errno = ENOMEM;
        return nullptr;
    }
    return realloc(block, total);
}

} // extern "C"

#pragma GCC visibility pop

#endif
