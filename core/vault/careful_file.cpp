// SPDX-FileCopyrightText: 2026 The Watchword authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/careful_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace watchword::vault {

namespace {

/// An open file, closed with its owner.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() { close(); }

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }
    bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

private:
    int m_number;
};

constexpr char temporaryEnding[] = ".new-XXXXXX"; // mkstemp puts letters and digits for each X

bool isForbidden(int number)
{
    return number == EACCES || number == EPERM;
}

std::unexpected<Error> failed(const char *step)
{
    return std::unexpected(errorOfErrno(errno, QString::fromLatin1(step)));
}

Result<void> writeAll(int file, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count = ::write(file, content.constData() + done, std::size_t(content.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failed("write");
        done += count;
    }
    return {};
}

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.first(slash);
}

Result<void> syncFolder(const QByteArray &path)
{
    Descriptor folder(::open(folderOf(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::fsync(folder.number()) != 0)
        return failed("fsync of the folder");
    return {};
}

/// A temporary file beside `path`, taken away again unless it was put in its place.
class TemporaryFile
{
public:
    explicit TemporaryFile(const QByteArray &path)
        : m_name(path + temporaryEnding)
    {
    }
    ~TemporaryFile()
    {
        if (m_exists)
            ::unlink(m_name.constData());
    }
    TemporaryFile(const TemporaryFile &) = delete;
    TemporaryFile &operator=(const TemporaryFile &) = delete;

    Result<void> write(const QByteArray &content)
    {
        Descriptor file(::mkostemp(m_name.data(), O_CLOEXEC));
        if (!file.isOpen())
            return failed("create");
        m_exists = true;
        if (::fchmod(file.number(), S_IRUSR | S_IWUSR) != 0)
            return failed("chmod");
        if (const auto written = writeAll(file.number(), content); !written)
            return written;
        if (::fsync(file.number()) != 0)
            return failed("fsync");
        if (!file.close())
            return failed("close");
        return {};
    }

    /// Whether it is `content` that stands there now.
    Result<void> compare(const QByteArray &content) const
    {
        const auto readBack = readWholeFile(QFile::decodeName(m_name), content.size());
        if (!readBack || *readBack != content)
            return failure(ErrorCode::WriteFailed, QStringLiteral("read back differs"));
        return {};
    }

    const QByteArray &name() const { return m_name; }

    Result<void> renameTo(const QByteArray &path)
    {
        if (::rename(m_name.constData(), path.constData()) != 0)
            return failed("rename");
        m_exists = false;
        return {};
    }

private:
    QByteArray m_name;
    bool m_exists = false;
};

/// A regular file of at most `longest` bytes, or only so much of it.
Result<QByteArray> read(const QString &path, qsizetype longest, bool mayCut)
{
    Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen() && errno == ENOENT)
        return failure(ErrorCode::FileNotFound);
    if (!file.isOpen())
        return failure(isForbidden(errno) ? ErrorCode::NoPermission : ErrorCode::FileNotReadable);
    struct stat status{};
    if (::fstat(file.number(), &status) != 0)
        return failure(ErrorCode::FileNotReadable);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::FileNotRegular);
    if (status.st_size > longest && !mayCut)
        return failure(ErrorCode::TooLarge);
    QByteArray content(std::min(qsizetype(status.st_size), longest), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t count = ::read(file.number(), content.data() + done, std::size_t(content.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(ErrorCode::FileNotReadable);
        if (count == 0)
            break;
        done += count;
    }
    content.truncate(done);
    return content;
}

/// Gives the file under `path` the second name `path.1`. A file system without hard links gets a copy.
Result<void> keepAsFirst(const QByteArray &path)
{
    const QByteArray first = path + ".1";
    const QByteArray between = path + ".1.new";
    ::unlink(between.constData());
    if (::link(path.constData(), between.constData()) == 0) {
        const bool renamed = ::rename(between.constData(), first.constData()) == 0;
        const int number = errno;
        ::unlink(between.constData()); // still there when both names were one file
        errno = number;
        return renamed ? Result<void>() : failed("rename to .1");
    }
    if (errno == ENOENT)
        return {}; // nothing to keep
    if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK)
        return failed("link");
    const auto content = readWholeFile(QFile::decodeName(path), qsizetype{1024} * 1024 * 1024);
    if (!content)
        return std::unexpected(content.error());
    TemporaryFile copy(first);
    if (const auto written = copy.write(*content); !written)
        return written;
    return copy.renameTo(first);
}

} // namespace

