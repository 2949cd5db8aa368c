// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/single_instance.h"

#include "app/shell/call_message.h"

#include <QFile>
#include <QTimer>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <optional>

namespace watchword::app {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr auto patience = 3s; // of a second start, for the first one's answer
constexpr auto patienceWithCaller = 5s;
constexpr std::size_t mostConnections = 8;

bool isOurs(int file, mode_t kind)
{
    struct stat status;
    return fstat(file, &status) == 0 && (status.st_mode & S_IFMT) == kind && status.st_uid == geteuid()
        && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

bool peerIsSameUser(int socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == geteuid();
}

std::optional<sockaddr_un> addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (std::size_t(path.size()) >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    return address;
}

/// Waits until the socket can be read or written, or the time is up.
bool isReady(int socket, short events, SteadyClock::time_point deadline)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now());
    pollfd waiting{socket, events, 0};
    return left.count() > 0 && poll(&waiting, 1, int(left.count())) == 1;
}

bool sendAll(int socket, ByteView bytes, SteadyClock::time_point deadline)
{
    while (!bytes.empty()) {
        if (!isReady(socket, POLLOUT, deadline))
            return false;
        const ssize_t sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        bytes = bytes.subspan(sent > 0 ? std::size_t(sent) : 0);
    }
    return true;
}

} // namespace

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    std::swap(m_number, other.m_number);
    return *this;
}

FileDescriptor::~FileDescriptor()
{
    if (isOpen())
        close(m_number);
}

QByteArray Call::tokenOfEnvironment()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return (token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token).left(qsizetype(longestToken));
}

/// One later start that is talking to us.
class SingleInstance::Connection
{
public:
    Connection(FileDescriptor socket, SingleInstance &owner)
        : m_socket(std::move(socket))
        , m_owner(owner)
        , m_notifier(m_socket.number(), QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, &m_owner, [this] { read(); });
        connect(&m_timer, &QTimer::timeout, &m_owner, [this] { m_owner.finish(this); });
        m_timer.setSingleShot(true);
        m_timer.start(patienceWithCaller);
    }

private:
    void read()
    {
        std::array<std::byte, 4096> piece;
        const ssize_t count = recv(m_socket.number(), piece.data(), piece.size(), 0);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (count <= 0)
            return m_owner.finish(this);
        m_message.append(std::span(piece).first(std::size_t(count)));
        wipe(std::span(piece));
        Call call;
        switch (readCall(m_message.view(), call)) {
        case MessageState::Incomplete: return;
        case MessageState::Complete:
            send(m_socket.number(), &callTaken, 1, MSG_NOSIGNAL);
            m_owner.m_calls.push_back(std::move(call));
            Q_EMIT m_owner.called();
            [[fallthrough]];
        case MessageState::Refused: m_owner.finish(this);
        }
    }

    FileDescriptor m_socket;
    SingleInstance &m_owner;
    QSocketNotifier m_notifier;
    QTimer m_timer;
    SecretBytes m_message;
};

SingleInstance::SingleInstance(const QString &runtimeDirectory, const QString &key, QObject *parent)
    : QObject(parent)
    , m_runtimeDirectory(QFile::encodeName(runtimeDirectory))
    , m_folder(m_runtimeDirectory + "/watchword" + (key.isEmpty() ? QByteArray() : '-' + QFile::encodeName(key)))
{
}

SingleInstance::~SingleInstance()
{
    if (m_listener.isOpen())
        unlink((m_folder + "/socket").constData());
}

SingleInstance::Role SingleInstance::start(const Call &call)
{
    return begin(&call);
}

SingleInstance::Role SingleInstance::startQuietly()
{
    return begin(nullptr);
}

SingleInstance::Role SingleInstance::begin(const Call *call)
{
    if (!openFolder())
        return Role::Alone;
    if (flock(m_lock.number(), LOCK_EX | LOCK_NB) == 0)
        return listen() ? Role::First : Role::Alone;
    return call ? handOver(*call) : Role::Second;
}

std::vector<Call> SingleInstance::takeCalls()
{
    return std::exchange(m_calls, {});
}

bool SingleInstance::openFolder()
{
    constexpr int asFolder = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
    const FileDescriptor runtime(m_runtimeDirectory.startsWith('/') ? open(m_runtimeDirectory.constData(), asFolder)
                                                                    : -1);
    if (!runtime.isOpen() || !isOurs(runtime.number(), S_IFDIR))
        return false;
    mkdir(m_folder.constData(), 0700);
    const FileDescriptor folder(open(m_folder.constData(), asFolder));
    if (!folder.isOpen() || !isOurs(folder.number(), S_IFDIR) || fchmod(folder.number(), 0700) != 0)
        return false;
    m_lock = FileDescriptor(openat(folder.number(), "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    return m_lock.isOpen() && isOurs(m_lock.number(), S_IFREG);
}

bool SingleInstance::listen()
{
    const QByteArray path = m_folder + "/socket";
    const auto address = addressOf(path);
    if (!address)
        return false;
    unlink(path.constData()); // left by an instance that crashed: whoever holds the lock is the only one
    FileDescriptor listener(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!listener.isOpen()
        || bind(listener.number(), reinterpret_cast<const sockaddr *>(&*address), sizeof *address) != 0)
        return false;
    if (chmod(path.constData(), 0600) != 0 || ::listen(listener.number(), int(mostConnections)) != 0)
        return false;
    m_listener = std::move(listener);
    m_notifier = std::make_unique<QSocketNotifier>(m_listener.number(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { accept(); });
    return true;
}

SingleInstance::Role SingleInstance::handOver(const Call &call) const
{
    const auto address = addressOf(m_folder + "/socket");
    if (!address || call.text.size() > Call::longestText)
        return Role::Alone;
    const auto deadline = SteadyClock::now() + patience;
    while (SteadyClock::now() < deadline) {
        const FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&*address), sizeof *address) != 0) {
            poll(nullptr, 0, 20); // the first instance holds the lock and is about to listen
            continue;
        }
        char answer = 0;
        const bool isTaken = peerIsSameUser(socket.number())
            && sendAll(socket.number(), writeCall(call).view(), deadline) && isReady(socket.number(), POLLIN, deadline)
            && recv(socket.number(), &answer, 1, 0) == 1 && answer == callTaken;
        return isTaken ? Role::Second : Role::Alone;
    }
    return Role::Alone;
}

void SingleInstance::accept()
{
    FileDescriptor socket(accept4(m_listener.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.isOpen() && peerIsSameUser(socket.number()) && m_connections.size() < mostConnections)
        m_connections.push_back(std::make_unique<Connection>(std::move(socket), *this));
}

void SingleInstance::finish(Connection *connection)
{
    // Its own notifier or timer is calling: it goes when that is over.
    const auto it = std::ranges::find(m_connections, connection, &std::unique_ptr<Connection>::get);
    if (it == m_connections.end())
        return;
    auto finished = std::make_shared<std::unique_ptr<Connection>>(std::move(*it));
    m_connections.erase(it);
    QTimer::singleShot(0, this, [finished] { finished->reset(); });
}

} // namespace watchword::app
