// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <xcb/shm.h>

#include <cstddef>
#include <span>

namespace watchword::app {

/// Memory that the X server writes the pixels of a picture into. Wiped when it dies.
class SharedPixels
{
public:
    SharedPixels() noexcept = default;
    /// Maps it and hands it to the server; either may fail.
    SharedPixels(xcb_connection_t *connection, std::size_t size);
    SharedPixels(SharedPixels &&other) noexcept;
    SharedPixels &operator=(SharedPixels &&other) noexcept;
    ~SharedPixels();

    /// The server can write into it.
    bool isAttached() const noexcept { return m_segment != 0; }
    xcb_shm_seg_t segment() const noexcept { return m_segment; }
    std::size_t size() const noexcept { return m_memory.size(); }
    uchar *pixels() const noexcept { return reinterpret_cast<uchar *>(m_memory.data()); }

    /// Wipes a part of it.
    void clear(std::size_t offset, std::size_t size) noexcept;
    /// The server lets go of it; the memory is ours alone then.
    void detach(xcb_connection_t *connection) noexcept;
    /// The memory as a picture, Format_RGB32, without a copy. It lives as long as the picture.
    static QImage intoImage(SharedPixels pixels, const QSize &size, int bytesPerRow);

private:
    std::span<std::byte> m_memory;
    xcb_shm_seg_t m_segment = 0;
};

} // namespace watchword::app