Error errorOfErrno(int number, const QString &what)
{
    const QString detail = what + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(number));
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: // over the largest size that this process may write
        return {ErrorCode::DiskFull, detail};
    case EROFS: return {ErrorCode::ReadOnlyDisk, detail};
    default: return {isForbidden(number) ? ErrorCode::NoPermission : ErrorCode::WriteFailed, detail};
    }
}

Result<QByteArray> readWholeFile(const QString &path, qsizetype longest)
{
    return read(path, longest, false);
}

Result<QByteArray> readStartOfFile(const QString &path, qsizetype length)
{
    return read(path, length, true);
}

Result<void> writeCarefully(const QString &path, const QByteArray &content, OldFile oldFile,
                            const std::function<Result<void>(const QByteArray &)> &check)
{
    const QByteArray name = QFile::encodeName(path);
    TemporaryFile file(name);
    if (const auto written = file.write(content); !written)
        return written;
    if (const auto same = file.compare(content); !same)
        return same;
    if (const auto sound = check(content); !sound)
        return sound;
    if (oldFile == OldFile::KeepAsFirst) {
        if (const auto kept = keepAsFirst(name); !kept)
            return kept;
    }
    if (const auto renamed = file.renameTo(name); !renamed)
        return renamed;
    return syncFolder(name);
}

Error whatBecameOf(const QString &path, const QByteArray &content, const Error &error)
{
    const auto present = readWholeFile(path, content.size());
    return present && *present == content ? Error{ErrorCode::NotConfirmed, error.detail} : error;
}

Result<void> copyToFirst(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    {
        Descriptor file(::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
        if (!file.isOpen() || ::fsync(file.number()) != 0)
            return failed("fsync");
    }
    if (const auto synced = syncFolder(name); !synced)
        return synced;
    if (const auto kept = keepAsFirst(name); !kept)
        return kept;
    return syncFolder(name);
}

QString nameAside(const QString &path, qint64 unixSeconds, QLatin1StringView why)
{
    const QString start = path + QLatin1Char('.') + why + QLatin1Char('-');
    const auto at = [&start](qint64 seconds) { return start + QString::number(seconds); };
    while (QFileInfo::exists(at(unixSeconds)))
        ++unixSeconds;
    return at(unixSeconds);
}

Result<void> putAside(const QString &path, qint64 unixSeconds, QLatin1StringView why)
{
    const QByteArray from = QFile::encodeName(path), to = QFile::encodeName(nameAside(path, unixSeconds, why));
    if (::rename(from.constData(), to.constData()) != 0)
        return errno == ENOENT ? Result<void>() : failed("rename");
    return syncFolder(from);
}

bool putBack(const QString &aside, const QString &path)
{
    const QByteArray from = QFile::encodeName(aside), to = QFile::encodeName(path);
    return QFileInfo::exists(aside) && !QFileInfo::exists(path) && ::rename(from.constData(), to.constData()) == 0
        && syncFolder(to);
}

Result<bool> createCarefully(const QString &path, const QByteArray &content)
{
    const QByteArray name = QFile::encodeName(path);
    TemporaryFile file(name);
    if (const auto written = file.write(content); !written)
        return std::unexpected(written.error());
    if (const auto same = file.compare(content); !same)
        return std::unexpected(same.error());
    if (::link(file.name().constData(), name.constData()) != 0) {
        if (errno == EEXIST)
            return false;
        if (errno != EPERM && errno != EOPNOTSUPP)
            return failed("link");
        if (const auto renamed = file.renameTo(name); !renamed) // no hard links here
            return std::unexpected(renamed.error());
    }
    if (const auto synced = syncFolder(name); !synced)
        return std::unexpected(synced.error());
    return true;
}

void removeLeftovers(const QString &path, qint64 before)
{
    const QFileInfo file(path);
    static const QRegularExpression drawn(QStringLiteral("\\A\\.new-[A-Za-z0-9]{6}\\z"));
    for (const QString &name :
         file.dir().entryList({file.fileName() + QStringLiteral(".new-??????")}, QDir::Files | QDir::Hidden)) {
        const QByteArray leftover = QFile::encodeName(file.dir().filePath(name));
        struct stat status{};
        const bool isOurs = drawn.match(name.sliced(file.fileName().size())).hasMatch()
            && ::lstat(leftover.constData(), &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid();
        if (isOurs && status.st_mtim.tv_sec < before)
            ::unlink(leftover.constData());
    }
}

} // namespace watchword::vault
