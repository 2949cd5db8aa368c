// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/x11_shared_pixels.h"

#include "app/platform/x11_connection.h"
#include "core/base/secret_bytes.h"

#include <sys/mman.h>
#include <unistd.h>

#include <utility>

namespace watchword::app {

SharedPixels::SharedPixels(xcb_connection_t *connection, std::size_t size)
{
    const int file = memfd_create("pixels", MFD_CLOEXEC);
    if (file < 0)
        return;
    void *memory = MAP_FAILED;
    if (ftruncate(file, off_t(size)) == 0)
        memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) {
        close(file);
        return;
    }
    m_memory = {static_cast<std::byte *>(memory), size};
    const xcb_shm_seg_t segment = xcb_generate_id(connection);
    // Sending the file also closes it.
    const XReply<xcb_generic_error_t> error(
        xcb_request_check(connection, xcb_shm_attach_fd_checked(connection, segment, file, false)));
    if (!error && !xcb_connection_has_error(connection))
        m_segment = segment;
}

SharedPixels::SharedPixels(SharedPixels &&other) noexcept
    : m_memory(std::exchange(other.m_memory, {}))
    , m_segment(std::exchange(other.m_segment, 0))
{
}

SharedPixels &SharedPixels::operator=(SharedPixels &&other) noexcept
{
    std::swap(m_memory, other.m_memory);
    std::swap(m_segment, other.m_segment);
    return *this;
}

SharedPixels::~SharedPixels()
{
    if (m_memory.empty())
        return;
    watchword::wipe(m_memory);
    munmap(m_memory.data(), m_memory.size());
}

void SharedPixels::clear(std::size_t offset, std::size_t size) noexcept
{
    watchword::wipe(m_memory.subspan(offset, size));
}

void SharedPixels::detach(xcb_connection_t *connection) noexcept
{
    if (const xcb_shm_seg_t segment = std::exchange(m_segment, 0)) {
        xcb_shm_detach(connection, segment);
        xcb_flush(connection);
    }
}

QImage SharedPixels::intoImage(SharedPixels pixels, const QSize &size, int bytesPerRow)
{
    auto *const owner = new SharedPixels(std::move(pixels));
    return {owner->pixels(),
            size.width(),
            size.height(),
            bytesPerRow,
            QImage::Format_RGB32,
            [](void *memory) { delete static_cast<SharedPixels *>(memory); },
            owner};
}

} // namespace watchword::app
