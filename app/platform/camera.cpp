// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/camera.h"

#include "app/support/child_process.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace watchword::app {

namespace {

/// The process itself says after less that a camera gives no picture.
constexpr int longestSilence = 8000;

/// What a media library has to know of the person's session. Neither the desktop's bus nor a screen is among it.
QList<QByteArray> environmentOfSession()
{
    QList<QByteArray> environment = {QByteArrayLiteral("LC_ALL=C.UTF-8")};
    const auto pass = [&environment](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            environment << QByteArray(name) + '=' + value;
    };
    pass("HOME", qgetenv("HOME"));
    pass("XDG_CACHE_HOME", qgetenv("XDG_CACHE_HOME"));
    pass("XDG_RUNTIME_DIR", qgetenv("XDG_RUNTIME_DIR"));
    pass("GST_PLUGIN_PATH", qgetenv("GST_PLUGIN_PATH"));
    pass("GST_PLUGIN_SYSTEM_PATH", qgetenv("GST_PLUGIN_SYSTEM_PATH"));
    pass("LD_LIBRARY_PATH", qgetenv("LD_LIBRARY_PATH"));
    return environment;
}

} // namespace

/// Memory that the process writes and we read. It can be neither shortened under us nor made longer.
struct Camera::Pixels {
    Pixels()
    {
        file = ::memfd_create("watchword-camera", MFD_CLOEXEC | MFD_ALLOW_SEALING);
        if (file < 0 || ::ftruncate(file, camera::mostPixels) != 0
            || ::fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
            return;
        void *mapped = ::mmap(nullptr, camera::mostPixels, PROT_READ, MAP_SHARED, file, 0);
        if (mapped != MAP_FAILED)
            bytes = static_cast<const std::byte *>(mapped);
    }
    ~Pixels()
    {
        if (bytes)
            ::munmap(const_cast<std::byte *>(bytes), camera::mostPixels);
        if (file >= 0)
            ::close(file);
    }
    Pixels(const Pixels &) = delete;
    Pixels &operator=(const Pixels &) = delete;

    int file = -1;
    const std::byte *bytes = nullptr;
};

QString Camera::program()
{
    return ownProgram(QStringLiteral("watchword-camera"));
}

Camera::Camera(const QString &program, QObject *parent)
    : QObject(parent)
    , m_program(program)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(longestSilence);
    connect(&m_patience, &QTimer::timeout, this, [this] { Q_EMIT troubled(CameraTrouble::NoPicture); });
}

Camera::~Camera() = default;

void Camera::open()
{
    m_wanted.clear();
    launch();
}

void Camera::launch()
{
    close();
    m_isUsed = false;
    m_pixels = std::make_unique<Pixels>();
    if (!m_pixels->bytes)
        return fail(CameraTrouble::Crashed);
    m_process = std::make_unique<ChildProcess>(
        ChildProcess::Start{m_program, environmentOfSession(), SOCK_SEQPACKET, m_pixels->file});
    if (!m_process->isRunning())
        return fail(m_process->isMissing() ? CameraTrouble::Missing : CameraTrouble::Crashed);
    m_answers = std::make_unique<QSocketNotifier>(m_process->socket(), QSocketNotifier::Read);
    connect(m_answers.get(), &QSocketNotifier::activated, this, &Camera::listen);
    m_patience.start();
}

void Camera::close()
{
    m_patience.stop();
    // It may be what has just called us.
    if (m_answers) {
        m_answers->setEnabled(false);
        m_answers.release()->deleteLater();
    }
    m_process.reset();
    m_pixels.reset();
}

qint64 Camera::processId() const
{
    return m_process ? m_process->id() : 0;
}

void Camera::choose(const QByteArray &id)
{
    m_wanted = id;
    if (m_isUsed || !m_process)
        return launch();
    m_isUsed = true;
    send(camera::Choose{id});
    m_patience.start();
}

void Camera::send(const camera::Command &command)
{
    if (!m_process)
        return;
    const QByteArray packet = packed(command);
    // One that is gone, or no longer reads, is noticed when it is listened to.
    ::send(m_process->socket(), packet.constData(), std::size_t(packet.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
}

void Camera::listen()
{
    if (!m_process)
        return;
    std::array<char, camera::longestMessage> packet;
    const ssize_t size = ::recv(m_process->socket(), packet.data(), packet.size(), MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    const auto answer = size > 0 ? camera::readAnswer({packet.data(), size}) : std::nullopt;
    if (!answer)
        return fail(CameraTrouble::Crashed);
    take(*answer);
}

void Camera::take(const camera::Answer &answer)
{
    if (const auto *devices = std::get_if<camera::Devices>(&answer)) {
        if (!m_isUsed) {
            m_patience.stop();
            if (std::ranges::find(devices->list, m_wanted, &camera::Device::id) != devices->list.end())
                choose(m_wanted);
        }
        Q_EMIT devicesChanged(devices->list);
    } else if (const auto *frame = std::get_if<camera::Frame>(&answer)) {
        takeFrame(*frame);
    } else {
        m_patience.stop();
        switch (std::get<camera::Trouble>(answer)) {
        case camera::Trouble::Busy: Q_EMIT troubled(CameraTrouble::Busy); break;
        case camera::Trouble::Refused: Q_EMIT troubled(CameraTrouble::Refused); break;
        case camera::Trouble::NoPicture: Q_EMIT troubled(CameraTrouble::NoPicture); break;
        case camera::Trouble::Unplugged: Q_EMIT troubled(CameraTrouble::Unplugged); break;
        }
    }
}

void Camera::takeFrame(const camera::Frame &frame)
{
    QImage copy(frame.width, frame.height, QImage::Format_Grayscale8);
    if (copy.isNull())
        return fail(CameraTrouble::Crashed);
    for (int y = 0; y < frame.height; ++y)
        std::memcpy(copy.scanLine(y), m_pixels->bytes + qsizetype(y) * frame.width, std::size_t(frame.width));
    m_patience.start();
    send(camera::Next{});
    Q_EMIT frameTaken(copy);
}

void Camera::fail(CameraTrouble trouble)
{
    close();
    Q_EMIT troubled(trouble);
}

} // namespace watchword::app
