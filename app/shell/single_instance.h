// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <vector>

namespace watchword::app {

/// A file descriptor that is closed with its owner.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number)
        : m_number(number)
    {
    }
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    ~FileDescriptor();

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number = -1;
};

/// What a second start of the program asks of the first: to come to the front, and to open a text when there is one.
/// Never a command.
struct Call {
    SecretBytes text;
    QByteArray activationToken; ///< with which the desktop lets us take the focus; may be empty

    /// Longest text and longest token that are sent and taken, in bytes.
    static constexpr std::size_t longestText = std::size_t{256} * 1024;
    static constexpr std::size_t longestToken = 1024;

    /// The token that the desktop gave this process by its environment (X11 start-up notification, XDG activation).
    static QByteArray tokenOfEnvironment();
};

/// Keeps the program to one window a user session, by a lock and a socket in a folder of ours inside the run-time folder.
/// Both sides look at the other's user. Without a run-time folder that is ours alone, every start stands for itself.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Role {
        First,  ///< calls of later starts come in from now on
        Second, ///< the call was handed over: this process has nothing left to do
        Alone,  ///< no run-time folder, or a first instance that does not answer
    };

    /// `runtimeDirectory` is XDG_RUNTIME_DIR; `key` sets apart instances that have nothing to do with each other.
    SingleInstance(const QString &runtimeDirectory, const QString &key, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Called once, before there is an event loop; waits at most 3 s for an answer. A text over the limit is not handed over.
    Role start(const Call &call);
    /// The same without asking anything of the first instance: for a start that nobody is to see.
    Role startQuietly();
    /// What has been asked and not been taken yet, in the order of asking.
    std::vector<Call> takeCalls();

Q_SIGNALS:
    /// There is something to take.
    void called();

private:
    class Connection;

    Role begin(const Call *call);
    bool openFolder();
    bool listen();
    Role handOver(const Call &call) const;
    void accept();
    void finish(Connection *connection);

    QByteArray m_runtimeDirectory;
    QByteArray m_folder;
    FileDescriptor m_lock;
    FileDescriptor m_listener;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<std::unique_ptr<Connection>> m_connections;
    std::vector<Call> m_calls;
};

} // namespace watchword::app
