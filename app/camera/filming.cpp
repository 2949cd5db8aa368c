// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/filming.h"

#include "app/camera/luminance.h"
#include "app/camera/video_nodes.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QSocketNotifier>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>

#include <sys/socket.h>

namespace watchword::app {

namespace {

using namespace std::chrono_literals;

constexpr auto untilFirstFrame = 2500ms;
/// As many as are pleasant to look at; each costs time in both programs.
constexpr qint64 leastMillisecondsApart = 50;
/// In which Qt names again what was there at the start.
constexpr qint64 beginning = 2000;
/// Small codes want pixels, frames want time.
constexpr int mostPixelsWanted = 1280 * 720;
constexpr float leastFramesASecond = 14;

QList<camera::Device> listed()
{
    QList<camera::Device> list;
    for (const QCameraDevice &device : QMediaDevices::videoInputs())
        list.append({device.id(), device.description()});
    return list;
}

/// With ids that are the same in the next run: Qt only counts.
QList<camera::Device> named(QList<camera::Device> devices)
{
    QHash<QString, int> counts;
    for (camera::Device &device : devices)
        device.id =
            device.name.toUtf8().left(camera::longestText - 8) + '#' + QByteArray::number(++counts[device.name]);
    return devices;
}

qsizetype placeOf(const QByteArray &id, const QList<camera::Device> &devices)
{
    const auto found = std::ranges::find(devices, id, &camera::Device::id);
    return found == devices.end() ? -1 : found - devices.begin();
}

int pixelsOf(const QCameraFormat &format)
{
    return format.resolution().width() * format.resolution().height();
}

/// A null one leaves it to Qt.
QCameraFormat wantedFormat(const QCameraDevice &device)
{
    QCameraFormat best;
    const auto isRaw = [](const QCameraFormat &format) {
        return format.pixelFormat() != QVideoFrameFormat::Format_Jpeg;
    };
    for (const QCameraFormat &format : device.videoFormats()) {
        if (format.maxFrameRate() < leastFramesASecond || pixelsOf(format) > mostPixelsWanted)
            continue;
        const bool isAsLarge = pixelsOf(format) == pixelsOf(best);
        if (best.isNull() || pixelsOf(format) > pixelsOf(best) || (isAsLarge && isRaw(format) && !isRaw(best)))
            best = format;
    }
    return best;
}

} // namespace

/// The whole way of the frames.
struct Filming::Session {
    explicit Session(const QCameraDevice &device)
        : camera(device)
    {
        if (const QCameraFormat format = wantedFormat(device); !format.isNull())
            camera.setCameraFormat(format);
        capture.setVideoSink(&sink);
        capture.setCamera(&camera);
    }

    QVideoSink sink;
    QCamera camera;
    QMediaCaptureSession capture;
};

Filming::Filming(int socket, std::span<std::byte> pixels)
    : m_socket(socket)
    , m_pixels(pixels)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(untilFirstFrame);
    auto *commands = new QSocketNotifier(socket, QSocketNotifier::Read, this);
    connect(commands, &QSocketNotifier::activated, this, &Filming::readCommands);
    // Queued: it is also said while Qt holds a lock that listing them takes.
    connect(&m_media, &QMediaDevices::videoInputsChanged, this, &Filming::list, Qt::QueuedConnection);
    connect(&m_patience, &QTimer::timeout, this, &Filming::sayWhatIsWrong);
}

Filming::~Filming() = default;

void Filming::start()
{
    m_age.start();
    m_known.take(listed(), false);
    answer(camera::Devices{named(m_known.devices())});
    if (m_known.devices().isEmpty() && lookAtVideoNodes().isRefused)
        answer(camera::Trouble::Refused);
}

void Filming::readCommands()
{
    std::array<char, camera::longestMessage> packet;
    const ssize_t size = ::recv(m_socket, packet.data(), packet.size(), MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    // The camera goes with the process, at once; taking the media library down in good order may hang.
    const auto command = size > 0 ? camera::readCommand({packet.data(), size}) : std::nullopt;
    if (!command)
        std::_Exit(EXIT_SUCCESS);
    if (const auto *chosen = std::get_if<camera::Choose>(&*command))
        choose(chosen->id);
    else
        m_isWanted = true;
}

void Filming::answer(const camera::Answer &answer)
{
    const QByteArray packet = packed(answer);
    while (::send(m_socket, packet.constData(), std::size_t(packet.size()), MSG_NOSIGNAL) < 0) {
        if (errno != EINTR)
            std::_Exit(EXIT_FAILURE);
    }
}

void Filming::list()
{
    const QList<camera::Device> before = m_known.devices();
    m_known.take(listed(), !m_age.hasExpired(beginning));
    if (m_known.devices() != before)
        answer(camera::Devices{named(m_known.devices())});
    // Qt says nothing of a camera in use that is gone. Taking down what was made for it may hang.
    if (m_session && !m_isGone && !m_known.devices().contains(m_chosen)) {
        m_isGone = true;
        m_patience.stop();
        answer(camera::Trouble::Unplugged);
    }
}

void Filming::choose(const QByteArray &id)
{
    if (m_session)
        std::_Exit(EXIT_FAILURE); // one run, one device
    const QList<camera::Device> &known = m_known.devices();
    const qsizetype place = placeOf(id, named(known));
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    const auto found = place < 0 ? all.end() : std::ranges::find(all, known[place].id, &QCameraDevice::id);
    // Without a device Qt would show a picture of its own making.
    if (found == all.end())
        return answer(camera::Trouble::Unplugged);
    m_chosen = known[place];
    m_isWanted = true;
    m_session = std::make_unique<Session>(*found);
    connect(&m_session->sink, &QVideoSink::videoFrameChanged, this, &Filming::show);
    connect(&m_session->camera, &QCamera::errorOccurred, this, [this](QCamera::Error error) {
        if (error != QCamera::NoError)
            QMetaObject::invokeMethod(this, &Filming::sayWhatIsWrong, Qt::QueuedConnection);
    });
    m_session->camera.start();
    m_patience.start();
}

void Filming::show(const QVideoFrame &frame)
{
    if (!m_session || m_isGone || !frame.isValid())
        return;
    if (!m_isWanted || (m_sinceLast.isValid() && m_sinceLast.elapsed() < leastMillisecondsApart)) {
        m_patience.start(); // it lives
        return;
    }
    const QSize size = writeLuminance(frame, m_pixels);
    if (size.width() < camera::leastSide || size.height() < camera::leastSide)
        return;
    m_patience.start();
    m_isWanted = false;
    m_sinceLast.start();
    answer(camera::Frame{size.width(), size.height()});
}

void Filming::sayWhatIsWrong()
{
    if (!m_session || m_isGone)
        return;
    const VideoNodes nodes = lookAtVideoNodes(m_chosen.name);
    answer(nodes.isBusy          ? camera::Trouble::Busy
               : nodes.isRefused ? camera::Trouble::Refused
                                 : camera::Trouble::NoPicture);
}

} // namespace watchword::app
