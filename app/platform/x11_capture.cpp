// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/x11_capture.h"

#include "app/platform/x11_pixels.h"
#include "core/base/secret_bytes.h"

#include <xcb/randr.h>
#include <xcb/shm.h>
#include <xcb/xcb.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>

namespace watchword::app {

namespace {

struct Free {
    void operator()(void *reply) const { std::free(reply); }
};
template <class T>
using Reply = std::unique_ptr<T, Free>;

struct Disconnect {
    void operator()(xcb_connection_t *connection) const { xcb_disconnect(connection); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;

/// Memory that the X server writes the pixels of a picture into; wiped in the end.
class SharedPixels
{
public:
    SharedPixels(xcb_connection_t *connection, std::size_t size)
        : m_connection(connection)
        , m_size(size)
    {
        const int file = memfd_create("pixels", MFD_CLOEXEC);
        if (file < 0)
            return;
        if (ftruncate(file, off_t(size)) == 0)
            m_memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (m_memory == MAP_FAILED) {
            close(file);
            return;
        }
        m_segment = xcb_generate_id(connection);
        // Sending the file also closes it.
        const Reply<xcb_generic_error_t> error(
            xcb_request_check(connection, xcb_shm_attach_fd_checked(connection, m_segment, file, false)));
        m_isAttached = !error && !xcb_connection_has_error(connection);
    }
    SharedPixels(const SharedPixels &) = delete;
    SharedPixels &operator=(const SharedPixels &) = delete;
    ~SharedPixels()
    {
        if (m_isAttached)
            xcb_shm_detach(m_connection, m_segment);
        if (m_memory == MAP_FAILED)
            return;
        watchword::wipe(std::span(static_cast<std::byte *>(m_memory), m_size));
        munmap(m_memory, m_size);
    }

    bool isAttached() const { return m_isAttached; }
    xcb_shm_seg_t segment() const { return m_segment; }
    const uchar *pixels() const { return static_cast<const uchar *>(m_memory); }

private:
    xcb_connection_t *m_connection;
    std::size_t m_size;
    void *m_memory = MAP_FAILED;
    xcb_shm_seg_t m_segment = 0;
    bool m_isAttached = false;
};

/// A file can be handed to the server only over a socket of the same machine; over another one the attempt ends the connection.
bool canShareMemory(xcb_connection_t *connection)
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getsockname(xcb_get_file_descriptor(connection), reinterpret_cast<sockaddr *>(&address), &length) != 0
        || address.ss_family != AF_UNIX)
        return false;
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(connection, &xcb_shm_id);
    if (!extension || !extension->present)
        return false;
    const Reply<xcb_shm_query_version_reply_t> version(
        xcb_shm_query_version_reply(connection, xcb_shm_query_version(connection), nullptr));
    return version && (version->major_version > 1 || version->minor_version >= 2);
}

std::optional<PixelLayout> layoutOf(const xcb_setup_t *setup, const xcb_screen_t &screen)
{
    PixelLayout layout;
    layout.bitsPerPixel = 0;
    layout.mostSignificantByteFirst = setup->image_byte_order == XCB_IMAGE_ORDER_MSB_FIRST;
    for (auto format = xcb_setup_pixmap_formats_iterator(setup); format.rem; xcb_format_next(&format)) {
        if (format.data->depth == screen.root_depth) {
            layout.bitsPerPixel = format.data->bits_per_pixel;
            layout.rowPadBits = format.data->scanline_pad;
        }
    }
    layout.redMask = 0;
    for (auto depth = xcb_screen_allowed_depths_iterator(&screen); depth.rem; xcb_depth_next(&depth)) {
        for (auto visual = xcb_depth_visuals_iterator(depth.data); visual.rem; xcb_visualtype_next(&visual)) {
            if (visual.data->visual_id == screen.root_visual) {
                layout.redMask = visual.data->red_mask;
                layout.greenMask = visual.data->green_mask;
                layout.blueMask = visual.data->blue_mask;
            }
        }
    }
    return layout.isSupported() ? std::optional(layout) : std::nullopt;
}

struct Monitor {
    QRect geometry;
    QString name;
};

QString nameOf(xcb_connection_t *connection, xcb_atom_t atom)
{
    const Reply<xcb_get_atom_name_reply_t> reply(
        xcb_get_atom_name_reply(connection, xcb_get_atom_name(connection, atom), nullptr));
    return reply ? QString::fromUtf8(xcb_get_atom_name_name(reply.get()), xcb_get_atom_name_name_length(reply.get()))
                 : QString();
}

bool hasMonitors(xcb_connection_t *connection)
{
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(connection, &xcb_randr_id);
    if (!extension || !extension->present)
        return false;
    const Reply<xcb_randr_query_version_reply_t> version(
        xcb_randr_query_version_reply(connection, xcb_randr_query_version(connection, 1, 5), nullptr));
    return version && (version->major_version > 1 || version->minor_version >= 5);
}

/// Each part of the screen once, also when two monitors show the same.
std::vector<Monitor> monitorsOf(xcb_connection_t *connection, const xcb_screen_t &screen)
{
    const QRect whole(0, 0, screen.width_in_pixels, screen.height_in_pixels);
    std::vector<Monitor> monitors;
    if (hasMonitors(connection)) {
        const Reply<xcb_randr_get_monitors_reply_t> reply(
            xcb_randr_get_monitors_reply(connection, xcb_randr_get_monitors(connection, screen.root, true), nullptr));
        if (reply) {
            for (auto it = xcb_randr_get_monitors_monitors_iterator(reply.get()); it.rem;
                 xcb_randr_monitor_info_next(&it)) {
                const QRect geometry = whole & QRect(it.data->x, it.data->y, it.data->width, it.data->height);
                if (!geometry.isEmpty() && std::ranges::find(monitors, geometry, &Monitor::geometry) == monitors.end())
                    monitors.push_back({geometry, nameOf(connection, it.data->name)});
            }
        }
    }
    if (monitors.empty())
        monitors.push_back({whole, QStringLiteral("screen")});
    return monitors;
}

QImage viaSharedMemory(xcb_connection_t *connection, xcb_window_t root, const PixelLayout &layout, const QRect &area)
{
    const SharedPixels shared(connection, std::size_t(layout.bytesPerRow(area.width())) * std::size_t(area.height()));
    if (!shared.isAttached())
        return {};
    const auto cookie = xcb_shm_get_image(connection, root, qint16(area.x()), qint16(area.y()), quint16(area.width()),
                                          quint16(area.height()), ~0u, XCB_IMAGE_FORMAT_Z_PIXMAP, shared.segment(), 0);
    const Reply<xcb_shm_get_image_reply_t> reply(xcb_shm_get_image_reply(connection, cookie, nullptr));
    return reply ? imageOfPixels(layout, shared.pixels(), area.size()) : QImage();
}

QImage viaSocket(xcb_connection_t *connection, xcb_window_t root, const PixelLayout &layout, const QRect &area)
{
    const auto cookie = xcb_get_image(connection, XCB_IMAGE_FORMAT_Z_PIXMAP, root, qint16(area.x()), qint16(area.y()),
                                      quint16(area.width()), quint16(area.height()), ~0u);
    const Reply<xcb_get_image_reply_t> reply(xcb_get_image_reply(connection, cookie, nullptr));
    if (!reply)
        return {};
    const std::span pixels(xcb_get_image_data(reply.get()), std::size_t(xcb_get_image_data_length(reply.get())));
    QImage image;
    if (pixels.size() >= std::size_t(layout.bytesPerRow(area.width())) * std::size_t(area.height()))
        image = imageOfPixels(layout, pixels.data(), area.size());
    watchword::wipe(std::as_writable_bytes(pixels));
    return image;
}

Result<void> captureScreen(xcb_connection_t *connection, const xcb_screen_t &screen, bool share,
                           std::vector<Capture> &captures)
{
    const auto layout = layoutOf(xcb_get_setup(connection), screen);
    if (!layout)
        return failure(ErrorCode::CaptureFailed, QStringLiteral("depth %1").arg(screen.root_depth));
    for (const Monitor &monitor : monitorsOf(connection, screen)) {
        QImage image;
        if (share)
            image = viaSharedMemory(connection, screen.root, *layout, monitor.geometry);
        if (image.isNull())
            image = viaSocket(connection, screen.root, *layout, monitor.geometry);
        if (image.isNull())
            return failure(ErrorCode::CaptureFailed, QStringLiteral("the X server gave no picture"));
        captures.push_back({std::move(image), monitor.geometry, monitor.name});
    }
    return {};
}

} // namespace

Result<std::vector<Capture>> captureX11(PixelTransfer transfer)
{
    const Connection connection(xcb_connect(nullptr, nullptr));
    if (const int error = xcb_connection_has_error(connection.get()))
        return failure(ErrorCode::NoDisplay, QStringLiteral("xcb error %1").arg(error));
    const bool share = transfer == PixelTransfer::SharedMemory && canShareMemory(connection.get());
    std::vector<Capture> captures;
    for (auto screen = xcb_setup_roots_iterator(xcb_get_setup(connection.get())); screen.rem;
         xcb_screen_next(&screen)) {
        if (const auto done = captureScreen(connection.get(), *screen.data, share, captures); !done) {
            wipe(captures);
            // A proxy between us and the server that cannot pass files ends the connection: once more without.
            const bool isCut = xcb_connection_has_error(connection.get()) != 0;
            return share && isCut ? captureX11(PixelTransfer::Socket) : std::unexpected(done.error());
        }
    }
    return captures;
}

} // namespace watchword::app
