// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault_lock.h"

#include "core/crypto/off_thread.h"
#include "core/vault/careful_file.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <cerrno>

#include <unistd.h>

namespace watchword::vault {

namespace {

constexpr int pause = 20;             // ms
constexpr qint64 longestLock = 4'096; // bytes
constexpr int unreadableWait = 1'000; // ms that a lock file may say nobody's name: between its making and its writing

/// One taking of the lock, which asks again until it has it. Lives as long as it is asked for.
class Taking : public QObject
{
public:
    Taking(const DataDirectory &directory, std::chrono::milliseconds patience, QObject *context,
           Handler<Result<HeldLock>> handler)
        : QObject(context)
        , m_directory(directory)
        , m_patience(patience)
        , m_handler(std::move(handler))
    {
        m_since.start();
    }

    void ask()
    {
        const bool mayClear = m_unreadableSince.isValid() && m_unreadableSince.hasExpired(unreadableWait);
        crypto::runOffThread(
            this, [path = m_directory.file(QStringLiteral("vault.lock")), mayClear] { return attempt(path, mayClear); },
            [this](Attempt attempt) { take(std::move(attempt)); });
    }

private:
    struct Attempt {
        HeldLock lock;
        bool isUnreadable = false;
        QString holder;
        std::optional<Error> refusal; // asking again would not help
    };

    static Attempt attempt(const QString &path, bool mayClear)
    {
        Attempt result;
        if (const QFileInfo file(path); file.isSymLink() || (file.exists() && !file.isFile())) {
            result.refusal =
                Error{ErrorCode::WriteFailed, QStringLiteral("vault.lock is no file")}; // a pipe would hang us
            return result;
        }
        auto lock = std::make_shared<QLockFile>(path);
        lock->setStaleLockTime(0);
        if (mayClear)
            lock->removeStaleLockFile();
        errno = ENOSPC; // what QLockFile has no name for and no errno either
        if (lock->tryLock(0)) {
            result.lock = std::move(lock);
            return result;
        }
        const Error whyNotMade = errorOfErrno(errno, QStringLiteral("vault.lock"));
        const QLockFile::LockError error = lock->error();
        qint64 process = 0;
        QString application;
        if (!lock->getLockInfo(&process, &result.holder, &application) || isCut(path))
            result.isUnreadable = QFileInfo::exists(path);
        if (error == QLockFile::PermissionError || error == QLockFile::UnknownError)
            result.refusal = whyNotMade;
        else if (result.isUnreadable && ::access(QFile::encodeName(path).constData(), R_OK | W_OK) != 0
                 && errno != ENOENT) // else it was given back just now
            result.refusal = errorOfErrno(errno, QStringLiteral("vault.lock"));
        return result;
    }

    /// A lock whose writing was cut off (a power cut, a kill): QLockFile takes what is left of its five lines (process,
    /// program, computer, and two ids of that computer) for another computer's lock, which never becomes stale.
    static bool isCut(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.read(longestLock).count('\n') < 5;
    }

    void take(Attempt attempt)
    {
        if (attempt.lock)
            return answer(std::move(attempt.lock));
        if (attempt.refusal)
            return answer(std::unexpected(m_directory.named(*attempt.refusal)));
        if (!attempt.isUnreadable)
            m_unreadableSince.invalidate();
        else if (!m_unreadableSince.isValid())
            m_unreadableSince.start();
        if (m_since.hasExpired(m_patience.count()))
            return answer(failure(ErrorCode::VaultBusy, attempt.holder));
        QTimer::singleShot(pause, this, [this] { ask(); });
    }

    void answer(Result<HeldLock> result)
    {
        deleteLater();
        auto handler = std::move(m_handler);
        handler(std::move(result));
    }

    DataDirectory m_directory;
    std::chrono::milliseconds m_patience;
    Handler<Result<HeldLock>> m_handler;
    QElapsedTimer m_since;
    QElapsedTimer m_unreadableSince;
};

} // namespace

void takeLock(const DataDirectory &directory, std::chrono::milliseconds patience, QObject *context,
              Handler<Result<HeldLock>> handler)
{
    (new Taking(directory, patience, context, std::move(handler)))->ask();
}

Result<void> removeLock(const DataDirectory &directory)
{
    QLockFile lock(directory.file(QStringLiteral("vault.lock")));
    if (lock.removeStaleLockFile())
        return {};
    return failure(ErrorCode::VaultBusy, QSysInfo::machineHostName());
}

} // namespace watchword::vault
