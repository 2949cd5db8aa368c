// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/x11_capture.h"

#include "app/platform/x11_connection.h"
#include "app/platform/x11_pixels.h"
#include "app/platform/x11_shared_pixels.h"
#include "core/base/secret_bytes.h"

#include <xcb/randr.h>
#include <xcb/shm.h>
#include <sys/socket.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace watchword::app {

namespace {

constexpr int stripHeight = 64;

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
    const XReply<xcb_shm_query_version_reply_t> version(
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
    const XReply<xcb_get_atom_name_reply_t> reply(
        xcb_get_atom_name_reply(connection, xcb_get_atom_name(connection, atom), nullptr));
    return reply ? QString::fromUtf8(xcb_get_atom_name_name(reply.get()), xcb_get_atom_name_name_length(reply.get()))
                 : QString();
}

bool hasMonitors(xcb_connection_t *connection)
{
    const xcb_query_extension_reply_t *extension = xcb_get_extension_data(connection, &xcb_randr_id);
    if (!extension || !extension->present)
        return false;
    const XReply<xcb_randr_query_version_reply_t> version(
        xcb_randr_query_version_reply(connection, xcb_randr_query_version(connection, 1, 5), nullptr));
    return version && (version->major_version > 1 || version->minor_version >= 5);
}

/// Each part of the screen once, also when two monitors show the same.
std::vector<Monitor> monitorsOf(xcb_connection_t *connection, const xcb_screen_t &screen)
{
    const QRect whole(0, 0, screen.width_in_pixels, screen.height_in_pixels);
    std::vector<Monitor> monitors;
    if (hasMonitors(connection)) {
        const XReply<xcb_randr_get_monitors_reply_t> reply(
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

std::size_t sizeOf(const PixelLayout &layout, const QRect &area)
{
    return std::size_t(layout.bytesPerRow(area.width())) * std::size_t(area.height());
}

QImage viaSocket(xcb_connection_t *connection, xcb_window_t root, const PixelLayout &layout, const QRect &area)
{
    const auto cookie = xcb_get_image(connection, XCB_IMAGE_FORMAT_Z_PIXMAP, root, qint16(area.x()), qint16(area.y()),
                                      quint16(area.width()), quint16(area.height()), ~0u);
    const XReply<xcb_get_image_reply_t> reply(xcb_get_image_reply(connection, cookie, nullptr));
    if (!reply)
        return {};
    const std::span pixels(xcb_get_image_data(reply.get()), std::size_t(xcb_get_image_data_length(reply.get())));
    QImage image;
    if (pixels.size() >= sizeOf(layout, area))
        image = imageOfPixels(layout, pixels.data(), area.size());
    watchword::wipe(std::as_writable_bytes(pixels));
    return image;
}

} // namespace

class X11Capture::Private
{
public:
    Private(XConnection opened, bool mayShare)
        : connection(std::move(opened))
        , share(mayShare)
    {
    }

    SharedPixels sharedPixels(std::size_t size);
    bool fill(SharedPixels &shared, xcb_window_t root, const QRect &area, std::size_t offset = 0) const;
    void touch(SharedPixels &shared, xcb_window_t root, const QRect &area, int bytesPerRow,
               const std::atomic_bool &enough) const;
    QImage viaSharedMemory(xcb_window_t root, const PixelLayout &layout, const QRect &area);
    Result<void> capture(const xcb_screen_t &screen, std::vector<Capture> &captures);

    XConnection connection;
    bool share;
    std::vector<SharedPixels> prepared;
};

/// One that is prepared, or a new one.
SharedPixels X11Capture::Private::sharedPixels(std::size_t size)
{
    const auto fitting = std::ranges::find(prepared, size, &SharedPixels::size);
    if (fitting == prepared.end())
        return {connection.get(), size};
    SharedPixels pixels = std::move(*fitting);
    prepared.erase(fitting);
    return pixels;
}

bool X11Capture::Private::fill(SharedPixels &shared, xcb_window_t root, const QRect &area, std::size_t offset) const
{
    if (!shared.isAttached())
        return false;
    const auto cookie =
        xcb_shm_get_image(connection.get(), root, qint16(area.x()), qint16(area.y()), quint16(area.width()),
                          quint16(area.height()), ~0u, XCB_IMAGE_FORMAT_Z_PIXMAP, shared.segment(), quint32(offset));
    return XReply<xcb_shm_get_image_reply_t>(xcb_shm_get_image_reply(connection.get(), cookie, nullptr)) != nullptr;
}

/// The same in strips, since the server serves nobody else while it writes; what it wrote is wiped.
void X11Capture::Private::touch(SharedPixels &shared, xcb_window_t root, const QRect &area, int bytesPerRow,
                                const std::atomic_bool &enough) const
{
    for (int y = 0; y < area.height() && !enough; y += stripHeight) {
        const QRect strip = area & QRect(area.x(), area.y() + y, area.width(), stripHeight);
        const std::size_t offset = std::size_t(y) * std::size_t(bytesPerRow);
        if (!fill(shared, root, strip, offset))
            return;
        shared.clear(offset, std::size_t(strip.height()) * std::size_t(bytesPerRow));
    }
}

QImage X11Capture::Private::viaSharedMemory(xcb_window_t root, const PixelLayout &layout, const QRect &area)
{
    SharedPixels shared = sharedPixels(sizeOf(layout, area));
    if (!fill(shared, root, area))
        return {};
    shared.detach(connection.get());
    if (!layout.isRgb32())
        return imageOfPixels(layout, shared.pixels(), area.size());
    QImage image = SharedPixels::intoImage(std::move(shared), area.size(), layout.bytesPerRow(area.width()));
    makeOpaque(image);
    return image;
}

Result<void> X11Capture::Private::capture(const xcb_screen_t &screen, std::vector<Capture> &captures)
{
    const auto layout = layoutOf(xcb_get_setup(connection.get()), screen);
    if (!layout)
        return failure(ErrorCode::CaptureFailed, QStringLiteral("depth %1").arg(screen.root_depth));
    for (const Monitor &monitor : monitorsOf(connection.get(), screen)) {
        QImage image;
        if (share)
            image = viaSharedMemory(screen.root, *layout, monitor.geometry);
        if (image.isNull())
            image = viaSocket(connection.get(), screen.root, *layout, monitor.geometry);
        if (image.isNull())
            return failure(ErrorCode::CaptureFailed, QStringLiteral("the X server gave no picture"));
        captures.push_back({std::move(image), monitor.geometry, monitor.name});
    }
    return {};
}

X11Capture::X11Capture(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

X11Capture::~X11Capture() = default;

Result<std::unique_ptr<X11Capture>> X11Capture::connect(PixelTransfer transfer)
{
    XConnection connection(xcb_connect(nullptr, nullptr));
    if (const int error = xcb_connection_has_error(connection.get()))
        return failure(ErrorCode::NoDisplay, QStringLiteral("xcb error %1").arg(error));
    const bool share = transfer == PixelTransfer::SharedMemory && canShareMemory(connection.get());
    return std::unique_ptr<X11Capture>(new X11Capture(std::make_unique<Private>(std::move(connection), share)));
}

void X11Capture::prepare(const std::atomic_bool &enough)
{
    d->prepared.clear();
    if (!d->share)
        return;
    xcb_connection_t *const connection = d->connection.get();
    for (auto screen = xcb_setup_roots_iterator(xcb_get_setup(connection)); screen.rem; xcb_screen_next(&screen)) {
        const auto layout = layoutOf(xcb_get_setup(connection), *screen.data);
        if (!layout)
            continue;
        for (const Monitor &monitor : monitorsOf(connection, *screen.data)) {
            SharedPixels shared(connection, sizeOf(*layout, monitor.geometry));
            const int bytesPerRow = layout->bytesPerRow(monitor.geometry.width());
            d->touch(shared, screen.data->root, monitor.geometry, bytesPerRow, enough);
            if (shared.isAttached())
                d->prepared.push_back(std::move(shared));
        }
    }
}

Result<std::vector<Capture>> X11Capture::capture()
{
    std::vector<Capture> captures;
    for (auto screen = xcb_setup_roots_iterator(xcb_get_setup(d->connection.get())); screen.rem;
         xcb_screen_next(&screen)) {
        const auto done = d->capture(*screen.data, captures);
        if (done)
            continue;
        wipe(captures);
        // A proxy between us and the server that cannot pass files ends the connection: once more without.
        const bool isCut = xcb_connection_has_error(d->connection.get()) != 0;
        return d->share && isCut ? captureX11(PixelTransfer::Socket) : std::unexpected(done.error());
    }
    return captures;
}

Result<std::vector<Capture>> captureX11(PixelTransfer transfer)
{
    const auto capture = X11Capture::connect(transfer);
    return capture ? (*capture)->capture() : std::unexpected(capture.error());
}

} // namespace watchword::app
